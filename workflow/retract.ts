import type { Payload } from 'payload'
import { z } from 'zod'
import { holds, idOf, type Person } from '../access/person'
import { Refusal } from '../access/refusal'
import { ownersAt } from '../collections/columns/rights'
import { rightsOf } from '../collections/columns/rightsOf'
import type { Post } from '../payload-types'
import { EMPTY_CONTENT } from './content'
import { publicStateOf } from './publicState'
import { publishPort } from './publishPort'
import { appendRecord, blankTitles } from './records'
import { readSnapshot } from './snapshot'

const words = z.string().trim().min(1).max(2000)
export const withdrawSchema = z.strictObject({ explanation: words })
export const removeSchema = z.strictObject({ reason: words })

const readPost = (payload: Payload, id: string) =>
  payload.findByID({ collection: 'posts', id, depth: 0, overrideAccess: true })

/** The site administrator withdraws any post; leaders those in department-route columns that their department owns (第十条). */
export const mayWithdraw = async ({
  payload,
  person,
  post,
  at,
}: {
  payload: Payload
  person: Person
  post: Post
  at: string
}) => {
  if (holds(person, 'office-editor')) return true
  if (!person.departmentId || !holds(person, 'department-leader', 'department-head')) return false
  const columnId = idOf(post.column)
  if (!columnId) return false
  const column = rightsOf(
    await payload.findByID({ collection: 'columns', id: columnId, depth: 0, overrideAccess: true }),
  )
  return column.route === 'department' && ownersAt(column, at).includes(person.departmentId)
}

/** A leak is removed by the site administrator or a secrecy-reviewer, from every department. */
export const mayRemove = (person: Person) => holds(person, 'office-editor', 'secrecy-reviewer')

/** One swap takes the post out of the public's sight and its text out of the row. @returns whether this caller won */
const swap = async ({
  payload,
  post,
  data,
}: {
  payload: Payload
  post: Post
  data: Record<string, unknown> & { state: 'withdrawn' | 'removed' }
}) => {
  const row: unknown = await payload.db.updateOne({
    collection: 'posts',
    where: {
      and: [
        { id: { equals: post.id } },
        { state: { equals: post.state } },
        { 'delivery.seq': { equals: post.delivery?.seq ?? 0 } },
      ],
    },
    data: {
      ...EMPTY_CONTENT,
      ...data,
      delivery: {
        state: 'waiting',
        seq: (post.delivery?.seq ?? 0) + 1,
        at: new Date().toISOString(),
        error: null,
        attempts: 0,
        provenAt: null,
        before: await publicStateOf({ payload, post, shown: true }),
      },
      updatedAt: new Date().toISOString(),
    },
    options: { atomic: true },
  })
  return row !== null
}

const formOf = async (payload: Payload, post: Post) => {
  const id = idOf(post.form)
  return id
    ? payload.findByID({ collection: 'application-forms', id, depth: 0, overrideAccess: true })
    : null
}

const record = async ({
  payload,
  post,
  event,
  reason,
  by,
  at,
}: {
  payload: Payload
  post: Post
  event: 'withdraw' | 'remove'
  reason: string
  by: string
  at: string
}) => {
  const form = await formOf(payload, post)
  const state = await publicStateOf({ payload, post, shown: false })
  await appendRecord({
    payload,
    facts: {
      key: `${event}:${post.id}:${post.delivery?.seq ?? 0}`,
      event,
      post: post.id,
      number: post.number ?? 0,
      formNumber: form?.number ?? '',
      title: event === 'remove' ? '' : (form?.title ?? ''),
      column: state.columnPath,
      department: state.departmentCode,
      providers: state.providerCodes,
      signers: [],
      reason,
      path: post.path ?? '',
      hash: post.contentHash ?? '',
      by,
      at,
    },
  })
}

/** What follows the swap, each step repeatable: the record, the titles of a removed post, the files. */
export const finishRetraction = async ({
  payload,
  postId,
}: {
  payload: Payload
  postId: string
}) => {
  const post = await readPost(payload, postId)
  const reason = post.withdrawal?.explanation ?? ''
  const by = post.withdrawal?.by ?? ''
  const at = post.withdrawal?.at ?? new Date().toISOString()
  const before = await publicStateOf({ payload, post, shown: true })
  if (post.state === 'withdrawn') {
    await record({ payload, post, event: 'withdraw', reason, by, at })
  }
  if (post.state === 'removed') {
    const form = await formOf(payload, post)
    const mediaHashes = form?.snapshot
      ? readSnapshot(form.snapshot).files.map(({ sha256 }) => sha256)
      : []
    await publishPort().retract({ postId, before, mediaHashes })
    await record({ payload, post, event: 'remove', reason, by, at })
    await blankTitles({ payload, postId })
  }
  publishPort().deliver(postId)
  return post
}

/**
 * 撤下: the page becomes a notice with the explanation; the text goes out of the post's row and stays in the form's snapshot.
 * @throws Refusal when the person may not, or the post is not live
 */
export const withdrawPost = async ({
  payload,
  person,
  postId,
  explanation,
  now,
}: {
  payload: Payload
  person: Person
  postId: string
  explanation: string
  now: Date
}): Promise<Post> => {
  const at = now.toISOString()
  const post = await readPost(payload, postId)
  if (!(await mayWithdraw({ payload, person, post, at }))) throw new Refusal('lacks-duty')
  if (post.state !== 'live') throw new Refusal('post-state')
  const data = { state: 'withdrawn' as const, withdrawal: { explanation, at, by: person.name } }
  if (!(await swap({ payload, post, data }))) throw new Refusal('post-state')
  return finishRetraction({ payload, postId })
}

/**
 * 紧急删除, for a leak: the page, its copies and files that no live post uses are gone before this answers.
 * @throws Refusal when the person may not, or the post is removed already
 */
export const removePost = async ({
  payload,
  person,
  postId,
  reason,
  now,
}: {
  payload: Payload
  person: Person
  postId: string
  reason: string
  now: Date
}): Promise<Post> => {
  const at = now.toISOString()
  const post = await readPost(payload, postId)
  if (!mayRemove(person)) throw new Refusal('lacks-duty')
  if (post.state !== 'live' && post.state !== 'withdrawn') throw new Refusal('post-state')
  const data = {
    state: 'removed' as const,
    withdrawal: { explanation: reason, at, by: person.name },
  }
  if (!(await swap({ payload, post, data }))) throw new Refusal('post-state')
  return finishRetraction({ payload, postId })
}
