import type { Payload } from 'payload'
import { z } from 'zod'
import { holds, idOf, type Person } from '../access/person'
import { Refusal } from '../access/refusal'
import type { PostState } from '../access/steps'
import { ownersAt } from '../collections/columns/rights'
import { rightsOf } from '../collections/columns/rightsOf'
import { inTurn } from '../collections/inTurn'
import type { Post } from '../payload-types'
import { completePost, readPost } from './completion'
import { EMPTY_CONTENT } from './content'
import { personNow } from './personNow'
import { publicStateOf } from './publicState'

const ATTEMPTS = 10

const words = z.string().trim().min(1).max(2000)
export const withdrawSchema = z.strictObject({ explanation: words })
export const removeSchema = z.strictObject({ reason: words })

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

type Retraction = { state: 'withdrawn' | 'removed'; explanation: string; at: string; by: string }

/** One swap takes the post out of the public's sight and its text out of the row. @returns whether this caller won */
const swap = async ({
  payload,
  post,
  retraction: { state, ...withdrawal },
}: {
  payload: Payload
  post: Post
  retraction: Retraction
}) => {
  const seq = post.delivery?.seq ?? 0
  const row: unknown = await payload.db.updateOne({
    collection: 'posts',
    where: {
      and: [
        { id: { equals: post.id } },
        { state: { equals: post.state } },
        { 'delivery.seq': { equals: seq } },
      ],
    },
    data: {
      ...EMPTY_CONTENT,
      state,
      withdrawal,
      delivery: {
        state: null,
        seq: seq + 1,
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

/** A revision may be published meanwhile: then what is public now is what goes. */
const retract = ({
  payload,
  postId,
  from,
  retraction,
}: {
  payload: Payload
  postId: string
  from: readonly PostState[]
  retraction: Retraction
}): Promise<Post> =>
  inTurn('posts', async () => {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const post = await completePost({ payload, post: await readPost(payload, postId) })
      if (!post.state || !from.includes(post.state)) throw new Refusal('post-state')
      if (await swap({ payload, post, retraction })) {
        return completePost({ payload, post: await readPost(payload, postId) })
      }
    }
    throw new Error(`Post ${postId} changes too often to be retracted`)
  })

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
  const by = await personNow({ payload, id: person.id })
  const post = await readPost(payload, postId)
  if (!(await mayWithdraw({ payload, person: by, post, at }))) throw new Refusal('lacks-duty')
  const retraction = { state: 'withdrawn', explanation, at, by: by.name } as const
  return retract({ payload, postId, from: ['live'], retraction })
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
  const by = await personNow({ payload, id: person.id })
  if (!mayRemove(by)) throw new Refusal('lacks-duty')
  const retraction = { state: 'removed', explanation: reason, at, by: by.name } as const
  return retract({ payload, postId, from: ['live', 'withdrawn'], retraction })
}
