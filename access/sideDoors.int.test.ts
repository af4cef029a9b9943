import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSearchFeed } from '../generator/search/searchFeed'
import { openSearchIndex, type SearchIndex } from '../generator/search/searchIndex'
import { setSearchIndex } from '../generator/search/searchPort'
import { codesOf, dataOf, docOf, listOf } from '../testing/answers'
import type { Answer } from '../testing/bureau'
import { missingId } from '../testing/rows'
import { openWorld, SECRET_WORD, type World } from '../testing/world'
import { DUTY_LIST } from './duties'
import type { Caller } from './expected'
import { keysOf } from './keysOf'
import { RULES } from './rules'

const CMS = 'https://cms.bureau.example'
const CALLERS: Caller[] = ['anonymous', 'inactive', ...DUTY_LIST]
const COLLECTIONS = keysOf(RULES)

let world: World
let missing: string

beforeAll(async () => {
  process.env.SERVER_URL = CMS
  world = await openWorld()
  missing = missingId(world.payload)
  await world.payload.update({
    collection: 'departments',
    id: world.food.id,
    overrideAccess: true,
    data: {
      supervisor: world.people['bureau-leader'].id,
      leaders: [{ name: '张三', portrait: world.food.media.draft }],
    },
  })
})
afterAll(async () => {
  await world?.bureau.close()
  delete process.env.SERVER_URL
})

const credentials = (caller: Caller) => {
  if (caller === 'anonymous') return {}
  if (caller === 'inactive') return { token: world.inactive.token }
  if (caller === 'api-reader') return { apiKey: world.apiKey }
  return { token: world.people[caller].token }
}

type Request = Parameters<World['bureau']['rest']>[0]
const rest = (caller: Caller, path: string, more: Omit<Request, 'path'> = {}) =>
  world.bureau.rest({ path, ...credentials(caller), ...more })
const ask = (caller: Caller, query: string, variables: Record<string, unknown> = {}) =>
  world.bureau.graphql({ query, variables, ...credentials(caller) })

const like = (path: string, word: string) => `where[${path}][like]=${encodeURIComponent(word)}`

/** Calls `visit` with every key and value of an answer, however deep. */
const walk = (value: unknown, visit: (key: string, value: unknown, holder: object) => void) => {
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    visit(key, inner, value)
    walk(inner, visit)
  }
}

const SECRETS = [
  'apiKey',
  'apiKeyIndex',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'loginAttempts',
  'lockUntil',
  'manuscriptKey',
  'columnSeqs',
]

const ownId = (caller: Caller) =>
  caller === 'anonymous' || caller === 'inactive' ? '' : world.people[caller].id

describe.each(CALLERS)('whatever %s reads, filled in two levels deep', (caller) => {
  const readsMail = ['system-admin', 'security-admin', 'auditor'].includes(caller)

  it.each(COLLECTIONS)(
    'holds in %s no secret of anybody and nothing that was refused',
    async (slug) => {
      const populate =
        'populate[users][email]=true&populate[users][sessions]=true&populate[users][hash]=true' +
        '&populate[users][name]=true&populate[users][phone]=true'
      const answers = [
        await rest(caller, `/api/${slug}?depth=2&limit=100`),
        await rest(caller, `/api/${slug}?depth=2&limit=100&${populate}`),
        await rest(caller, `/api/${slug}/versions?depth=2&limit=100&${populate}`),
      ]
      for (const { body } of answers) {
        if (caller !== 'secrecy-reviewer') expect(JSON.stringify(body)).not.toContain(SECRET_WORD)
        walk(body, (key, value, holder) => {
          expect(SECRETS).not.toContain(key)
          const id = 'id' in holder ? holder.id : undefined
          const isPerson = 'duties' in holder || 'position' in holder
          if (key === 'sessions' && id !== ownId(caller)) expect(value).toEqual([])
          if (!readsMail && isPerson && id !== ownId(caller)) {
            expect(['email', 'phone', 'active', 'enableAPIKey']).not.toContain(key)
          }
        })
      }
    },
  )

  it('holds over GraphQL no more', async () => {
    const person = 'id name email phone position sessions { id }'
    const answer = await ask(
      caller,
      `{ Manuscripts(limit: 100) { docs { title createdBy { ${person} } lastEditedBy { ${person} } } }
         ApplicationForms(limit: 100) { docs { title snapshot entries applicant { ${person} } manuscript { title } } }
         Departments(limit: 100) { docs { supervisor { ${person} } leaders { portrait { url } } } } }`,
    )
    const { body } = answer
    expect(JSON.stringify(body)).toContain('Departments')
    if (caller !== 'secrecy-reviewer') expect(JSON.stringify(body)).not.toContain(SECRET_WORD)
    walk(body, (key, value, holder) => {
      const id = 'id' in holder ? holder.id : undefined
      if (key === 'sessions' && value !== null && id !== ownId(caller)) expect(value).toEqual([])
      if (!readsMail && (key === 'email' || key === 'phone') && id !== ownId(caller)) {
        expect(value).toBeNull()
      }
    })
  })
})

describe('a person’s own row', () => {
  it('shows e-mail and sessions to that person', async () => {
    const { email, id, token } = world.people.author
    const own = docOf(await world.bureau.rest({ path: `/api/users/${id}`, token }))
    expect(own.email).toBe(email)
    expect(own.sessions).toHaveLength(1)
  })

  it('shows the e-mail, not the sessions, to the Office, over REST and over GraphQL', async () => {
    const { id, email } = world.people.author
    const { token } = world.office.author
    const seen = docOf(await world.bureau.rest({ path: `/api/users/${id}`, token }))
    expect([seen.email, seen.sessions]).toEqual([email, []])
    const asked = await world.bureau.graphql({
      query: `{ User(id: "${id}") { email sessions { id } } }`,
      token,
    })
    expect(dataOf(asked).User).toMatchObject({ email })
    expect(JSON.stringify(dataOf(asked))).not.toContain('"id"')
  })
})

describe('relations to what one may not see', () => {
  it('stay ids: a manuscript behind a form, a portrait, a supervisor', async () => {
    const { id } = world.food
    const form = docOf(
      await rest('office-reviewer', `/api/application-forms/${world.food.forms.published}?depth=2`),
    )
    expect(form.manuscript).toBe(world.food.manuscripts.published)
    const department = docOf(await rest('anonymous', `/api/departments/${id}?depth=2`))
    expect(department.supervisor).toBe(world.people['bureau-leader'].id)
    expect(department.leaders).toMatchObject([{ name: '张三', portrait: world.food.media.draft }])
  })

  it('are not filled in for a document that the caller makes up', async () => {
    const data = encodeURIComponent(JSON.stringify({ createdBy: world.people.author.id }))
    for (const id of [world.food.manuscripts.draft, missing]) {
      const answer = await rest('author', `/api/manuscripts/${id}?data=${data}`)
      expect([answer.status, codesOf(answer)]).toEqual([400, ['bad-query']])
      const posted = await rest('author', `/api/manuscripts/${id}`, {
        method: 'POST',
        headers: { 'X-Payload-HTTP-Method-Override': 'GET' },
        body: { data: { createdBy: world.people.author.id } },
      })
      expect([posted.status, codesOf(posted)]).toEqual([400, ['bad-query']])
    }
  })
})

describe('what the public reads of a post', () => {
  it('holds no fact for the staff', async () => {
    const post = docOf(await rest('anonymous', `/api/posts/${world.food.posts.published}?depth=2`))
    expect(post.title).toBe('food published')
    for (const field of ['form', 'delivery', 'manuscriptKey', 'columnSeqs']) {
      expect(post).not.toHaveProperty(field)
    }
    expect(post.withdrawal).not.toHaveProperty('by')
  })

  it('holds no word of a withdrawn text', async () => {
    for (const caller of CALLERS) {
      const post = docOf(await rest(caller, `/api/posts/${world.food.posts.withdrawn}?depth=0`))
      expect(JSON.stringify(post)).not.toContain('food withdrawn')
      expect([post.title, post.body, post.state]).toEqual([null, null, 'withdrawn'])
    }
  })
})

/** Readers of forms who must not find out what stands in a refused one. */
const FORM_READERS: Caller[] = ['author', 'department-head', 'office-editor', 'bureau-leader']

describe.each(FORM_READERS)('questions of %s about a refused form', (caller) => {
  const hidden = [
    'snapshot',
    'title',
    'contentHash',
    'manuscript.title',
    'applicant.name',
    'column.name',
  ]

  it.each(hidden)('by %s do not find it', async (path) => {
    const refused = [world.food.forms.refused, world.animal.forms.refused]
    const word = path === 'snapshot' || path.endsWith('title') ? SECRET_WORD : ''
    const questions = [
      like(path, word),
      `where[or][0][${path}][exists]=true`,
      `where[and][0][or][0][${path}][not_equals]=x`,
      `where[OR][0][${path}][exists]=true`,
      `where[${path}][exists]=true&where[state][equals]=refused`,
    ]
    for (const question of questions) {
      const list = await rest(caller, `/api/application-forms?limit=100&depth=0&${question}`)
      const found = list.status === 200 ? listOf(list).docs.map(({ id }) => id) : []
      expect(found.filter((id) => refused.includes(id))).toEqual([])
      const count = await rest(caller, `/api/application-forms/count?${question}`)
      if (count.status === 200) expect(count.body).toEqual({ totalDocs: found.length })
      const posted = await rest(caller, '/api/application-forms', {
        method: 'POST',
        headers: {
          'X-HTTP-Method-Override': 'GET',
          'Content-Type': 'application/x-www-form-urlencoded',
        },
        body: `limit=100&depth=0&${question}`,
      })
      const again = posted.status === 200 ? listOf(posted).docs.map(({ id }) => id) : []
      expect(again).toEqual(found)
    }
  })

  it('by an order of hidden fields leave it out', async () => {
    for (const sort of ['title', '-contentHash', 'snapshot', 'manuscript.title', 'number,title']) {
      const list = await rest(caller, `/api/application-forms?limit=100&depth=0&sort=${sort}`)
      const found = list.status === 200 ? listOf(list).docs.map(({ id }) => id) : []
      expect(found).not.toContain(world.food.forms.refused)
    }
  })

  it('over GraphQL do not find it', async () => {
    const answer = await ask(
      caller,
      `{ bySnapshot: ApplicationForms(where: { snapshot: { like: "${SECRET_WORD}" } }) { totalDocs }
         byTitle: ApplicationForms(where: { OR: [{ title: { like: "${SECRET_WORD}" } }] }) { totalDocs }
         count: countApplicationForms(where: { title: { like: "${SECRET_WORD}" } }) { totalDocs } }`,
    )
    expect(dataOf(answer)).toEqual({
      bySnapshot: { totalDocs: 0 },
      byTitle: { totalDocs: 0 },
      count: { totalDocs: 0 },
    })
  })

  it('by number, state and department find it, with nothing else in it', async () => {
    const list = listOf(
      await rest(caller, '/api/application-forms?where[state][equals]=refused&limit=100&depth=0'),
    )
    expect(list.docs.map(({ id }) => id)).toContain(world.food.forms.refused)
    for (const doc of list.docs) {
      expect(Object.keys(doc).sort()).toEqual(['department', 'id', 'number', 'state'])
    }
  })
})

describe('a secrecy-reviewer', () => {
  it('finds a refused form by its text, and reads its manuscript, versions and file', async () => {
    const question = like('snapshot', SECRET_WORD)
    const list = listOf(
      await rest('secrecy-reviewer', `/api/application-forms?depth=0&${question}`),
    )
    expect(list.docs.map(({ id }) => id).sort()).toEqual(
      [world.food.forms.refused, world.animal.forms.refused].sort(),
    )
    const file = await rest('secrecy-reviewer', '/api/media/file/food-refused.png')
    expect(file.status).toBe(200)
  })
})

/** [collection, field]: asked by people who read rows of the collection, but not that field. */
const HIDDEN_FIELDS: [Caller, string, string][] = [
  ...(['author', 'system-admin', 'security-admin'] as const).flatMap((caller) =>
    [
      'hash',
      'salt',
      'password',
      'apiKey',
      'apiKeyIndex',
      'resetPasswordToken',
      'resetPasswordExpiration',
      'sessions.id',
      'sessions',
      'loginAttempts',
      'lockUntil',
    ].map((field): [Caller, string, string] => [caller, 'users', field]),
  ),
  ...['email', 'phone', 'active', 'enableAPIKey', 'department.supervisor.email'].map(
    (field): [Caller, string, string] => ['author', 'users', field],
  ),
  ...['createdBy.email', 'createdBy.hash', 'lastEditedBy.sessions.id', 'createdBy.phone'].map(
    (field): [Caller, string, string] => ['author', 'manuscripts', field],
  ),
  ...['version.createdBy.email', 'version.createdBy.salt'].map(
    (field): [Caller, string, string] => ['author', 'manuscripts/versions', field],
  ),
  ...[
    'manuscriptKey',
    'columnSeqs',
    'form',
    'form.snapshot',
    'form.manuscript.title',
    'delivery.state',
    'delivery.error',
    'delivery.before',
    'withdrawal.by',
    'department.supervisor.email',
    'department.supervisor.name',
  ].map((field): [Caller, string, string] => ['anonymous', 'posts', field]),
  ['author', 'posts', 'manuscriptKey'],
  ['author', 'posts', 'columnSeqs'],
  ['anonymous', 'departments', 'supervisor.email'],
  ['anonymous', 'departments', 'supervisor.hash'],
  ['anonymous', 'departments', 'supervisor.name'],
  ['anonymous', 'topics', 'picture.filename'],
  ['anonymous', 'placements', 'picture.filename'],
]

describe('a question about a hidden field', () => {
  it.each(HIDDEN_FIELDS)(
    'of %s in %s by %s is refused or finds nothing',
    async (caller, slug, field) => {
      for (const condition of ['exists]=true', 'not_equals]=x', 'like]=e']) {
        const answer = await rest(caller, `/api/${slug}?where[${field}][${condition}&depth=0`)
        const found = answer.status === 200 ? listOf(answer).totalDocs : 0
        expect([condition, found]).toEqual([condition, 0])
        expect([200, 400, 403]).toContain(answer.status)
      }
    },
  )

  it.each(HIDDEN_FIELDS)('of %s in %s is no order of the rows: %s', async (caller, slug, field) => {
    const up = await rest(caller, `/api/${slug}?sort=${field}&depth=0`)
    const down = await rest(caller, `/api/${slug}?sort=-${field}&depth=0`)
    if (up.status === 200) {
      const ids = (answer: Answer) => listOf(answer).docs.map(({ id }) => id)
      expect(ids(down)).toEqual(ids(up))
    } else expect([up.status, down.status]).toEqual([400, 400])
  })

  it('of the e-mail is answered to those who read it', async () => {
    const question = `/api/users?where[email][equals]=${world.people.author.email}&depth=0`
    expect(listOf(await rest('security-admin', question)).totalDocs).toBe(1)
  })
})

describe('a file', () => {
  const open = '/api/media/file/food-draft.png'
  const sealed = '/api/media/file/food-refused.png'
  const readers: Caller[] = [
    'author',
    'department-admin',
    'department-leader',
    'department-head',
    'secrecy-reviewer',
    'office-editor',
    'office-reviewer',
    'bureau-leader',
  ]

  it.each(CALLERS)('is served to %s only if the row may be read', async (caller) => {
    expect((await rest(caller, open)).status).toBe(readers.includes(caller) ? 200 : 403)
    const mayReadSealed = caller === 'secrecy-reviewer'
    const answers = [await rest(caller, sealed), await rest(caller, `${sealed}?prefix=`)]
    expect(answers.map(({ status }) => status === 200)).toEqual([mayReadSealed, false])
    const foreign = await rest(caller, '/api/media/file/animal-draft.png')
    const lost = await rest(caller, '/api/media/file/no-such-file.png')
    const central = readers.indexOf(caller) >= 4
    expect(foreign.status).toBe(central ? 200 : 403)
    if (!central) expect([foreign.status, foreign.body]).toEqual([lost.status, lost.body])
  })

  it('is served as an attachment that a browser neither guesses at nor runs', async () => {
    const { headers } = await rest('author', open)
    expect(headers.get('Content-Disposition')).toBe('attachment')
    expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(headers.get('Content-Security-Policy')).toContain('sandbox')
    expect(headers.get('Cache-Control')).toContain('no-store')
  })

  it.each(['..%2Fbureau.db', '..%5Cbureau.db', '%2e%2e%2fbureau.db', '.', '%00', '%zz'])(
    'outside the folder (%s) is not served to anyone',
    async (name) => {
      for (const caller of ['anonymous', 'author', 'secrecy-reviewer'] as const) {
        const answer = await rest(caller, `/api/media/file/${name}`)
        expect([400, 403, 404]).toContain(answer.status)
      }
    },
  )

  it('is not fetched from an address for anyone', async () => {
    for (const caller of CALLERS) {
      const answer = await rest(caller, '/api/media/paste-url?src=http://127.0.0.1:3000/')
      expect([400, 403]).toContain(answer.status)
    }
  })
})

describe('draft, autosave, _status and trash', () => {
  it('have no effect on an edit', async () => {
    const { id, token } = { id: world.food.manuscripts.draft, token: world.people.author.token }
    for (const [index, query] of [
      'draft=true',
      'autosave=true',
      'draft=true&autosave=true',
    ].entries()) {
      const title = `第${index}稿`
      const answer = await world.bureau.rest({
        method: 'PATCH',
        path: `/api/manuscripts/${id}?${query}&depth=0`,
        token,
        body: { title, _status: 'published' },
      })
      expect(answer.status).toBe(200)
      const stored = await world.payload.findByID({
        collection: 'manuscripts',
        id,
        depth: 0,
        overrideAccess: true,
      })
      expect(stored.title).toBe(title)
      expect(stored).not.toHaveProperty('_status')
    }
  })

  it('do not open a frozen manuscript', async () => {
    for (const query of ['draft=true', 'autosave=true', 'trash=true', 'overrideLock=true']) {
      const answer = await rest(
        'department-admin',
        `/api/manuscripts/${world.food.manuscripts.pending}?${query}`,
        { method: 'PATCH', body: { title: '改', _status: 'draft' } },
      )
      expect([query, answer.status]).toEqual([query, 409])
    }
  })

  it('show nothing more in a list', async () => {
    const plain = listOf(await rest('author', '/api/manuscripts?limit=100&depth=0'))
    for (const query of [
      'draft=true',
      'trash=true',
      'showHiddenFields=true',
      'overrideAccess=true',
    ]) {
      const list = listOf(await rest('author', `/api/manuscripts?limit=100&depth=0&${query}`))
      expect(list.totalDocs).toBe(plain.totalDocs)
    }
    const users = await rest('author', '/api/users?showHiddenFields=true&limit=100&depth=0')
    expect(JSON.stringify(users.body)).not.toContain('"hash"')
  })

  it('move nothing into a trash', async () => {
    const answer = await rest('author', `/api/manuscripts/${world.food.manuscripts.draft}`, {
      method: 'PATCH',
      body: { deletedAt: new Date().toISOString() },
    })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['unknown-field']])
  })
})

describe('Payload’s own collections', () => {
  const lockOf = async (user: string) => {
    const row: unknown = await world.payload.db.create({
      collection: 'payload-locked-documents',
      data: {
        document: { relationTo: 'manuscripts', value: world.food.manuscripts.colleague },
        user: { relationTo: 'users', value: user },
      },
    })
    return docOf({ status: 200, headers: new Headers(), body: row }).id
  }

  it('show nobody’s locks but one’s own, and let nobody make or take one', async () => {
    const foreign = await lockOf(world.people['department-admin'].id)
    const own = await lockOf(world.people.author.id)
    const path = '/api/payload-locked-documents'
    const list = listOf(await rest('author', `${path}?depth=0`))
    expect(list.docs.map(({ id }) => id)).toEqual([own])
    expect((await rest('author', `${path}/${foreign}`)).status).toBe(404)
    const body = {
      document: { relationTo: 'manuscripts', value: world.food.manuscripts.colleague },
      user: { relationTo: 'users', value: world.people['department-leader'].id },
    }
    expect((await rest('author', path, { method: 'POST', body })).status).toBe(403)
    expect((await rest('author', `${path}/${own}`, { method: 'PATCH', body })).status).toBe(403)
    expect((await rest('author', `${path}/${foreign}`, { method: 'DELETE' })).status).toBe(403)
    expect((await rest('author', `${path}/${own}/duplicate`, { method: 'POST' })).status).toBe(403)
    expect((await rest('author', `${path}/${own}`, { method: 'DELETE' })).status).toBe(200)
    expect((await rest('anonymous', path)).status).toBe(403)
  })

  it('do not let a lock of somebody else stop an edit', async () => {
    await lockOf(world.people['department-leader'].id)
    const answer = await rest(
      'department-admin',
      `/api/manuscripts/${world.food.manuscripts.colleague}`,
      {
        method: 'PATCH',
        body: { subtitle: '照常' },
      },
    )
    expect(answer.status).toBe(200)
  })

  it('keep preferences to the person who set them', async () => {
    const set = (caller: Caller, body: unknown) =>
      rest(caller, '/api/payload-preferences/columns-list', { method: 'POST', body })
    expect((await set('author', { value: { mine: true } })).status).toBe(200)
    const spoofed = {
      value: { spoofed: true },
      user: { relationTo: 'users', value: world.people.author.id },
    }
    await set('auditor', spoofed)
    const read = await rest('author', '/api/payload-preferences/columns-list')
    expect(JSON.stringify(read.body)).toContain('mine')
    expect(JSON.stringify(read.body)).not.toContain('spoofed')
    const list = listOf(await rest('auditor', '/api/payload-preferences?limit=100&depth=0'))
    expect(list.docs).toHaveLength(1)
    expect(JSON.stringify(list)).not.toContain('mine')
    await rest('auditor', '/api/payload-preferences/columns-list', { method: 'DELETE' })
    const kept = await rest('author', '/api/payload-preferences/columns-list')
    expect(JSON.stringify(kept.body)).toContain('mine')
    expect((await set('anonymous', { value: 1 })).status).toBeGreaterThanOrEqual(400)
    expect((await rest('anonymous', '/api/payload-preferences')).status).toBe(403)
  })

  it.each(['payload-kv', 'payload-migrations', 'payload-jobs', 'payload-query-presets'])(
    'keep %s to themselves',
    async (slug) => {
      for (const caller of CALLERS) {
        const answers = [
          await rest(caller, `/api/${slug}`),
          await rest(caller, `/api/${slug}/count`),
          await rest(caller, `/api/${slug}/${missing}`),
          await rest(caller, `/api/${slug}/run`),
          await rest(caller, `/api/${slug}`, { method: 'POST', body: { key: 'x', data: {} } }),
          await rest(caller, `/api/${slug}/${missing}`, { method: 'PATCH', body: {} }),
          await rest(caller, `/api/${slug}/${missing}`, { method: 'DELETE' }),
          await rest(caller, `/api/${slug}?where[id][exists]=true`, { method: 'DELETE' }),
        ]
        for (const { status } of answers) expect([403, 404, 501]).toContain(status)
      }
    },
  )
})

describe('what tells rights', () => {
  it('says the same of an existing row that one may not see and of a missing one', async () => {
    for (const [slug, id] of [
      ['manuscripts', world.animal.manuscripts.draft],
      ['application-forms', world.animal.forms.held],
      ['media', world.animal.media.draft],
    ]) {
      const of = (row: string | undefined) =>
        rest('author', `/api/${slug}/access/${row}`, { method: 'POST', body: {} })
      const [foreign, lost] = [await of(id), await of(missing)]
      expect([foreign.status, foreign.body]).toEqual([lost.status, lost.body])
    }
  })

  it('holds no row', async () => {
    for (const caller of CALLERS) {
      const answer = await rest(caller, '/api/access')
      expect(answer.status).toBe(200)
      expect(JSON.stringify(answer.body)).not.toContain('food')
    }
  })
})

describe('the workflow’s own routes', () => {
  const routes = () => [
    [
      `/api/manuscripts/${world.animal.manuscripts.draft}/submit`,
      `/api/manuscripts/${missing}/submit`,
    ],
    ...['sign', 'return', 'refer', 'hold', 'release', 'cancel'].map((action) => [
      `/api/application-forms/${world.animal.forms.pending}/${action}`,
      `/api/application-forms/${missing}/${action}`,
    ]),
    ...['withdraw', 'remove'].map((action) => [
      `/api/posts/${world.animal.posts.removed}/${action}`,
      `/api/posts/${missing}/${action}`,
    ]),
  ]

  it('answer 401 without a login, and 404 for what one may not see as for what is missing', async () => {
    for (const pair of routes()) {
      for (const path of pair) {
        for (const caller of ['anonymous', 'inactive'] as const) {
          const answer = await rest(caller, path, { method: 'POST', body: {} })
          expect([path, answer.status, codesOf(answer)]).toEqual([path, 401, ['no-login']])
        }
        const answer = await rest('author', path, { method: 'POST', body: {} })
        expect([path, answer.status, codesOf(answer)]).toEqual([path, 404, ['not-found']])
      }
    }
  })
})

describe('a list', () => {
  it.each(['limit=0', 'limit=-1', 'limit=abc', 'limit='])('refuses %s', async (query) => {
    const answer = await rest('author', `/api/manuscripts?${query}&depth=0`)
    expect([answer.status, codesOf(answer)]).toEqual([400, ['limit-out-of-range']])
  })

  it.each(['limit=100000', 'pagination=false', 'limit=1e9&pagination=false'])(
    'holds at most 100 rows for %s',
    async (query) => {
      const answer = listOf(await rest('author', `/api/users?${query}&depth=0`))
      expect(answer.limit === 100 || answer.docs.length <= 100).toBe(true)
    },
  )

  it('is never filled in deeper than two levels', async () => {
    const id = world.food.manuscripts.draft
    const two = await rest('author', `/api/manuscripts/${id}?depth=2`)
    const many = await rest('author', `/api/manuscripts/${id}?depth=50`)
    expect(many.body).toEqual(two.body)
  })

  it('refuses conditions that are nested too deep or too many', async () => {
    const deep = `where${'[and][0]'.repeat(4)}[or][0][and][0][or][0][title][equals]=x`
    const nested = (depth: number): unknown =>
      depth === 0 ? { title: { equals: 'x' } } : { and: [nested(depth - 1)] }
    const where = encodeURIComponent(JSON.stringify(nested(60)))
    const wide = encodeURIComponent(
      JSON.stringify({ or: Array.from({ length: 150 }, () => ({ title: { equals: 'x' } })) }),
    )
    for (const query of [deep, `where=${where}`, `where=${wide}`]) {
      const answer = await rest('author', `/api/manuscripts?${query}&depth=0`)
      expect([200, 400]).toContain(answer.status)
      if (query !== deep) expect(codesOf(answer)).toEqual(['query-too-deep'])
    }
  })
})

describe('GraphQL', () => {
  const deep = (levels: number) =>
    `{ Columns { docs ${'{ parent '.repeat(levels)}{ id }${' }'.repeat(levels)} } }`
  const refusedAs = async (query: string) => {
    const answer = await ask('author', query)
    return [answer.status, codesOf(answer)]
  }

  it('answers a question of ordinary depth', async () => {
    const answer = await ask('author', deep(3))
    expect([answer.status, codesOf(answer)]).toEqual([200, []])
  })

  it('refuses one that goes too deep', async () => {
    expect(await refusedAs(deep(12))).toEqual([400, ['query-too-deep']])
    expect(await refusedAs(deep(200))).toEqual([400, ['query-too-deep']])
  })

  it('names related posts, but not those that they name in turn', async () => {
    expect(await refusedAs('{ Posts { docs { related { id title } } } }')).toEqual([200, []])
    const [status] = await refusedAs('{ Posts { docs { related { related { id } } } } }')
    expect(status).toBe(400)
  })

  it('refuses the same list under many names', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `a${index}: Manuscripts { totalDocs }`)
    expect(await refusedAs(`{ ${names.join(' ')} }`)).toEqual([400, ['query-too-deep']])
  })

  it('refuses many names behind fragments, and fragments in themselves', async () => {
    const part = (name: string, next: string) =>
      `fragment ${name} on Query { ${Array.from({ length: 10 }, (_, index) => `${name}${index}: Posts { totalDocs }`).join(' ')} ${next} }`
    const chain = `{ ...A } ${part('A', '...B')} ${part('B', '...C')} ${part('C', '')}`
    expect(await refusedAs(chain)).toEqual([400, ['query-too-deep']])
    const circle =
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A Posts { totalDocs } }'
    expect((await refusedAs(circle))[0]).toBe(400)
    const bomb = Array.from({ length: 30 }, (_, index) => {
      const next = `...F${index + 1}`
      return `fragment F${index} on Column { ${index === 29 ? 'id' : `${next} ${next}`} }`
    }).join(' ')
    const started = Date.now()
    expect((await refusedAs(`{ Columns { docs { ...F0 } } } ${bomb}`))[0]).toBe(400)
    expect(Date.now() - started).toBeLessThan(5000)
  })

  it('refuses a question that is too long to be looked at', async () => {
    const started = Date.now()
    const fields = '{ Posts { docs { id } } } '.repeat(2000)
    expect(await refusedAs(fields)).toEqual([400, ['query-too-deep']])
    expect(Date.now() - started).toBeLessThan(2000)
  })

  it('describes its schema, but not without end', async () => {
    const types = '{ __schema { queryType { fields { name type { name ofType { name } } } } } }'
    expect(await refusedAs(types)).toEqual([200, []])
    const endless = `{ __schema { types { fields ${'{ type { fields '.repeat(10)}{ name }${' } }'.repeat(10)} } } }`
    expect(await refusedAs(endless)).toEqual([400, expect.arrayContaining(['query-too-deep'])])
  })

  it.each([
    ['{ Nothing { id } }', {}],
    ['query ($id: String!) { Manuscript(id: $id) { id } }', {}],
    ['query ($id: String!) { Manuscript(id: $id) { id } }', { id: { a: 1 } }],
    [
      'mutation ($d: mutationManuscriptInput!) { createManuscript(data: $d) { id } }',
      { d: { foo: 1 } },
    ],
    ['{ Manuscripts(limit: "x") { totalDocs } }', {}],
    ['{', {}],
    ['', {}],
  ])('answers a wrong question with a bad request: %s', async (query, variables) => {
    const answer = await ask('author', query, variables)
    expect([200, 400]).toContain(answer.status)
    expect(JSON.stringify(answer.body)).toContain('"errors"')
  })

  it.each(['limit: 0', 'limit: -5', 'page: -1'])(
    'bounds lists as REST does: %s',
    async (argument) => {
      const answer = await ask('author', `{ Manuscripts(${argument}) { totalDocs } }`)
      expect(dataOf(answer).Manuscripts ?? null).toBeNull()
      expect(codesOf(answer)[0]).toMatch(/out-of-range$/)
    },
  )

  it('words its refusals in the reader’s language, with a code', async () => {
    const query = `mutation { updateManuscript(id: "${world.food.manuscripts.pending}", data: { title: "改" }) { id } }`
    const { token } = world.people['department-admin']
    for (const [language, words] of [
      ['zh-CN', '稿件正在审批'],
      ['en', 'under approval'],
    ]) {
      const answer = await world.bureau.graphql({
        query,
        token,
        headers: { 'Accept-Language': language ?? '' },
      })
      expect(codesOf(answer)).toEqual(['manuscript-frozen'])
      expect(JSON.stringify(answer.body)).toContain(words)
    }
  })
})

describe('another site', () => {
  const cookie = () => `payload-token=${world.people.author.token}`
  const withOrigin = (headers: Record<string, string>) =>
    world.bureau.rest({
      path: '/api/manuscripts?depth=0',
      headers: { Cookie: cookie(), ...headers },
    })

  it('cannot use the cookie of a signed-in person', async () => {
    expect((await withOrigin({ Origin: 'https://evil.example' })).status).toBe(403)
    expect((await withOrigin({ 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect((await withOrigin({})).status).toBe(403)
    expect((await withOrigin({ Origin: CMS })).status).toBe(200)
    expect((await withOrigin({ 'Sec-Fetch-Site': 'same-origin' })).status).toBe(200)
  })

  it('may not read answers', async () => {
    const { headers } = await withOrigin({ Origin: 'https://evil.example' })
    const allowed = headers.get('Access-Control-Allow-Origin')
    expect([null, CMS]).toContain(allowed)
  })

  it('never gets the cookie, which is kept from scripts', async () => {
    const { email } = world.people.author
    const answer = await world.bureau.rest({
      method: 'POST',
      path: '/api/users/login',
      body: { email, password: 'Bureau-test-2026' },
    })
    const set = answer.headers.get('Set-Cookie') ?? ''
    for (const part of ['HttpOnly', 'SameSite=Strict', 'Secure', 'Path=/'])
      expect(set).toContain(part)
    expect(JSON.stringify(answer.body)).not.toMatch(/"(hash|salt|apiKey)"/)
  })
})

describe('the search of the public site', () => {
  let index: SearchIndex

  beforeAll(async () => {
    const { payload, dataDir } = world.bureau
    index = openSearchIndex({ file: join(dataDir, 'search.db') })
    setSearchIndex(index)
    await createSearchFeed({ payload, index }).makeIndex({
      isAnew: true,
      onProgress: () => undefined,
      between: async () => undefined,
      isStopped: () => false,
    })
  })
  afterAll(async () => {
    setSearchIndex(null)
    await index.close()
  })

  const search = async (caller: Caller, word: string) => {
    const { GET } = await import('../app/(site)/search/route')
    const { token, apiKey } = { token: undefined, apiKey: undefined, ...credentials(caller) }
    const authorization = apiKey ? `users API-Key ${apiKey}` : `JWT ${token}`
    const response = await GET(
      new Request(`${CMS}/search?q=${encodeURIComponent(word)}`, {
        headers: token || apiKey ? { authorization, cookie: `payload-token=${token}` } : {},
      }),
    )
    expect(response.status).toBe(200)
    return /<ol class="b-search-results">.*?<\/ol>/.exec(await response.text())?.[0] ?? ''
  }

  it('finds what is live', async () => {
    expect(await search('anonymous', '"food published"')).toContain('published')
  })

  it.each(CALLERS)('finds for %s nothing that is not public', async (caller) => {
    for (const word of ['"food withdrawn"', '"food draft"', '"food pending"', SECRET_WORD]) {
      expect(await search(caller, word), word).toBe('')
    }
  })
})
