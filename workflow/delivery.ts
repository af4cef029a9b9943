import type { Payload } from 'payload'
import { idOf } from '../access/person'
import type { Post } from '../payload-types'

const deliveryOf = (post: Post, change: Record<string, unknown>) => {
  const { seq, at, error, attempts, provenAt, before, state } = post.delivery ?? {}
  return { state, seq, at, error, attempts, provenAt, before, ...change }
}

const swapDelivery = async ({
  payload,
  post,
  delivery,
}: {
  payload: Payload
  post: Post
  delivery: Record<string, unknown>
}) => {
  const row: unknown = await payload.db.updateOne({
    collection: 'posts',
    where: {
      and: [{ id: { equals: post.id } }, { 'delivery.seq': { equals: post.delivery?.seq ?? 0 } }],
    },
    data: { delivery },
    options: { atomic: true },
  })
  return row !== null
}

const readPost = (payload: Payload, id: string) =>
  payload.findByID({ collection: 'posts', id, depth: 0, overrideAccess: true })

/** 已发布: the form of a delivered post is done, and its manuscript may be edited again. Repeatable. */
export const closeForm = ({ payload, formId }: { payload: Payload; formId: string }) =>
  payload.db.updateOne({
    collection: 'application-forms',
    where: { and: [{ id: { equals: formId } }, { state: { equals: 'approved' } }] },
    data: { state: 'published', openKey: formId, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })

/**
 * The files show the post's state as of `seq`. A change that came in between keeps waiting.
 * @returns false when the post had moved on
 */
export const confirmDelivery = async ({
  payload,
  postId,
  seq,
  at,
}: {
  payload: Payload
  postId: string
  seq: number
  at: Date
}): Promise<boolean> => {
  const post = await readPost(payload, postId)
  if ((post.delivery?.seq ?? 0) !== seq) return false
  const time = at.toISOString()
  const delivery = deliveryOf(post, {
    state: 'written',
    at: time,
    error: null,
    attempts: 0,
    provenAt: time,
    before: null,
  })
  if (!(await swapDelivery({ payload, post, delivery }))) return false
  const formId = idOf(post.form)
  if (formId) await closeForm({ payload, formId })
  return true
}

/** The files could not be written: the old ones stay, the row says why, and the generator tries again. */
export const failDelivery = async ({
  payload,
  postId,
  seq,
  error,
  at,
}: {
  payload: Payload
  postId: string
  seq: number
  error: string
  at: Date
}): Promise<void> => {
  const post = await readPost(payload, postId)
  if ((post.delivery?.seq ?? 0) !== seq) return
  const delivery = deliveryOf(post, {
    state: 'failed',
    at: at.toISOString(),
    error: error.slice(0, 2000),
    attempts: (post.delivery?.attempts ?? 0) + 1,
  })
  await swapDelivery({ payload, post, delivery })
}
