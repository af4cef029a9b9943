import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, docOf, listOf } from '../testing/answers'
import { PASSWORD } from '../testing/bureau'
import { type Account, makeAccount, openWorld, type World } from '../testing/world'
import { ADMINISTRATORS, DUTY_LIST, type Duty } from './duties'

let world: World
/** Accounts that tests change, each its own. */
let spare: (duties: Duty[], department?: string) => Promise<Account>

beforeAll(async () => {
  world = await openWorld()
  spare = (duties, department = world.food.id) =>
    makeAccount({
      payload: world.payload,
      name: `spare.${randomUUID().slice(0, 8)}`,
      department,
      duties,
    })
})
afterAll(() => world?.bureau.close())

type Request = Parameters<World['bureau']['rest']>[0]
const patch = (id: string, body: Record<string, unknown>, token: string) =>
  world.bureau.rest({ method: 'PATCH', path: `/api/users/${id}?depth=0`, body, token })
const post = (path: string, body?: unknown, more: Partial<Request> = {}) =>
  world.bureau.rest({ method: 'POST', path, body, ...more })
const stored = (id: string) =>
  world.payload.findByID({ collection: 'users', id, depth: 0, overrideAccess: true })

/** Each field of an account with a new value, and who may write it: the contract's "Writes on users". */
const FIELDS: [field: string, value: () => unknown, writers: readonly Duty[]][] = [
  ['name', () => '新名', ['system-admin']],
  ['email', () => `${randomUUID()}@bureau.example`, ['system-admin']],
  ['department', () => world.animal.id, ['system-admin']],
  ['position', () => '科长', ['system-admin']],
  ['phone', () => '024-12345', ['system-admin']],
  ['active', () => false, ['system-admin']],
  ['enableAPIKey', () => true, ['system-admin']],
  ['apiKey', () => randomUUID(), ['system-admin']],
  ['duties', () => ['department-leader'], ['security-admin']],
  ['password', () => 'Another-2026-password', []],
  ['sessions', () => [{ id: 'x', expiresAt: '2099-01-01T00:00:00.000Z' }], []],
  ['hash', () => 'x'.repeat(64), []],
  ['salt', () => 'x'.repeat(64), []],
  ['resetPasswordToken', () => 'x', []],
  ['resetPasswordExpiration', () => '2099-01-01T00:00:00.000Z', []],
  ['loginAttempts', () => 3, []],
  ['lockUntil', () => '2099-01-01T00:00:00.000Z', []],
  ['apiKeyIndex', () => 'x', []],
]

const WRITERS: Duty[] = ['system-admin', 'security-admin', 'auditor', 'office-editor', 'author']

describe.each(WRITERS)('on the account of somebody else %s', (duty) => {
  it.each(FIELDS)('writes %s only if the contract says so', async (field, value, writers) => {
    const target = await spare(['author'])
    const { token } = world.people[duty]
    const answer = await patch(target.id, { [field]: value() }, token)
    if (writers.includes(duty)) expect([field, answer.status]).toEqual([field, 200])
    else {
      expect([field, answer.status]).toEqual([field, 403])
      const row: unknown = await world.payload.db.findOne({
        collection: 'users',
        where: { id: { equals: target.id } },
      })
      expect(row).toMatchObject({ name: expect.stringMatching(/^spare/), active: true })
      expect(JSON.stringify(row)).not.toContain('2099-01-01')
    }
  })
})

describe('on one’s own account', () => {
  it.each(FIELDS.filter(([field]) => field !== 'password'))(
    'nobody writes %s without the duty for it',
    async (field, value, writers) => {
      for (const duty of ['author', 'auditor', 'security-admin'] as const) {
        if (writers.includes(duty) && field !== 'duties') continue
        const own = await spare([duty])
        const answer = await patch(own.id, { [field]: value() }, own.token)
        expect([field, duty, answer.status]).toEqual([field, duty, 403])
      }
    },
  )

  it('a new password is one’s own to set; it ends the other sessions and keeps this one', async () => {
    const own = await spare(['author'])
    const elsewhere = await world.bureau.login(own.email)
    const here = await world.bureau.login(own.email)
    const next = 'A-new-password-2026'
    expect((await patch(own.id, { password: next }, here)).status).toBe(200)
    const me = (token: string) => world.bureau.rest({ path: '/api/users/me', token })
    expect((await me(here)).body).toMatchObject({ user: { id: own.id } })
    expect((await me(elsewhere)).body).toMatchObject({ user: null })
    expect((await post('/api/users/login', { email: own.email, password: PASSWORD })).status).toBe(
      401,
    )
    expect((await post('/api/users/login', { email: own.email, password: next })).status).toBe(200)
  })

  it('saving the whole row unchanged, as the admin does, is allowed', async () => {
    const own = await spare(['author'])
    const row = docOf(
      await world.bureau.rest({ path: `/api/users/${own.id}?depth=0`, token: own.token }),
    )
    expect((await patch(own.id, row, own.token)).status).toBe(200)
    const wide = docOf(
      await world.bureau.rest({ path: `/api/users/${own.id}?depth=1`, token: own.token }),
    )
    expect((await patch(own.id, wide, own.token)).status).toBe(200)
    expect((await stored(own.id)).duties).toEqual(['author'])
  })
})

describe('the three administrators', () => {
  const grant = (id: string, duties: unknown) =>
    patch(id, { duties }, world.people['security-admin'].token)

  it('are separate persons: no account holds two of them or one with another duty', async () => {
    const target = await spare([])
    for (const one of ADMINISTRATORS) {
      for (const other of DUTY_LIST.filter((duty) => duty !== one)) {
        const answer = await grant(target.id, [one, other])
        expect([one, other, answer.status, codesOf(answer)]).toEqual([
          one,
          other,
          400,
          ['administrators-separate'],
        ])
      }
    }
    expect((await stored(target.id)).duties ?? []).toEqual([])
    expect((await grant(target.id, ['auditor'])).status).toBe(200)
    expect((await grant(target.id, ['auditor', 'author'])).status).toBe(400)
    expect((await stored(target.id)).duties).toEqual(['auditor'])
  })

  it('an API account holds no other duty either', async () => {
    const target = await spare([])
    const answer = await grant(target.id, ['api-reader', 'author'])
    expect([answer.status, codesOf(answer)]).toEqual([400, ['api-reader-alone']])
  })

  it.each([[['author']], [[]], [null], [['security-admin', 'security-admin', 'author']]])(
    'the security administrator does not make the own duties %j',
    async (duties) => {
      const own = await spare(['security-admin'])
      const answer = await patch(own.id, { duties }, own.token)
      expect([400, 403]).toContain(answer.status)
      expect((await stored(own.id)).duties).toEqual(['security-admin'])
    },
  )

  it('grant duties that hold from the next request on, and take them away as fast', async () => {
    const target = await spare([])
    const list = () => world.bureau.rest({ path: '/api/manuscripts?depth=0', token: target.token })
    expect((await list()).status).toBe(403)
    expect((await grant(target.id, ['author'])).status).toBe(200)
    expect((await list()).status).toBe(200)
    expect((await grant(target.id, [])).status).toBe(200)
    expect((await list()).status).toBe(403)
  })

  it('unknown duties are refused', async () => {
    const target = await spare([])
    for (const duties of [['king'], 'author', [1], { author: true }]) {
      expect((await grant(target.id, duties)).status).toBe(400)
    }
  })
})

describe('the system administrator', () => {
  const create = (more: Record<string, unknown>) =>
    post(
      '/api/users?depth=0',
      { email: `${randomUUID()}@bureau.example`, name: '新人', password: PASSWORD, ...more },
      { token: world.people['system-admin'].token },
    )

  it('makes accounts without duties', async () => {
    const made = docOf(await create({ department: world.food.id }))
    expect([made.duties ?? [], made.active]).toEqual([[], true])
  })

  it('makes none with duties, sessions or a known hash', async () => {
    for (const more of [
      { duties: ['author'] },
      { duties: ['system-admin'] },
      { sessions: [{ id: 'x', expiresAt: '2099-01-01T00:00:00.000Z' }] },
      { hash: 'x', salt: 'y' },
      { apiKeyIndex: 'x' },
    ]) {
      expect([more, (await create(more)).status]).toEqual([more, 403])
    }
  })

  it('is told of a second account with the same e-mail', async () => {
    const answer = await create({ email: world.people.author.email })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['bad-value']])
  })
})

describe('an account that is switched off', () => {
  const switchOff = (id: string) => patch(id, { active: false }, world.people['system-admin'].token)

  it('is nobody at once, with every session it had', async () => {
    const target = await spare(['author'])
    expect((await switchOff(target.id)).status).toBe(200)
    const list = await world.bureau.rest({ path: '/api/manuscripts', token: target.token })
    expect(list.status).toBe(403)
    const me = await world.bureau.rest({ path: '/api/users/me', token: target.token })
    expect(me.body).toMatchObject({ user: null })
    expect(
      (await post('/api/users/refresh-token', {}, { token: target.token })).status,
    ).toBeGreaterThan(399)
    const form = `/api/application-forms/${world.food.forms.pending}/sign`
    const sign = await post(form, { rev: 1, secrecy: 'clear' }, { token: target.token })
    expect([sign.status, codesOf(sign)]).toEqual([401, ['no-login']])
  })

  it('cannot sign in, and is told so in its own words', async () => {
    const target = await spare(['author'])
    await switchOff(target.id)
    const answer = await post('/api/users/login', { email: target.email, password: PASSWORD })
    expect([answer.status, codesOf(answer)]).toEqual([401, ['account-inactive']])
    expect(answer.headers.get('Set-Cookie')).toBeNull()
  })

  it('does not get its old sessions back when it is switched on', async () => {
    const target = await spare(['author'])
    await switchOff(target.id)
    await patch(target.id, { active: true }, world.people['system-admin'].token)
    const list = await world.bureau.rest({ path: '/api/manuscripts', token: target.token })
    expect(list.status).toBe(403)
  })

  it('with a session that was never ended renews nothing and reads nothing', async () => {
    const { token } = world.inactive
    expect((await world.bureau.rest({ path: '/api/users/me', token })).status).toBe(403)
    const renewed = await post('/api/users/refresh-token', {}, { token })
    expect([renewed.status, codesOf(renewed)]).toEqual([401, ['no-login']])
    expect(renewed.headers.get('Set-Cookie')).toBeNull()
  })
})

describe('what is taken away during a login', () => {
  /** Runs while the password is being checked, which takes some hundred milliseconds. */
  const whileSigningIn = async (target: Account, work: () => Promise<unknown>) => {
    const signingIn = post('/api/users/login', { email: target.email, password: PASSWORD })
    await work()
    return signingIn
  }

  it('stays away: a duty', async () => {
    const target = await spare(['department-leader'])
    const answer = await whileSigningIn(target, () =>
      patch(target.id, { duties: [] }, world.people['security-admin'].token),
    )
    expect(answer.status).toBe(200)
    expect((await stored(target.id)).duties ?? []).toEqual([])
  })

  it('stays away: the account itself', async () => {
    const target = await spare(['department-leader'])
    await whileSigningIn(target, () =>
      patch(target.id, { active: false }, world.people['system-admin'].token),
    )
    expect((await stored(target.id)).active).toBe(false)
    const tried = await post('/api/users/login', { email: target.email, password: PASSWORD })
    expect(tried.status).toBe(401)
  })

  it('stays away when two administrators write at once', async () => {
    const target = await spare(['department-leader'])
    await Promise.all([
      patch(target.id, { phone: '024-9' }, world.people['system-admin'].token),
      patch(target.id, { duties: [] }, world.people['security-admin'].token),
      patch(target.id, { position: '处长' }, world.people['system-admin'].token),
    ])
    const { duties, phone, position } = await stored(target.id)
    expect([duties ?? [], phone, position]).toEqual([[], '024-9', '处长'])
  })

  it('and the login itself works, again and again', async () => {
    const target = await spare(['author'])
    const first = await world.bureau.login(target.email)
    const second = await world.bureau.login(target.email)
    for (const token of [first, second]) {
      const list = await world.bureau.rest({ path: '/api/manuscripts?depth=0', token })
      expect(list.status).toBe(200)
    }
    const renewed = await post('/api/users/refresh-token', {}, { token: first })
    expect(renewed.status).toBe(200)
    expect(JSON.stringify(renewed.body)).not.toMatch(/"(hash|salt|apiKey)"/)
    expect((await post('/api/users/logout', {}, { token: first })).status).toBe(200)
    expect((await world.bureau.rest({ path: '/api/manuscripts', token: first })).status).toBe(403)
    expect((await world.bureau.rest({ path: '/api/manuscripts', token: second })).status).toBe(200)
  })
})

describe('a person who moves to another department', () => {
  it('takes the live session along and leaves the old department’s texts behind', async () => {
    const target = await spare(['author', 'department-admin'])
    const edit = (id: string) =>
      world.bureau.rest({
        method: 'PATCH',
        path: `/api/manuscripts/${id}?depth=0`,
        body: { subtitle: '调动' },
        token: target.token,
      })
    expect((await edit(world.food.manuscripts.colleague)).status).toBe(200)
    await patch(target.id, { department: world.animal.id }, world.people['system-admin'].token)
    expect((await edit(world.food.manuscripts.colleague)).status).toBe(403)
    expect((await edit(world.animal.manuscripts.colleague)).status).toBe(200)
    const list = listOf(
      await world.bureau.rest({ path: '/api/manuscripts?limit=100&depth=0', token: target.token }),
    )
    expect(new Set(list.docs.map(({ department }) => department))).toEqual(
      new Set([world.animal.id]),
    )
  })
})

describe('an API key', () => {
  const withKey = async (duties: Duty[]) => {
    const target = await spare(duties)
    const apiKey = randomUUID()
    const given = await patch(
      target.id,
      { enableAPIKey: true, apiKey },
      world.people['system-admin'].token,
    )
    expect(given.status).toBe(200)
    expect(JSON.stringify(given.body)).not.toContain(apiKey)
    return { ...target, apiKey }
  }

  it('opens an API account, which reads what the public reads', async () => {
    const { apiKey, id } = await withKey(['api-reader'])
    const me = await world.bureau.rest({ path: `/api/users/${id}`, apiKey })
    expect(me.status).toBe(200)
    expect((await world.bureau.rest({ path: '/api/posts', apiKey })).status).toBe(200)
    expect((await world.bureau.rest({ path: '/api/manuscripts', apiKey })).status).toBe(403)
  })

  it.each(DUTY_LIST.filter((duty) => duty !== 'api-reader'))(
    'does not let anyone act as a %s, though the system administrator can set it',
    async (duty) => {
      const { apiKey, id } = await withKey([duty])
      for (const path of [`/api/users/${id}`, '/api/manuscripts', '/api/application-forms']) {
        expect([path, (await world.bureau.rest({ path, apiKey })).status]).toEqual([path, 403])
      }
      const sign = await post(
        `/api/application-forms/${world.food.forms.pending}/sign`,
        { rev: 1, secrecy: 'clear' },
        { apiKey },
      )
      expect(sign.status).toBe(401)
    },
  )

  it('is nobody’s when the account is switched off or the key is wrong', async () => {
    const { apiKey, id } = await withKey(['api-reader'])
    await patch(id, { active: false }, world.people['system-admin'].token)
    expect((await world.bureau.rest({ path: `/api/users/${id}`, apiKey })).status).toBe(403)
    const wrong = await world.bureau.rest({ path: `/api/users/${id}`, apiKey: randomUUID() })
    expect(wrong.status).toBe(403)
  })

  it('is shown to nobody', async () => {
    const { id, token, apiKey } = await withKey(['api-reader'])
    for (const reader of [token, world.people['system-admin'].token]) {
      const row = await world.bureau.rest({ path: `/api/users/${id}`, token: reader })
      expect(JSON.stringify(row.body)).not.toContain(apiKey)
    }
    const reveal = await post(`/api/users/${id}/api-key/reveal`, {}, { token })
    expect(reveal.status).toBe(404)
  })
})

describe('a forgotten password', () => {
  it('is answered the same for an account that exists and one that does not', async () => {
    const { email } = await spare(['author'])
    const [known, unknown] = [
      await post('/api/users/forgot-password', { email }),
      await post('/api/users/forgot-password', { email: 'nobody@bureau.example' }),
    ]
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
    expect(JSON.stringify(known.body)).not.toContain('token')
  })

  it('is not reset with a wrong, empty or strange token', async () => {
    for (const token of ['x', '', null, { $ne: null }, ['a'], undefined]) {
      const answer = await post('/api/users/reset-password', { token, password: 'Guess-2026-abc' })
      expect([400, 403]).toContain(answer.status)
      expect(answer.headers.get('Set-Cookie')).toBeNull()
    }
  })

  it('is reset with the right token, once, and ends the sessions of before', async () => {
    const target = await spare(['author'])
    const token = await world.payload.forgotPassword({
      collection: 'users',
      data: { email: target.email },
      disableEmail: true,
    })
    const reset = () => post('/api/users/reset-password', { token, password: 'Reset-2026-abc' })
    const answer = await reset()
    expect(answer.status).toBe(200)
    expect(JSON.stringify(answer.body)).not.toMatch(/"(hash|salt|apiKey)"/)
    expect((await reset()).status).toBe(403)
    const old = await world.bureau.rest({ path: '/api/manuscripts', token: target.token })
    expect(old.status).toBe(403)
    expect((await stored(target.id)).duties).toEqual(['author'])
  })
})

describe('too many wrong passwords', () => {
  const fail = (email: string) => post('/api/users/login', { email, password: 'wrong-password' })

  it('lock the account, and only the security administrator unlocks it', async () => {
    const { email } = await spare(['author'])
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const answer = await fail(email)
      expect([answer.status, codesOf(answer)[0]]).toEqual([
        401,
        expect.stringMatching(/^(login-failed|account-locked)$/),
      ])
    }
    const locked = await post('/api/users/login', { email, password: PASSWORD })
    expect([locked.status, codesOf(locked)]).toEqual([401, ['account-locked']])
    for (const duty of DUTY_LIST.filter((one) => one !== 'security-admin')) {
      const by = { token: world.people[duty].token }
      const known = await post('/api/users/unlock', { email }, by)
      const unknown = await post('/api/users/unlock', { email: 'nobody@bureau.example' }, by)
      expect([duty, known.status, known.body]).toEqual([duty, 403, unknown.body])
    }
    expect((await post('/api/users/unlock', { email })).status).toBe(403)
    const { token } = world.people['security-admin']
    expect((await post('/api/users/unlock', { email }, { token })).status).toBe(200)
    expect((await post('/api/users/login', { email, password: PASSWORD })).status).toBe(200)
  })

  it('are answered the same for an account that exists and one that does not', async () => {
    const { email } = await spare(['author'])
    const known = await fail(email)
    const unknown = await fail('nobody@bureau.example')
    expect([known.status, known.body]).toEqual([unknown.status, unknown.body])
  })

  it.each([{}, { email: 1, password: 2 }, { email: { $ne: '' }, password: { $ne: '' } }, [], null])(
    'a login with %j is a bad request',
    async (body) => {
      const answer = await post('/api/users/login', body)
      expect(answer.status).toBe(400)
      expect(codesOf(answer)).toHaveLength(1)
    },
  )
})

describe('the open door of first-register', () => {
  it('is shut while there are accounts', async () => {
    const answer = await post('/api/users/first-register', {
      email: 'first@evil.example',
      name: '某人',
      password: PASSWORD,
      duties: ['system-admin'],
    })
    expect([answer.status, codesOf(answer)]).toEqual([403, ['forbidden']])
  })

  it('is shut when there are none, also for three callers at once', async () => {
    await world.payload.db.deleteMany({ collection: 'filings', where: {} })
    await world.payload.db.deleteMany({ collection: 'users', where: {} })
    const answers = await Promise.all(
      ['a', 'b', 'c'].map((name) =>
        post('/api/users/first-register', {
          email: `${name}@evil.example`,
          name,
          password: PASSWORD,
          duties: ['system-admin'],
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    const { totalDocs } = await world.payload.count({ collection: 'users', overrideAccess: true })
    expect(totalDocs).toBe(0)
    const created = await world.bureau.graphql({
      query: `mutation { createUser(data: { email: "d@evil.example", name: "d", password: "${PASSWORD}" }) { id } }`,
    })
    expect(JSON.stringify(created.body)).toContain('forbidden')
  })
})
