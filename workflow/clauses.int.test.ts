import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formIn, openStage, postIn, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeMedia } from '../testing/world'
import { readSnapshot } from './snapshot'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const LONG_AGO = '2020-01-01T00:00:00.000Z'
const send = async (method: 'POST' | 'PATCH', path: string, body: unknown) => {
  const answer = await stage.rest({ method, path, body, token: stage.people.editor.token })
  return answer.status
}
const newColumn = (given: Record<string, unknown>) =>
  send('POST', '/api/columns', {
    code: `c${Math.random().toString(36).slice(2, 10)}`,
    name: '栏目',
    pillar: 'information',
    columnType: '工作动态',
    listKind: 'news',
    route: 'department',
    contributors: 'none',
    owners: [{ department: stage.departments.food, from: LONG_AGO }],
    ...given,
  })

describe('第三条 departments own what is published', () => {
  it.each(['internal', 'branch', 'outpost', 'affiliated'])(
    'a department may be %s',
    async (kind) => {
      const body = { code: `d-${kind}`, name: kind, kind, mark: 'none' }
      expect(await send('POST', '/api/departments', body)).toBe(201)
    },
  )

  it('and of no other kind', async () => {
    const body = { code: 'd-else', name: '其他', kind: 'company', mark: 'none' }
    expect(await send('POST', '/api/departments', body)).toBe(400)
  })

  it('an open column always has an owner in force', async () => {
    expect(await newColumn({})).toBe(201)
    expect(await newColumn({ owners: [] })).toBe(400)
    const over = [{ department: stage.departments.food, from: LONG_AGO, to: LONG_AGO }]
    expect(await newColumn({ owners: over })).toBe(400)
    const { owners } = await stage.payload.findByID({
      collection: 'columns',
      id: stage.columns.food,
      depth: 0,
    })
    const ended = (owners ?? []).map((row) => ({ ...row, to: new Date().toISOString() }))
    const path = `/api/columns/${stage.columns.food}`
    expect(await send('PATCH', path, { owners: ended })).toBe(400)
    expect(await send('PATCH', path, { owners: [] })).toBe(400)
  })
})

describe('第四条 four kinds of content', () => {
  it.each(['information', 'service', 'participation', 'news'])(
    'a column belongs to %s',
    async (pillar) => {
      expect(await newColumn({ pillar })).toBe(201)
    },
  )

  it('or to none and is refused', async () => {
    expect(await newColumn({ pillar: 'advertising' })).toBe(400)
    expect(await newColumn({ pillar: null })).toBe(400)
  })
})

describe('第八条(一)4 the Office reviews secrecy', () => {
  it('no text goes the bureau route without a secrecy-reviewer, who signs for every department', async () => {
    const { clerk, columns, departments, apply, signUpTo, sign } = stage
    for (const department of [departments.food, departments.animal]) {
      const author = await clerk(department, ['author'])
      const { form } = await apply(author, { column: columns.news })
      const atSecrecy = await signUpTo(form, 'secrecy-review')
      expect(atSecrecy.step).toBe('secrecy-review')
      const reply = await sign(atSecrecy)
      expect([reply.status, reply.doc.step]).toEqual([200, 'office-review'])
    }
  })

  it('a secrecy-reviewer holds any form of any department, and removes any post', async () => {
    const { people, apply, act, publish, post } = stage
    const { form } = await apply(people.author)
    const held = await act({ by: people.secrecy2, form, action: 'hold', opinion: '疑' })
    expect(held.status).toBe(200)
    const { post: published } = await publish(people.author)
    const removed = await post(`/api/posts/${published.id}/remove`, people.secrecy2, {
      reason: '疑似泄密',
    })
    expect(removed.status).toBe(200)
  })
})

describe('第十一条 one administrator a department', () => {
  it('a second filing at the same time is refused, one after the other is not', async () => {
    const { people, departments, clerk, payload } = stage
    const file = (person: string, from: string, to?: string) =>
      send('POST', '/api/filings', {
        department: departments.port,
        person,
        role: 'department-admin',
        from,
        ...(to ? { to } : {}),
      })
    const first = await clerk(departments.port, ['department-admin'])
    expect(await file(first.id, LONG_AGO)).toBe(201)
    const { docs } = await payload.find({
      collection: 'filings',
      where: {
        and: [{ person: { equals: first.id } }, { role: { equals: 'department-admin' } }],
      },
      overrideAccess: true,
    })
    expect(await file(people.leader.id, '2026-01-01T00:00:00.000Z')).toBe(400)
    const end = '2026-02-01T00:00:00.000Z'
    expect(await send('PATCH', `/api/filings/${docs[0]?.id}`, { to: end })).toBe(200)
    expect(await file(people.leader.id, '2026-01-31T00:00:00.000Z')).toBe(400)
    expect(await file(people.leader.id, end)).toBe(201)
  })
})

describe('第十二条(四) originals are kept', () => {
  it('never public, only added to, also after publication', async () => {
    const { payload, departments, people, write, edit, submit, sign, deliver, readForm, rest } =
      stage
    const draft = await makeMedia({ payload, department: departments.food, name: 'draft-scan' })
    const later = await makeMedia({ payload, department: departments.food, name: 'later-scan' })
    const manuscript = await write(people.author, { originals: [draft] })
    const form = formIn(await submit(people.author, manuscript))
    const post = postIn(await sign(form))
    await deliver(post.id)
    const { files } = readSnapshot((await readForm(form.id)).snapshot ?? '')
    expect(files).toEqual([])
    const shown = JSON.stringify((await rest({ path: `/api/posts/${post.id}?depth=2` })).body)
    expect(shown).not.toContain(draft)
    const taken = await edit(people.author, manuscript, { originals: [] })
    expect([taken.status, taken.codes]).toEqual([403, ['originals-append-only']])
    const swapped = await edit(people.author, manuscript, { originals: [later] })
    expect([swapped.status, swapped.codes]).toEqual([403, ['originals-append-only']])
    expect((await edit(people.author, manuscript, { originals: [draft, later] })).status).toBe(200)
  })

  it('nothing is deleted: no manuscript, no version, no file', async () => {
    const { people, put, columns, rest } = stage
    const manuscript = await put(people.author, columns.food)
    for (const path of [
      `/api/manuscripts/${manuscript}`,
      `/api/manuscripts?where[id][equals]=${manuscript}`,
    ]) {
      for (const by of [people.author, people.admin, people.editor]) {
        const { status } = await rest({ method: 'DELETE', path, token: by.token })
        expect(status).toBe(403)
      }
    }
  })
})
