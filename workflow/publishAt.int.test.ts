import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formIn, openStage, type Stage } from '../testing/build'
import { openBureau } from '../testing/bureau'
import { makeColumn, makeDepartment } from '../testing/world'
import { entriesOf } from './entry'
import { overdueForms, resumeWorkflow } from './resume'

let stage: Stage
beforeAll(async () => {
  stage = await openStage(await openBureau())
})
afterAll(() => stage.bureau.close())

const MINUTE = 60_000
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * MINUTE)
const DUE = 60

/** A form with every signature, to be published in an hour. */
const approved = async (given: Record<string, unknown> = {}) => {
  const { people, apply, signUpTo } = stage
  const publishAt = inMinutes(DUE).toISOString()
  const { form } = await apply(people.author, { publishAt, ...given })
  return signUpTo(form)
}
const publishDue = (minutes: number) =>
  resumeWorkflow({ payload: stage.payload, now: inMinutes(minutes) })
const lateAt = (minutes: number) =>
  overdueForms({ payload: stage.payload, now: inMinutes(minutes) })

describe('a form with a time to be published', () => {
  it('is published at the first look after its time, and not before', async () => {
    const form = await approved()
    await publishDue(DUE - 1)
    expect((await stage.readForm(form.id)).post).toBeNull()
    await publishDue(DUE + 1)
    const { post } = await stage.readForm(form.id)
    expect((await stage.readPost(String(post))).state).toBe('live')
    await stage.deliver(String(post))
  })

  it('is held, with the reason, when its column was closed meanwhile', async () => {
    const { payload, departments, readForm } = stage
    const column = await makeColumn(payload, {
      code: 'closing',
      name: '将停栏目',
      owners: [departments.food],
    })
    const form = await approved({ column })
    const closedOn = new Date().toISOString()
    await payload.update({
      collection: 'columns',
      id: column,
      overrideAccess: true,
      data: { closedOn },
    })
    await publishDue(DUE + 1)
    const held = await readForm(form.id)
    expect([held.state, held.heldFrom, held.post]).toEqual(['held', 'approved', null])
    expect(entriesOf(held.entries).at(-1)).toMatchObject({ decision: 'hold', passed: false })
    expect(entriesOf(held.entries).at(-1)?.opinion).toContain('栏目')
  })

  it('is held, with the reason, when its department is no more', async () => {
    const { payload, clerk, put, submit, signUpTo, readForm } = stage
    const department = await makeDepartment(payload, { code: 'closing', name: '将撤处' })
    const owners = [department]
    const column = await makeColumn(payload, { code: 'leaving', name: '将撤栏目', owners })
    const author = await clerk(department, ['author'])
    const publishAt = inMinutes(DUE).toISOString()
    const submitted = await submit(author, await put(author, column), { publishAt })
    const form = await signUpTo(formIn(submitted))
    await payload.update({
      collection: 'departments',
      id: department,
      overrideAccess: true,
      data: { active: false },
    })
    await publishDue(DUE + 1)
    expect((await readForm(form.id)).state).toBe('held')
  })

  it('is published although a signer has lost the duty since: what was signed stays signed', async () => {
    const { payload, clerk, departments, apply, act, people, readForm } = stage
    const leader = await clerk(departments.food, ['department-leader'], 3)
    const publishAt = inMinutes(DUE).toISOString()
    const { form } = await apply(people.author, { publishAt })
    const signed = await act({ by: leader, form, action: 'sign', secrecy: 'clear' })
    expect(formIn(signed).state).toBe('approved')
    await payload.db.updateOne({ collection: 'users', id: leader.id, data: { duties: [] } })
    await publishDue(DUE + 1)
    const { post } = await readForm(form.id)
    expect((await stage.readPost(String(post))).state).toBe('live')
    await stage.deliver(String(post))
  })

  it('raises an alarm when it is more than two minutes late, until it is published', async () => {
    const before = await lateAt(DUE + 30)
    await approved()
    expect(await lateAt(DUE + 1)).toBe(before)
    expect(await lateAt(DUE + 4)).toBe(before + 1)
    await publishDue(DUE + 4)
    const { docs } = await stage.payload.find({
      collection: 'posts',
      where: { 'delivery.state': { equals: 'waiting' } },
      overrideAccess: true,
    })
    for (const { id } of docs) await stage.deliver(id)
    expect(await lateAt(DUE + 4)).toBe(before)
  })
})
