import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { personOf } from '../../access/person'
import { seesHeld } from '../../access/rules'
import { type Clerk, openStage, type Stage } from '../../testing/build'
import { type Bureau, openBureau } from '../../testing/bureau'
import { readIdle } from './accounts'
import { readSheet } from './form/readSheet'
import { type Reader, readFormsOf, readHeld, readMine, readWaiting } from './forms'
import { readStanding } from './manuscript/standing'

let bureau: Bureau
let stage: Stage
beforeAll(async () => {
  bureau = await openBureau()
  stage = await openStage(bureau)
})
afterAll(() => bureau.close())

/** What the pages of the back office read with when this clerk is signed in. */
const readerOf = async (clerk: Clerk): Promise<Reader> => {
  const { payload } = stage
  const user = await payload.findByID({
    collection: 'users',
    id: clerk.id,
    depth: 1,
    overrideAccess: true,
  })
  return { payload, user: { ...user, collection: 'users' } }
}

const personFor = (reader: Reader) => {
  const person = personOf(reader.user)
  if (!person) throw new Error('The clerk is nobody')
  return person
}

const waitingIds = async (clerk: Clerk) => {
  const reader = await readerOf(clerk)
  const lines = await readWaiting({ reader, person: personFor(reader) })
  return lines.map(({ id }) => id)
}

const heldIds = async (clerk: Clerk) => {
  const reader = await readerOf(clerk)
  const lines = await readHeld({ reader, person: personFor(reader) })
  return lines.map(({ id }) => id)
}

describe('待我审批', () => {
  it('lists a form for those who may sign it now, and follows it from step to step', async () => {
    const { people, columns, apply, sign } = stage
    const { form } = await apply(people.author, { column: columns.news })
    const seenBy = async () => {
      const clerks = [people.author, people.leader, people.head, people.secrecy, people.reviewer]
      const found = await Promise.all(clerks.map(waitingIds))
      return clerks.filter((_, index) => found[index]?.includes(form.id))
    }
    expect(await seenBy()).toEqual([people.head])
    await sign(form)
    expect(await seenBy()).toEqual([people.secrecy])
  })

  it('leaves out what a person wrote, and what belongs to another department', async () => {
    const { people, departments, clerk, apply } = stage
    const { form } = await apply(people.author)
    const both = await clerk(departments.food, ['author', 'department-leader'])
    const { form: own } = await apply(both)
    const stranger = await clerk(departments.animal, ['department-leader'])
    expect(await waitingIds(people.leader)).toEqual(expect.arrayContaining([form.id, own.id]))
    expect(await waitingIds(both)).toContain(form.id)
    expect(await waitingIds(both)).not.toContain(own.id)
    expect(await waitingIds(stranger)).toEqual([])
  })

  it('puts the oldest first and tells what a list needs', async () => {
    const { people } = stage
    const reader = await readerOf(people.leader)
    const lines = await readWaiting({ reader, person: personFor(reader) })
    const times = lines.map(({ submittedAt }) => submittedAt)
    expect(times).toEqual([...times].sort())
    expect(lines[0]).toMatchObject({
      title: '关于开展专项检查的通知',
      department: '食品处',
      column: '食品动态',
      asksSecrecy: true,
      rev: 1,
    })
  })
})

describe('待保密确认', () => {
  it('lists held forms for secrecy-reviewers only', async () => {
    const { people, apply } = stage
    const { form } = await apply(people.author, { secrecyStatement: 'doubt' })
    expect(await heldIds(people.secrecy)).toContain(form.id)
    expect(await heldIds(people.leader)).toEqual([])
    expect(await waitingIds(people.leader)).not.toContain(form.id)
  })

  it('stays in sight of the own department and of secrecy-reviewers', async () => {
    const { people, apply } = stage
    const { form } = await apply(people.author, { secrecyStatement: 'doubt' })
    const sees = async (clerk: Clerk) => {
      const reader = await readerOf(clerk)
      const sheet = await readSheet({ reader, id: form.id })
      const facts = sheet && 'facts' in sheet ? sheet.facts : null
      return {
        page: facts !== null,
        foretold:
          facts !== null &&
          seesHeld({ person: personFor(reader), departmentId: facts.departmentId }),
      }
    }
    expect(await sees(people.leader)).toEqual({ page: true, foretold: true })
    expect(await sees(people.secrecy)).toEqual({ page: true, foretold: true })
    expect((await sees(people.reviewer)).page).toBe(false)
  })
})

describe('我的申请', () => {
  it('lists what the person submitted and nobody else did', async () => {
    const { people, departments, clerk, apply } = stage
    const author = await clerk(departments.food, ['author'], 7)
    const { form, manuscript } = await apply(author)
    await apply(people.author)
    const reader = await readerOf(author)
    const { lines, total } = await readMine({ reader, person: personFor(reader), limit: 5 })
    expect(lines.map(({ id }) => id)).toEqual([form.id])
    expect(total).toBe(1)
    expect((await readFormsOf({ reader, manuscript })).map(({ id }) => id)).toEqual([form.id])
  })

  it('shows number, department and state of a form that was refused as secret, in its place', async () => {
    const { departments, clerk, apply, sign } = stage
    const author = await clerk(departments.food, ['author'], 8)
    const { form: first } = await apply(author)
    const { form } = await apply(author)
    const { form: last } = await apply(author)
    await sign(form, { secrecy: 'secret' })
    const reader = await readerOf(author)
    const mine = (limit: number) => readMine({ reader, person: personFor(reader), limit })
    const { lines, total } = await mine(5)
    expect(total).toBe(3)
    expect(lines.map(({ id }) => id)).toEqual([last.id, form.id, first.id])
    expect(lines[1]).toEqual({
      id: form.id,
      number: form.number,
      department: '食品处',
      state: 'refused',
      rev: 0,
      title: '',
      step: null,
      asksSecrecy: false,
      column: '',
      applicant: '',
      submittedAt: '',
      since: '',
      publishAt: null,
      lastOpinion: '',
      post: null,
    })
    expect((await mine(1)).lines.map(({ id }) => id)).toEqual([last.id])
    expect(await readSheet({ reader, id: form.id })).toEqual({
      number: form.number,
      department: '食品处',
    })
  })
})

describe('待授予角色', () => {
  it('counts every active account without a duty, and no other', async () => {
    const { payload, departments, clerk } = stage
    const reader = await readerOf(await clerk(departments.food, ['security-admin']))
    const before = await readIdle({ reader, limit: 10 })
    const idle = await clerk(departments.food, [])
    const stripped = await clerk(departments.food, [], 2)
    const off = await clerk(departments.food, [], 3)
    const change = (id: string, data: { duties: 'author'[]; active?: false }) =>
      payload.update({ collection: 'users', id, data, overrideAccess: true })
    await change(stripped.id, { duties: ['author'] })
    await change(stripped.id, { duties: [] })
    await change(off.id, { duties: [], active: false })
    const { accounts, total } = await readIdle({ reader, limit: 10 })
    const added = accounts.filter(({ id }) => before.accounts.every((one) => one.id !== id))
    expect(added.map(({ id }) => id).sort()).toEqual([idle.id, stripped.id].sort())
    expect(total).toBe(before.total + 2)
    expect(await readIdle({ reader, limit: 1 })).toMatchObject({ accounts: [{}], total })
  })
})

describe('the page of a form', () => {
  it('is for those who may see it', async () => {
    const { people, departments, clerk, apply } = stage
    const { form } = await apply(people.author)
    const stranger = await clerk(departments.animal, ['department-leader'])
    const sheetFor = async (one: Clerk) => readSheet({ reader: await readerOf(one), id: form.id })
    expect(await sheetFor(stranger)).toBeNull()
    expect(await sheetFor(people.leader)).toMatchObject({
      names: { department: '食品处', column: '食品动态' },
      post: null,
    })
    const office = await sheetFor(people.reviewer)
    expect(office && 'manuscript' in office ? office.manuscript : undefined).toBeNull()
  })
})

describe('how a manuscript stands', () => {
  it('is free, frozen while its form is open, and free again with the form that was returned', async () => {
    const { people, put, columns, submit, act } = stage
    const id = await put(people.author, columns.food)
    const reader = await readerOf(people.author)
    const standing = () => readStanding({ reader, id })
    expect(await standing()).toMatchObject({ blocked: [], maySubmit: true, latest: null })
    const { doc } = await submit(people.author, id)
    expect(await standing()).toMatchObject({
      blocked: [{ code: 'manuscript-frozen' }],
      latest: { state: 'pending' },
    })
    await act({
      by: people.leader,
      form: { id: doc.id, rev: 1 },
      action: 'return',
      opinion: '请补充。',
    })
    expect(await standing()).toMatchObject({
      blocked: [],
      latest: { state: 'returned', lastOpinion: '请补充。' },
    })
  })

  it('names the post that came of it', async () => {
    const { people, publish } = stage
    const { manuscript, post } = await publish(people.author)
    const reader = await readerOf(people.author)
    expect(await readStanding({ reader, id: manuscript })).toMatchObject({
      post: { id: post.id, number: post.number, state: 'live' },
    })
  })

  it('is nobody else’s to see', async () => {
    const { people, put, columns, departments, clerk } = stage
    const id = await put(people.author, columns.food)
    const stranger = await clerk(departments.animal, ['author'])
    expect(await readStanding({ reader: await readerOf(stranger), id })).toBeNull()
    expect(await readStanding({ reader: await readerOf(people.secrecy), id })).toBeNull()
  })
})
