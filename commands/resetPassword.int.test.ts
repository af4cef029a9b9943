import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Bureau, openBureau, PASSWORD } from '../testing/bureau'
import { type Account, makeAccount } from '../testing/world'
import { Refused } from './environment'
import { resetPassword } from './resetPassword'

let bureau: Bureau
let account: Account

beforeAll(async () => {
  bureau = await openBureau()
  const { payload } = bureau
  account = await makeAccount({ payload, name: 'forgetful', department: null, duties: ['author'] })
})
afterAll(() => bureau?.close())

const login = (password: string) =>
  bureau.rest({
    method: 'POST',
    path: '/api/users/login',
    body: { email: account.email, password },
  })

const me = async () => {
  const { body } = await bureau.rest({ path: '/api/users/me', token: account.token })
  return body
}

describe('a forgotten password', () => {
  it('is replaced by one that works once the lock is gone, and nobody stays signed in', async () => {
    const { payload } = bureau
    for (let attempt = 0; attempt < 6; attempt += 1) await login('wrong')
    expect((await login(PASSWORD)).status).toBe(401)
    expect(await me()).toMatchObject({ user: { id: account.id } })

    const email = ` ${account.email.toUpperCase()} `
    const { name, password } = await resetPassword({ payload, email })
    expect(name).toBe('forgetful')
    expect(password).toMatch(/^[\w-]{16}$/)
    expect(await me()).toMatchObject({ user: null })
    expect((await login(PASSWORD)).status).toBe(401)
    expect((await login(password)).status).toBe(200)
    const user = await payload.findByID({
      collection: 'users',
      id: account.id,
      overrideAccess: true,
    })
    expect(user).toMatchObject({ duties: ['author'], active: true })
  })

  it('is another one every time', async () => {
    const { payload } = bureau
    const { email } = account
    const [one, two] = [
      await resetPassword({ payload, email }),
      await resetPassword({ payload, email }),
    ]
    expect(one.password).not.toBe(two.password)
    expect((await login(one.password)).status).toBe(401)
  })

  it('of nobody is none', async () => {
    const { payload } = bureau
    await expect(resetPassword({ payload, email: 'no@one.example' })).rejects.toThrow(Refused)
  })
})
