import { z } from 'zod'
import { demoPassword, emailOf } from '../seed/accounts'

const TOKEN = z.object({ token: z.string() })

/** What a REST route answered. */
export type Answer = { status: number; body: unknown }

const send = async ({
  origin,
  method = 'GET',
  path,
  body,
  token,
}: {
  origin: string
  method?: string
  path: string
  body?: unknown
  token?: string
}): Promise<Answer> => {
  const response = await fetch(origin + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token ? { Authorization: `JWT ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: response.status, body: await response.json() }
}

const tokens = new Map<string, string>()

/** To compare a password takes a quarter of a second, as it should: each account signs in once for all tests. */
const tokenOf = async ({ origin, name }: { origin: string; name: string }) => {
  const key = `${origin} ${name}`
  const known = tokens.get(key)
  if (known) return known
  const body = { email: emailOf(name), password: demoPassword() }
  const login = await send({ origin, method: 'POST', path: '/api/users/login', body })
  const { token } = TOKEN.parse(login.body)
  tokens.set(key, token)
  return token
}

/** Calls the CMS at `origin` as one of the demonstration's accounts, such as `author.food`. */
export const signIn = async ({ origin, name }: { origin: string; name: string }) => {
  const token = await tokenOf({ origin, name })
  return {
    token,
    get: (path: string) => send({ origin, path, token }),
    post: (path: string, body: unknown) => send({ origin, method: 'POST', path, body, token }),
    patch: (path: string, body: unknown) => send({ origin, method: 'PATCH', path, body, token }),
  }
}
