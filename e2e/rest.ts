import { z } from 'zod'
import { demoPassword, emailOf } from '../seed/accounts'

const TOKEN = z.object({ token: z.string() })

/** What a REST route answered. */
export type Answer = { status: number; body: unknown }

/** Calls the CMS at `origin` as one of the demonstration's accounts, such as `author.food`. */
export const signIn = async ({ origin, name }: { origin: string; name: string }) => {
  const send = async ({
    method = 'GET',
    path,
    body,
    token,
  }: {
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
  const credentials = { email: emailOf(name), password: demoPassword() }
  const login = await send({ method: 'POST', path: '/api/users/login', body: credentials })
  const { token } = TOKEN.parse(login.body)
  return {
    token,
    get: (path: string) => send({ path, token }),
    post: (path: string, body: unknown) => send({ method: 'POST', path, body, token }),
    patch: (path: string, body: unknown) => send({ method: 'PATCH', path, body, token }),
  }
}
