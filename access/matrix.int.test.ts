import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isGuarded, isGuardedGlobal } from '../collections/gate/guard'
import { SITE_VERSION } from '../collections/siteChanged'
import { codesOf, dataOf, docOf, listOf } from '../testing/answers'
import type { Answer } from '../testing/bureau'
import { digestOf, missingId, namedRows } from '../testing/rows'
import { openWorld, pictureFile, type World } from '../testing/world'
import { DUTY_LIST } from './duties'
import {
  type Caller,
  CHANGES_SETTINGS,
  CREATES,
  EDIT_STATUS,
  EDITS,
  READS,
  REFUSED_SHOWS,
} from './expected'
import { keysOf } from './keysOf'
import { RULES, type RuledCollection } from './rules'

const CALLERS: Caller[] = ['anonymous', 'inactive', ...DUTY_LIST]
const COLLECTIONS = keysOf(RULES)

/** GraphQL's names, [one, many]; counters and desks are not in it at all. */
const GRAPHQL_NAMES = {
  departments: ['Department', 'Departments'],
  columns: ['Column', 'Columns'],
  topics: ['Topic', 'Topics'],
  placements: ['Placement', 'Placements'],
  users: ['User', 'Users'],
  filings: ['Filing', 'Filings'],
  media: ['Media', 'allMedia'],
  manuscripts: ['Manuscript', 'Manuscripts'],
  'application-forms': ['ApplicationForm', 'ApplicationForms'],
  posts: ['Post', 'Posts'],
  'publication-records': ['PublicationRecord', 'PublicationRecords'],
} as const
const IN_GRAPHQL = keysOf(GRAPHQL_NAMES)

/** A harmless change that everybody who may change the row may make. */
const CHANGE: Record<RuledCollection, Record<string, unknown>> = {
  departments: { phone: '024-1' },
  columns: { keywords: '食品' },
  topics: { summary: '说明' },
  placements: { title: '换掉的标题' },
  users: { phone: '024-2' },
  filings: { document: '备案函' },
  media: { alt: '换掉的说明' },
  manuscripts: { subtitle: '换掉的副题' },
  'application-forms': { title: '换掉的标题' },
  posts: { title: '换掉的标题' },
  'publication-records': { title: '换掉的标题' },
  counters: { value: 1 },
  desks: { holder: 'me' },
}

let world: World
let rows: Record<RuledCollection, Record<string, string>>
let missing: string
let before: Record<string, string>
let counters: unknown[]

/** What no API may write, whatever has been tried. */
const UNWRITABLE = ['posts', 'application-forms', 'publication-records'] as const

/** Sequences; the version of the site's frame rises with every change of a column, department or setting. */
const counterValues = async () => {
  const { docs } = await world.payload.find({
    collection: 'counters',
    where: { key: { not_equals: SITE_VERSION } },
    sort: 'key',
    limit: 1000,
    overrideAccess: true,
  })
  return docs.map(({ key, value }) => [key, value])
}

beforeAll(async () => {
  world = await openWorld()
  rows = await namedRows(world)
  missing = missingId(world.payload)
  before = await digestOf(world.payload, UNWRITABLE)
  counters = await counterValues()
})
afterAll(() => world?.bureau.close())

const credentials = (caller: Caller) => {
  if (caller === 'anonymous') return {}
  if (caller === 'inactive') return { token: world.inactive.token }
  if (caller === 'api-reader') return { apiKey: world.apiKey }
  return { token: world.people[caller].token }
}

const rest = (
  caller: Caller,
  path: string,
  more: Omit<Parameters<World['bureau']['rest']>[0], 'path'> = {},
) => world.bureau.rest({ path, ...credentials(caller), ...more })

const idsOf = (collection: RuledCollection, names: readonly string[] | 'all' | undefined) =>
  names === 'all'
    ? Object.values(rows[collection])
    : (names ?? []).map((name) => {
        const id = rows[collection][name]
        if (!id) throw new Error(`The world has no ${collection} ${name}`)
        return id
      })

/** Some rows of each collection: both departments, and every kind that a rule tells apart. */
const sample = (collection: RuledCollection): [name: string, id: string][] => {
  const all = Object.entries(rows[collection])
  const telling = /\.(draft|colleague|pending|held|refused|published|withdrawn|removed|author)$/
  const chosen = all.filter(([name]) => telling.test(name))
  return chosen.length > 0 ? chosen : all.slice(0, 4)
}

const newRow = async (collection: RuledCollection): Promise<Record<string, unknown> | FormData> => {
  const code = `c${randomUUID().slice(0, 8)}`
  switch (collection) {
    case 'departments':
      return { code, name: code, kind: 'internal', mark: 'none' }
    case 'columns':
      return {
        code,
        name: code,
        pillar: 'information',
        columnType: '工作动态',
        listKind: 'news',
        route: 'department',
        contributors: 'none',
        owners: [{ department: world.food.id, from: '2020-01-01T00:00:00.000Z' }],
      }
    case 'topics':
      return { code, title: code }
    case 'placements':
      return {
        place: 'headline',
        post: world.food.posts.published,
        from: '2020-01-01T00:00:00.000Z',
      }
    case 'users':
      return { email: `${code}@bureau.example`, name: code, password: randomUUID() }
    case 'filings':
      return {
        department: world.food.id,
        person: world.food.leader.id,
        role: 'author',
        from: '2020-01-01T00:00:00.000Z',
      }
    case 'media': {
      const form = new FormData()
      const file = new File([new Uint8Array(await pictureFile(9))], `${code}.png`, {
        type: 'image/png',
      })
      form.set('file', file)
      form.set('_payload', JSON.stringify({ alt: '说明' }))
      return form
    }
    case 'manuscripts':
      return { title: code, column: world.food.column }
    default:
      return { ...CHANGE[collection], ...(collection === 'counters' ? { key: code } : {}) }
  }
}

/** Takes a row of this test out again, with its versions. */
const takeAway = async (collection: RuledCollection, id: string) => {
  const { db } = world.payload
  if (collection === 'manuscripts') {
    await db.deleteVersions({ collection, where: { parent: { equals: id } } })
  }
  await db.deleteOne({ collection, where: { id: { equals: id } } })
}

const isRefused = ({ status }: Answer) => status === 403 || status === 404

describe.each(CALLERS)('over REST %s', (caller) => {
  it.each(COLLECTIONS)('lists and counts of %s exactly what it may see', async (collection) => {
    const expected = idsOf(collection, READS[caller][collection]).sort()
    const list = await rest(caller, `/api/${collection}?limit=100&depth=0`)
    const count = await rest(caller, `/api/${collection}/count`)
    if (list.status === 403) {
      expect(expected).toEqual([])
      expect(count.status).toBe(403)
      return
    }
    const { docs, totalDocs } = listOf(list)
    expect(docs.map(({ id }) => id).sort()).toEqual(expected)
    expect(totalDocs).toBe(expected.length)
    expect(count.body).toEqual({ totalDocs: expected.length })
  })

  it.each(COLLECTIONS)(
    'reads of %s one by one what it lists; the rest is missing',
    async (collection) => {
      const visible = new Set(idsOf(collection, READS[caller][collection]))
      const lost = await rest(caller, `/api/${collection}/${missing}?depth=0`)
      expect(isRefused(lost)).toBe(true)
      for (const [name, id] of sample(collection)) {
        const answer = await rest(caller, `/api/${collection}/${id}?depth=0`)
        if (visible.has(id)) expect([name, answer.status]).toEqual([name, 200])
        else expect([name, answer.status, answer.body]).toEqual([name, lost.status, lost.body])
        const hides = collection === 'application-forms' && name.endsWith('.refused')
        if (hides && visible.has(id) && caller !== 'secrecy-reviewer') {
          expect(Object.keys(docOf(answer)).sort()).toEqual(REFUSED_SHOWS)
        }
      }
    },
  )

  it.each(COLLECTIONS)('changes of %s exactly what it may', async (collection) => {
    const editable = new Set(idsOf(collection, EDITS[caller][collection]))
    const body = CHANGE[collection]
    const change = (id: string) =>
      rest(caller, `/api/${collection}/${id}?depth=0`, { method: 'PATCH', body })
    const lost = await change(missing)
    expect(isRefused(lost)).toBe(true)
    for (const [name, id] of sample(collection)) {
      if (collection === 'users' && caller !== 'system-admin') continue
      const answer = await change(id)
      if (editable.has(id)) {
        const fate = name.split('.')[1] ?? ''
        const expected = collection === 'manuscripts' ? EDIT_STATUS[fate] : 200
        expect([name, answer.status]).toEqual([name, expected])
      } else expect([name, answer.status, answer.body]).toEqual([name, lost.status, lost.body])
    }
  })

  it.each(COLLECTIONS)('changes nothing of %s in bulk', async (collection) => {
    const digest = await digestOf(world.payload, [collection])
    const answer = await rest(
      caller,
      `/api/${collection}?where[id][not_equals]=${missing}&depth=0`,
      { method: 'PATCH', body: CHANGE[collection] },
    )
    expect(answer.status).toBe(403)
    expect(await digestOf(world.payload, [collection])).toEqual(digest)
  })

  it.each(COLLECTIONS)('creates in %s only if it may', async (collection) => {
    const isFile = collection === 'media'
    const { totalDocs } = await world.payload.count({ collection, overrideAccess: true })
    const answer = await rest(caller, `/api/${collection}?depth=0`, {
      method: 'POST',
      body: await newRow(collection),
    })
    const may = CREATES[collection].includes(caller)
    expect([answer.status, isFile]).toEqual([may ? 201 : 403, isFile])
    const after = await world.payload.count({ collection, overrideAccess: true })
    expect(after.totalDocs - totalDocs).toBe(may ? 1 : 0)
    if (may) await takeAway(collection, docOf(answer).id)
  })

  it.each(COLLECTIONS)('deletes nothing of %s, and copies nothing', async (collection) => {
    const { totalDocs } = await world.payload.count({ collection, overrideAccess: true })
    const own = sample(collection)[0]?.[1] ?? missing
    const other = sample(collection).find(([name]) => name.startsWith('animal.'))?.[1] ?? own
    for (const id of new Set([missing, own, other])) {
      const answer = await rest(caller, `/api/${collection}/${id}`, { method: 'DELETE' })
      expect(answer.status).toBe(403)
    }
    const copy = await rest(caller, `/api/${collection}/${own}/duplicate`, {
      method: 'POST',
      body: {},
    })
    expect(copy.status).toBe(404)
    const bulk = await rest(caller, `/api/${collection}?where[id][not_equals]=${missing}`, {
      method: 'DELETE',
    })
    expect(bulk.status).toBe(403)
    const after = await world.payload.count({ collection, overrideAccess: true })
    expect(after.totalDocs).toBe(totalDocs)
  })

  it.each(COLLECTIONS.filter((slug) => slug !== 'manuscripts'))(
    'finds no versions of %s and restores none',
    async (collection) => {
      const list = await rest(caller, `/api/${collection}/versions`)
      const one = await rest(caller, `/api/${collection}/versions/${missing}`)
      const back = await rest(caller, `/api/${collection}/versions/${missing}`, { method: 'POST' })
      expect([list.status, one.status, back.status]).toEqual([403, 403, 403])
    },
  )

  it('reads the versions of exactly the manuscripts that it reads', async () => {
    const visible = idsOf('manuscripts', READS[caller].manuscripts)
    const list = await rest(caller, '/api/manuscripts/versions?limit=100&depth=0')
    const parents = list.status === 403 ? [] : listOf(list).docs.map(({ parent }) => String(parent))
    expect([...new Set(parents)].sort()).toEqual([...visible].sort())
    const lost = await rest(caller, `/api/manuscripts/versions/${missing}`)
    for (const [name, id] of sample('manuscripts')) {
      const answer = await rest(caller, `/api/manuscripts/versions/${await versionOf(id)}?depth=0`)
      if (visible.includes(id)) expect([name, answer.status]).toEqual([name, 200])
      else expect([name, answer.status, answer.body]).toEqual([name, lost.status, lost.body])
    }
  })

  it('restores versions of exactly the manuscripts that it edits', async () => {
    const editable = new Set(idsOf('manuscripts', EDITS[caller].manuscripts))
    const restore = (id: string) =>
      rest(caller, `/api/manuscripts/versions/${id}?depth=0`, { method: 'POST' })
    const lost = await restore(missing)
    expect(lost.status).toBe(403)
    for (const [name, id] of sample('manuscripts')) {
      const answer = await restore(await versionOf(id))
      const fate = name.split('.')[1] ?? ''
      if (editable.has(id)) expect([name, answer.status]).toEqual([name, EDIT_STATUS[fate]])
      else expect([name, answer.status, codesOf(answer)]).toEqual([name, 403, codesOf(lost)])
    }
  })

  it('reads the site settings, and changes them only if it may', async () => {
    expect((await rest(caller, '/api/globals/site-settings')).status).toBe(200)
    const answer = await rest(caller, '/api/globals/site-settings', {
      method: 'POST',
      body: { siteName: '某局网站' },
    })
    expect(answer.status).toBe(CHANGES_SETTINGS.includes(caller) ? 200 : 403)
    const versions = await rest(caller, '/api/globals/site-settings/versions')
    const back = await rest(caller, `/api/globals/site-settings/versions/${missing}`, {
      method: 'POST',
    })
    expect([versions.status, back.status]).toEqual([403, 403])
  })
})

const versionOf = async (manuscript: string): Promise<string> => {
  const { docs } = await world.payload.findVersions({
    collection: 'manuscripts',
    where: { parent: { equals: manuscript } },
    depth: 0,
    limit: 1,
    overrideAccess: true,
  })
  const [version] = docs
  if (!version) throw new Error(`The manuscript ${manuscript} has no version`)
  return version.id
}

const ask = (caller: Caller, query: string, variables: Record<string, unknown> = {}) =>
  world.bureau.graphql({ query, variables, ...credentials(caller) })

describe.each(CALLERS)('over GraphQL %s', (caller) => {
  it('lists and counts exactly what it may see', async () => {
    const question = (part: readonly (keyof typeof GRAPHQL_NAMES)[]) =>
      `{ ${part
        .map((slug) => {
          const [, many] = GRAPHQL_NAMES[slug]
          const counted = slug === 'media' ? 'countallMedia' : `count${many}`
          return `${many}(limit: 100) { totalDocs docs { id } } ${counted} { totalDocs }`
        })
        .join(' ')} }`
    const answers = [
      await ask(caller, question(IN_GRAPHQL.slice(0, 5))),
      await ask(caller, question(IN_GRAPHQL.slice(5))),
    ]
    const data = Object.assign({}, ...answers.map(dataOf))
    for (const slug of IN_GRAPHQL) {
      const [, many] = GRAPHQL_NAMES[slug]
      const expected = idsOf(slug, READS[caller][slug]).sort()
      const list = data[many]
      const count = data[`count${many}`]
      if (list === null || list === undefined) {
        expect([slug, expected, count ?? null]).toEqual([slug, [], null])
        continue
      }
      const { docs, totalDocs } = listOf({ status: 200, headers: new Headers(), body: list })
      expect([slug, docs.map(({ id }) => id).sort()]).toEqual([slug, expected])
      expect([slug, totalDocs, count]).toEqual([slug, expected.length, { totalDocs }])
    }
  })

  it.each(IN_GRAPHQL)('reads of %s one by one what it lists; the rest is missing', async (slug) => {
    const visible = new Set(idsOf(slug, READS[caller][slug]))
    const [one] = GRAPHQL_NAMES[slug]
    const chosen = sample(slug).slice(0, 19)
    const ids = [missing, ...chosen.map(([, id]) => id)]
    const answer = await ask(
      caller,
      `{ ${ids.map((id, index) => `r${index}: ${one}(id: "${id}") { id }`).join(' ')} }`,
    )
    const data = dataOf(answer)
    expect(data.r0 ?? null).toBeNull()
    chosen.forEach(([name, id], index) => {
      const row = data[`r${index + 1}`] ?? null
      expect([name, row]).toEqual([name, visible.has(id) ? { id } : null])
    })
    expect(new Set(codesOf(answer)).size).toBeLessThanOrEqual(1)
  })

  it.each(IN_GRAPHQL)('changes of %s no more than over REST, and deletes nothing', async (slug) => {
    const editable = new Set(idsOf(slug, EDITS[caller][slug]))
    const [one] = GRAPHQL_NAMES[slug]
    const chosen = sample(slug).slice(0, 9)
    if (slug === 'users' && caller !== 'system-admin') return
    const fields = Object.entries(CHANGE[slug])
      .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
      .join(', ')
    const answer = await ask(
      caller,
      `mutation { ${[missing, ...chosen.map(([, id]) => id)]
        .map(
          (id, index) =>
            `u${index}: update${one}(id: "${id}", data: { ${fields} }) { id } ` +
            `d${index}: delete${one}(id: "${id}") { id }`,
        )
        .join(' ')} }`,
    )
    const data = dataOf(answer)
    expect([data.u0 ?? null, data.d0 ?? null]).toEqual([null, null])
    chosen.forEach(([name, id], index) => {
      const fate = name.split('.')[1] ?? ''
      const open = slug !== 'manuscripts' || EDIT_STATUS[fate] === 200
      const row = editable.has(id) && open ? { id } : null
      expect([name, data[`u${index + 1}`] ?? null]).toEqual([name, row])
      expect([name, data[`d${index + 1}`] ?? null]).toEqual([name, null])
    })
  })

  it('creates only what it may, and restores no foreign version', async () => {
    const creatable = IN_GRAPHQL.filter((slug) => slug !== 'media' && slug !== 'users')
    for (const slug of creatable) {
      const [one] = GRAPHQL_NAMES[slug]
      const data = await newRow(slug)
      const answer = await ask(
        caller,
        `mutation ($data: mutation${one}Input!) { made: create${one}(data: $data) { id } }`,
        { data },
      )
      const made = dataOf(answer).made ?? null
      expect([slug, made !== null]).toEqual([slug, CREATES[slug].includes(caller)])
      if (made !== null) {
        const { id } = docOf({ status: 200, headers: new Headers(), body: made })
        await takeAway(slug, id)
      }
    }
    for (const id of [world.animal.manuscripts.draft, world.food.manuscripts.refused]) {
      const answer = await ask(
        caller,
        `mutation { back: restoreVersionManuscript(id: "${await versionOf(id)}") { id } }`,
      )
      expect(dataOf(answer).back ?? null).toBeNull()
    }
  })
})

describe('after all of this', () => {
  it('no post, form, record or counter has changed', async () => {
    expect(await digestOf(world.payload, UNWRITABLE)).toEqual(before)
    expect(await counterValues()).toEqual(counters)
  })
})

const ROUTES_OF_EVERY_COLLECTION = [
  'get /',
  'post /',
  'patch /',
  'delete /',
  'get /:id',
  'patch /:id',
  'delete /:id',
  'get /count',
  'get /versions',
  'get /versions/:id',
  'post /versions/:id',
  'post /access/:id?',
]

/** Every route beyond those, with the test that holds it: a new one must be added to one of them. */
const MORE_ROUTES: Record<string, string[]> = {
  users: [
    'post /forgot-password',
    'get /init',
    'post /login',
    'post /logout',
    'get /me',
    'post /refresh-token',
    'post /first-register',
    'post /reset-password',
    'post /unlock',
    'post /verify/:id',
  ],
  media: ['get /paste-url/:id?', 'get /file/:filename'],
  manuscripts: ['post /:id/submit'],
  'application-forms': [
    'post /sign-many',
    'post /:id/sign',
    'post /:id/return',
    'post /:id/refer',
    'post /:id/hold',
    'post /:id/release',
    'post /:id/cancel',
  ],
  posts: ['post /:id/withdraw', 'post /:id/remove'],
  'payload-preferences': ['get /:key', 'post /:key', 'delete /:key', 'post /:id/duplicate'],
  'payload-locked-documents': ['post /:id/duplicate'],
  'payload-kv': ['post /:id/duplicate'],
}

/** Payload's own collections, closed by `payloadCollections.ts`; `sideDoors.int.test.ts` knocks at each. */
const PAYLOADS = [
  'payload-kv',
  'payload-locked-documents',
  'payload-migrations',
  'payload-preferences',
]

describe('the running configuration', () => {
  it('holds no collection that this matrix does not know, and each is behind the gate', () => {
    const { collections } = world.bureau.config
    const own = collections.filter(({ slug }) => !slug.startsWith('payload-'))
    expect(own.map(({ slug }) => slug).sort()).toEqual([...COLLECTIONS].sort())
    expect(own.filter((collection) => !isGuarded(collection))).toEqual([])
    const payloads = collections.filter(({ slug }) => slug.startsWith('payload-'))
    expect(payloads.map(({ slug }) => slug).sort()).toEqual(PAYLOADS)
  })

  it('names every right of every own collection', () => {
    const rights = ['admin', 'create', 'delete', 'read', 'readVersions', 'unlock', 'update']
    for (const collection of world.bureau.config.collections) {
      if (PAYLOADS.includes(collection.slug)) continue
      expect(Object.keys(collection.access).sort(), collection.slug).toEqual(rights)
    }
  })

  it('holds one global, behind the gate, with Payload’s routes only', () => {
    const { globals } = world.bureau.config
    expect(globals.map(({ slug }) => slug)).toEqual(['site-settings'])
    expect(globals.every(isGuardedGlobal)).toBe(true)
    const routes = globals.flatMap(({ endpoints }) => endpoints || [])
    expect(routes.map(({ method, path }) => `${method} ${path}`).sort()).toEqual(
      [
        'get /',
        'post /',
        'post /access',
        'get /versions',
        'get /versions/:id',
        'post /versions/:id',
      ].sort(),
    )
  })

  it('answers on no route that no test knows', () => {
    for (const { slug, endpoints } of world.bureau.config.collections) {
      const routes = (endpoints || []).map(({ method, path }) => `${method} ${path}`)
      const closed = slug === 'payload-migrations'
      const known = closed ? [] : [...ROUTES_OF_EVERY_COLLECTION, ...(MORE_ROUTES[slug] ?? [])]
      expect([slug, [...routes].sort()]).toEqual([slug, known.sort()])
    }
    const root = (world.bureau.config.endpoints ?? []).map(
      ({ method, path }) => `${method} ${path}`,
    )
    expect(root).toEqual(['get /access'])
  })

  it('shows GraphQL no collection of the server’s own', async () => {
    const answer = await ask(
      'system-admin',
      '{ __schema { queryType { fields { name } } mutationType { fields { name } } } }',
    )
    const names = JSON.stringify(answer.body)
    expect(names).toContain('Manuscripts')
    for (const hidden of ['Counter', 'Desk', 'PayloadMigration', 'PayloadKv']) {
      expect(names).not.toContain(`"${hidden}`)
    }
  })
})
