import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../access/person'
import { codesOf, dataOf, docOf, firstErrorOf, listOf } from '../testing/answers'
import {
  type Account,
  makeAccount,
  makeColumn,
  makeDepartment,
  makeMedia,
  openWorld,
  type World,
} from '../testing/world'
import { heading, link, list, paragraph, picture, richText, table, text } from './richText/build'

const LONG_AGO = '2020-01-01T00:00:00.000Z'

let world: World
let author: Account
let admin: Account
let editor: Account

beforeAll(async () => {
  world = await openWorld()
  author = world.people.author
  admin = world.people['department-admin']
  editor = world.people['office-editor']
})
afterAll(() => world?.bureau.close())

type Request = Parameters<World['bureau']['rest']>[0]
const by = (account: Account, request: Request) =>
  world.bureau.rest({ token: account.token, ...request })
const make = (account: Account, slug: string, body: unknown) =>
  by(account, { method: 'POST', path: `/api/${slug}?depth=0`, body })
const change = (account: Account, slug: string, id: string, body: unknown) =>
  by(account, { method: 'PATCH', path: `/api/${slug}/${id}?depth=0`, body })
const stored = (id: string) =>
  world.payload.findByID({ collection: 'manuscripts', id, depth: 0, overrideAccess: true })
const newManuscript = async (account: Account, more: Record<string, unknown> = {}) =>
  docOf(await make(account, 'manuscripts', { title: '标题', column: world.food.column, ...more }))
const file = (name = `bild-${randomUUID().slice(0, 8)}`) =>
  makeMedia({ payload: world.payload, department: world.food.id, name })

const versionsOf = async (manuscript: string) => {
  const { docs } = await world.payload.findVersions({
    collection: 'manuscripts',
    where: { parent: { equals: manuscript } },
    sort: 'createdAt',
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}
const restore = (account: Account, version: string | undefined) =>
  by(account, { method: 'POST', path: `/api/manuscripts/versions/${version}?depth=0` })

describe('a new manuscript', () => {
  it('gets its department, its writer, its provider and its kind from the server', async () => {
    const made = await newManuscript(author)
    expect(made).toMatchObject({
      department: world.food.id,
      createdBy: author.id,
      lastEditedBy: author.id,
      providers: [world.food.id],
      kind: 'affairs',
      sealed: false,
      discarded: false,
    })
  })

  it.each([
    ['department', () => world.animal.id],
    ['createdBy', () => world.people['department-admin'].id],
    ['lastEditedBy', () => world.people['department-admin'].id],
    ['imported', () => ({ key: 'x', originalDate: LONG_AGO })],
    ['sealed', () => true],
  ])('is refused if it brings a %s of its own', async (field, value) => {
    const body = { title: '标题', column: world.food.column, [field]: value() }
    const answer = await make(author, 'manuscripts', body)
    expect([answer.status, codesOf(answer), firstErrorOf(answer)?.field]).toEqual([
      403,
      ['server-field'],
      field,
    ])
  })

  it('can be sent back as it was read, with every kind of node that is made by code', async () => {
    const media = await file()
    const body = richText(
      heading('h2', '一、总则'),
      paragraph([text('见'), link('https://www.gov.cn/', '政府网')]),
      list('number', ['第一项']),
      table([['甲'], ['乙']]),
      picture({ id: 'p', media }),
    )
    const made = await newManuscript(author, { body })
    for (const depth of [0, 2]) {
      const path = `/api/manuscripts/${made.id}?depth=${depth}`
      const read = docOf(await by(author, { path }))
      const answer = await change(author, 'manuscripts', made.id, { body: read.body })
      expect([answer.status, codesOf(answer)]).toEqual([200, []])
    }
    expect((await stored(made.id)).body).toEqual(made.body)
  })

  it('does not choose its id or its time', async () => {
    const id = randomUUID()
    const made = await newManuscript(author, { id, createdAt: LONG_AGO, updatedAt: LONG_AGO })
    expect(made.id).not.toBe(id)
    expect([made.createdAt, made.updatedAt]).not.toContain(LONG_AGO)
  })

  it('takes its kind from the column, and any kind that is given', async () => {
    const kinds = [
      ['policy', 'information', 'policy'],
      ['download', 'service', 'download'],
      ['guide', 'service', 'guide'],
      ['page', 'information', 'page'],
      ['news', 'news', 'news'],
      ['news', 'information', 'affairs'],
    ] as const
    for (const [listKind, pillar, kind] of kinds) {
      const column = await makeColumn(world.payload, {
        code: `k${randomUUID().slice(0, 8)}`,
        name: listKind,
        listKind,
        pillar,
        owners: [world.food.id],
      })
      expect((await newManuscript(author, { column })).kind).toBe(kind)
      expect((await newManuscript(author, { column, kind: 'notice' })).kind).toBe('notice')
    }
  })

  it('goes into an own column or one that takes contributions, and into no other', async () => {
    const listed = await makeColumn(world.payload, {
      code: `l${randomUUID().slice(0, 8)}`,
      name: '指定',
      owners: [world.office.id],
      route: 'bureau',
      contributors: 'listed',
      contributingDepartments: [{ department: world.animal.id, from: LONG_AGO }],
    })
    expect((await newManuscript(author, { column: world.office.column })).column).toBe(
      world.office.column,
    )
    for (const column of [world.animal.column, listed]) {
      const answer = await make(author, 'manuscripts', { title: '标题', column })
      expect([answer.status, codesOf(answer)]).toEqual([403, ['column-not-yours']])
    }
  })
})

describe('an edit', () => {
  it('names its editor, and leaves writer and department as they are', async () => {
    const { id } = await newManuscript(author)
    await change(admin, 'manuscripts', id, { subtitle: '改' })
    expect(await stored(id)).toMatchObject({
      createdBy: author.id,
      lastEditedBy: admin.id,
      department: world.food.id,
    })
  })

  it.each(['department', 'createdBy', 'lastEditedBy', 'imported', 'sealed'])(
    'cannot touch %s, but may send it back as it was',
    async (field) => {
      const made = await newManuscript(author)
      const others: Record<string, unknown> = {
        department: world.animal.id,
        createdBy: admin.id,
        lastEditedBy: admin.id,
        imported: { key: 'law', originalDate: null },
        sealed: true,
      }
      const answer = await change(author, 'manuscripts', made.id, { [field]: others[field] })
      expect([answer.status, codesOf(answer)]).toEqual([403, ['server-field']])
      const same = await change(author, 'manuscripts', made.id, { [field]: made[field] })
      expect(same.status).toBe(200)
    },
  )

  it('takes back the whole document as it was read, filled in or not', async () => {
    const { id } = await newManuscript(author, {
      body: richText(paragraph('正文')),
      attachments: [{ file: await file(), title: '附件' }],
      images: [await file()],
    })
    for (const depth of [0, 1, 2]) {
      const read = docOf(await by(author, { path: `/api/manuscripts/${id}?depth=${depth}` }))
      expect([depth, (await change(author, 'manuscripts', id, read)).status]).toEqual([depth, 200])
    }
  })

  it('of a frozen, a sealed or a removed text changes nothing and leaves no version', async () => {
    for (const [fate, status, code] of [
      ['pending', 409, 'manuscript-frozen'],
      ['held', 409, 'manuscript-frozen'],
      ['approved', 409, 'manuscript-frozen'],
      ['removed', 403, 'post-removed'],
      ['refused', 403, 'forbidden'],
    ] as const) {
      const id = world.food.manuscripts[fate]
      const [before, versions] = [await stored(id), await versionsOf(id)]
      for (const body of [{ title: '改' }, { discarded: true }, { originals: [await file()] }]) {
        const answer = await change(admin, 'manuscripts', id, body)
        expect([fate, answer.status, codesOf(answer)]).toEqual([fate, status, [code]])
      }
      const back = await restore(admin, versions[0]?.id)
      expect([fate, back.status, codesOf(back)]).toEqual([fate, status, [code]])
      expect(await stored(id)).toEqual(before)
      expect(await versionsOf(id)).toEqual(versions)
    }
  })
})

describe('the providers of a text', () => {
  const naming = (account: Account, column: string) =>
    make(account, 'manuscripts', {
      title: '标题',
      column,
      providers: [world.food.id, world.animal.id],
    })

  it('are the own department’s only, in any department but the Office', async () => {
    for (const account of [author, admin]) {
      const answer = await naming(account, world.food.column)
      expect([answer.status, codesOf(answer)]).toEqual([403, ['foreign-provider']])
    }
  })

  it('are any, when the Office writes, over REST and over GraphQL', async () => {
    const answer = await naming(world.office.author, world.office.column)
    expect(docOf(answer).providers).toEqual([world.food.id, world.animal.id])
    const asked = await world.bureau.graphql({
      query: `mutation { createManuscript(data: { title: "标题", column: "${world.office.column}",
        providers: ["${world.animal.id}"] }) { providers { id } } }`,
      token: world.office.author.token,
    })
    expect(dataOf(asked).createManuscript).toEqual({ providers: [{ id: world.animal.id }] })
  })
})

describe('originals', () => {
  it('are added, never taken away, over REST and over GraphQL', async () => {
    const [first, second] = [await file(), await file()]
    const { id } = await newManuscript(author, { originals: [first] })
    expect((await change(author, 'manuscripts', id, { originals: [first, second] })).status).toBe(
      200,
    )
    for (const originals of [[second], [first], [], null]) {
      const answer = await change(author, 'manuscripts', id, { originals })
      expect([originals, answer.status, codesOf(answer)]).toEqual([
        originals,
        403,
        ['originals-append-only'],
      ])
      const asked = await world.bureau.graphql({
        query: `mutation ($data: mutationManuscriptUpdateInput!) { updateManuscript(id: "${id}", data: $data) { id } }`,
        variables: { data: { originals } },
        token: author.token,
      })
      expect(codesOf(asked)).toEqual(['originals-append-only'])
    }
    expect((await stored(id)).originals).toEqual([first, second])
  })

  it('are added after publication too, and stay', async () => {
    const id = world.food.manuscripts.published
    const scan = await file()
    expect((await change(admin, 'manuscripts', id, { originals: [scan] })).status).toBe(200)
    expect((await change(admin, 'manuscripts', id, { originals: [] })).status).toBe(403)
    expect((await stored(id)).originals).toEqual([scan])
  })

  it('that came later stay when an older version is restored', async () => {
    const [first, second] = [await file(), await file()]
    const { id } = await newManuscript(author, { originals: [first] })
    await change(author, 'manuscripts', id, { title: '第二稿', originals: [first, second] })
    const [oldest] = await versionsOf(id)
    expect((await restore(author, oldest?.id)).status).toBe(200)
    expect(await stored(id)).toMatchObject({ title: '标题', originals: [first, second] })
  })
})

describe('restoring a version', () => {
  it('is an edit by whoever restores: the text comes back, the facts stay', async () => {
    const { id } = await newManuscript(author)
    await change(author, 'manuscripts', id, { title: '第二稿' })
    const versions = await versionsOf(id)
    expect((await restore(admin, versions[0]?.id)).status).toBe(200)
    expect(await stored(id)).toMatchObject({
      title: '标题',
      createdBy: author.id,
      lastEditedBy: admin.id,
      department: world.food.id,
      sealed: false,
    })
    expect((await versionsOf(id)).length).toBe(versions.length + 1)
  })

  it('does not bring back a column that is no longer the department’s', async () => {
    const column = await makeColumn(world.payload, {
      code: `r${randomUUID().slice(0, 8)}`,
      name: '移交',
      owners: [world.food.id],
    })
    const { id } = await newManuscript(author, { column })
    await change(author, 'manuscripts', id, { column: world.food.column })
    const [rights] =
      (
        await world.payload.findByID({
          collection: 'columns',
          id: column,
          depth: 0,
          overrideAccess: true,
        })
      ).owners ?? []
    await world.payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: {
        owners: [
          { ...rights, department: world.food.id, from: LONG_AGO, to: '2021-01-01T00:00:00.000Z' },
          { department: world.animal.id, from: '2021-01-01T00:00:00.000Z' },
        ],
      },
    })
    const [oldest] = await versionsOf(id)
    const answer = await restore(author, oldest?.id)
    expect([answer.status, codesOf(answer)]).toEqual([403, ['column-not-yours']])
    expect((await stored(id)).column).toBe(world.food.column)
  })
})

describe('a discarded manuscript', () => {
  it('is brought back by whoever may edit it, and by nobody else', async () => {
    const { id } = await newManuscript(author)
    const leader = world.people['department-leader']
    expect((await change(leader, 'manuscripts', id, { discarded: true })).status).toBe(403)
    expect((await change(author, 'manuscripts', id, { discarded: true })).status).toBe(200)
    expect((await stored(id)).discarded).toBe(true)
    expect((await change(admin, 'manuscripts', id, { discarded: false })).status).toBe(200)
    expect((await stored(id)).discarded).toBe(false)
  })

  it('takes no edit and no older version before that', async () => {
    const { id } = await newManuscript(author)
    await change(author, 'manuscripts', id, { title: '改后的标题' })
    await change(author, 'manuscripts', id, { discarded: true })
    const before = await stored(id)
    const [oldest] = await versionsOf(id)
    const answers = [
      await change(author, 'manuscripts', id, { title: '又改' }),
      await change(admin, 'manuscripts', id, { title: '又改', discarded: true }),
      await restore(author, oldest?.id),
    ]
    for (const answer of answers) {
      expect([answer.status, codesOf(answer)]).toEqual([403, ['manuscript-discarded']])
    }
    expect(await stored(id)).toEqual(before)
    expect((await change(author, 'manuscripts', id, { discarded: false })).status).toBe(200)
    expect((await change(author, 'manuscripts', id, { title: '又改' })).status).toBe(200)
  })
})

describe('a column', () => {
  const column = async (more: Record<string, unknown> = {}) => {
    const code = `c${randomUUID().slice(0, 8)}`
    return make(editor, 'columns', {
      code,
      name: code,
      pillar: 'information',
      columnType: '工作动态',
      owners: [{ department: world.food.id, from: LONG_AGO }],
      ...more,
    })
  }

  it.each(['archive', 'Über', 'a b', 'a/b', '../x', '', 'A', '中文', 'x'.repeat(41)])(
    'is not named %j',
    async (code) => {
      const answer = await column({ code })
      expect([answer.status, firstErrorOf(answer)?.field]).toEqual([400, 'code'])
    },
  )

  it('takes all below it along when it moves, and never stands below itself', async () => {
    const top = docOf(await column())
    const middle = docOf(await column({ parent: top.id }))
    const low = docOf(await column({ parent: middle.id }))
    expect(low.path).toBe(`${top.code}/${middle.code}/${low.code}`)
    const code = `n${randomUUID().slice(0, 8)}`
    expect((await change(editor, 'columns', top.id, { code })).status).toBe(200)
    const moved = docOf(await by(editor, { path: `/api/columns/${low.id}?depth=0` }))
    expect(moved.path).toBe(`${code}/${middle.code}/${low.code}`)
    for (const parent of [top.id, middle.id, low.id]) {
      const answer = await change(editor, 'columns', top.id, { parent })
      expect([answer.status, codesOf(answer)]).toEqual([400, ['column-cycle']])
    }
  })

  it('moves with all below it, also one whose owner is no longer in force', async () => {
    const top = docOf(await column())
    const owners = [{ department: world.food.id, from: LONG_AGO }]
    const low = docOf(await column({ parent: top.id, owners }))
    const [row] = Array.isArray(low.owners) ? low.owners : []
    const to = new Date(Date.now() - 60_000).toISOString()
    await world.payload.db.updateOne({
      collection: 'columns',
      id: low.id,
      data: { owners: [{ ...row, to }] },
    })
    const code = `n${randomUUID().slice(0, 8)}`
    expect((await change(editor, 'columns', top.id, { code })).status).toBe(200)
    const moved = docOf(await by(editor, { path: `/api/columns/${low.id}?depth=0` }))
    expect(moved.path).toBe(`${code}/${low.code}`)
  })

  it('keeps the term of a former owner as it was', async () => {
    const made = docOf(await column())
    const [row] = Array.isArray(made.owners) ? made.owners : []
    const next = { department: world.animal.id, from: LONG_AGO }
    const to = new Date(Date.now() - 60_000).toISOString()
    const ended = await change(editor, 'columns', made.id, { owners: [{ ...row, to }, next] })
    expect(ended.status).toBe(200)
    const [former, now] = Array.isArray(docOf(ended).owners) ? Object(docOf(ended).owners) : []
    for (const other of [null, new Date(Date.now() + 60_000).toISOString()]) {
      const owners = [{ ...former, to: other }, now]
      const answer = await change(editor, 'columns', made.id, { owners })
      expect([answer.status, codesOf(answer)]).toEqual([400, ['owner-row-locked']])
    }
    const same = await change(editor, 'columns', made.id, { owners: [former, now], name: '新名' })
    expect(same.status).toBe(200)
  })

  it('shares its address with no other', async () => {
    const { code } = docOf(await column())
    expect((await column({ code })).status).toBe(400)
    const path = await column({ path: 'mine' })
    expect([path.status, codesOf(path)]).toEqual([403, ['server-field']])
  })

  it('always has an owner in force, and keeps the record of the former ones', async () => {
    expect(codesOf(await column({ owners: [] }))).toEqual(['owner-missing'])
    const made = docOf(await column())
    const [row] = Array.isArray(made.owners) ? made.owners : []
    const attempts: [owners: unknown, code: string][] = [
      [[], 'owner-row-locked'],
      [[{ ...row, department: world.animal.id }], 'owner-row-locked'],
      [[{ ...row, from: '2021-01-01T00:00:00.000Z' }], 'owner-row-locked'],
      [[{ ...row, to: '2019-01-01T00:00:00.000Z' }], 'period-reversed'],
      [[{ ...row, to: '2021-01-01T00:00:00.000Z' }], 'owner-missing'],
    ]
    for (const [owners, code] of attempts) {
      const answer = await change(editor, 'columns', made.id, { owners })
      expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
    }
    const handed = await change(editor, 'columns', made.id, {
      owners: [
        { ...row, to: '2021-01-01T00:00:00.000Z' },
        { department: world.animal.id, from: '2021-01-01T00:00:00.000Z' },
      ],
    })
    expect(handed.status).toBe(200)
  })

  it('is not broken by a contributor without a beginning, who contributes nothing', async () => {
    const rows = { contributingDepartments: [{ department: world.food.id }] }
    const owners = [{ department: world.office.id, from: LONG_AGO }]
    const route = { route: 'bureau', owners, ...rows }
    expect((await column({ ...route, contributors: 'listed' })).status).toBe(400)
    const hidden = docOf(await column({ ...route, contributors: 'none' }))
    const answer = await make(author, 'manuscripts', { title: '标题', column: hidden.id })
    expect([answer.status, codesOf(answer)]).toEqual([403, ['column-not-yours']])
  })
})

describe('a department', () => {
  it('has a code of its own, and there is one Office', async () => {
    const code = await make(editor, 'departments', {
      code: 'food',
      name: '又一个',
      kind: 'internal',
    })
    expect(code.status).toBe(400)
    const office = await make(editor, 'departments', {
      code: 'office2',
      name: '又一个办公室',
      kind: 'internal',
      mark: 'office',
    })
    expect([office.status, codesOf(office)]).toEqual([400, ['mark-taken']])
  })
})

describe('a filing', () => {
  const filing = (more: Record<string, unknown>) =>
    make(editor, 'filings', {
      department: world.food.id,
      person: world.food.leader.id,
      role: 'author',
      from: LONG_AGO,
      ...more,
    })

  it('names who made it, whatever is sent', async () => {
    const made = docOf(await filing({}))
    expect(made.filedBy).toBe(editor.id)
    const forged = await filing({ filedBy: author.id })
    expect([forged.status, codesOf(forged)]).toEqual([403, ['server-field']])
  })

  it('lets a department have one administrator at a time', async () => {
    const second = await filing({ role: 'department-admin' })
    expect([second.status, codesOf(second)]).toEqual([400, ['filing-second-admin']])
    const { id } = await makeDepartmentWithAdmin()
    const again = await filing({ role: 'department-admin', department: id })
    expect([again.status, codesOf(again)]).toEqual([400, ['filing-second-admin']])
    const later = await filing({
      role: 'department-admin',
      department: id,
      from: '2022-01-01T00:00:00.000Z',
    })
    expect(later.status).toBe(400)
    const before = await filing({
      role: 'department-admin',
      department: id,
      from: '2010-01-01T00:00:00.000Z',
      to: '2020-01-01T00:00:00.000Z',
    })
    expect(before.status).toBe(201)
  })

  it('does not end before it begins', async () => {
    const answer = await filing({ to: '2019-01-01T00:00:00.000Z' })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['period-reversed']])
  })

  it('is seen by the person it is about, in whatever department', async () => {
    const person = await makeAccount({
      payload: world.payload,
      name: `filed.${randomUUID().slice(0, 8)}`,
      department: world.animal.id,
      duties: [],
    })
    const { id } = docOf(await filing({ person: person.id }))
    const list = listOf(await by(person, { path: '/api/filings?depth=0' }))
    expect(list.docs.map((row) => [row.id, idOf(String(row.person))])).toEqual([[id, person.id]])
  })
})

const makeDepartmentWithAdmin = async () => {
  const id = await makeDepartment(world.payload, {
    code: `d${randomUUID().slice(0, 8)}`,
    name: '新部门',
  })
  await world.payload.create({
    collection: 'filings',
    overrideAccess: true,
    data: {
      department: id,
      person: world.food.leader.id,
      role: 'department-admin',
      from: LONG_AGO,
    },
  })
  return { id }
}
