import type { Payload, Where } from 'payload'
import { idOf } from '../access/person'
import { closeForm } from './delivery'
import { publishForm } from './publish'
import { finishRetraction } from './retract'
import { sealForm } from './seal'

const BATCH = 100

const forms = async (payload: Payload, where: Where) => {
  const { docs } = await payload.find({
    collection: 'application-forms',
    where,
    sort: 'submittedAt',
    depth: 0,
    limit: BATCH,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

/** Forms with all signatures whose time has come: claimed first, so that a hold or cancel can no longer come between. */
const publishDue = async (payload: Payload, now: Date) => {
  const at = now.toISOString()
  const due = await forms(payload, {
    and: [
      { state: { equals: 'approved' } },
      { or: [{ publishing: { equals: true } }, { publishAt: { less_than_equal: at } }] },
    ],
  })
  for (const form of due) {
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { and: [{ id: { equals: form.id } }, { state: { equals: 'approved' } }] },
      data: { publishing: true },
      options: { atomic: true },
    })
    const postId = idOf(form.post)
    const post = postId
      ? await payload.findByID({ collection: 'posts', id: postId, depth: 0, overrideAccess: true })
      : null
    if (post && idOf(post.form) === form.id && post.delivery?.state === 'written') {
      await closeForm({ payload, formId: form.id })
    } else if (!post || idOf(post.form) !== form.id || post.delivery?.state === 'waiting') {
      await publishForm({ payload, formId: form.id, now })
    }
  }
}

const sealRefused = async (payload: Payload) => {
  const refused = await forms(payload, {
    and: [{ state: { equals: 'refused' } }, { 'manuscript.sealed': { not_equals: true } }],
  })
  for (const form of refused) await sealForm({ payload, formId: form.id })
}

const finishRetractions = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: {
      and: [
        { state: { in: ['withdrawn', 'removed'] } },
        { 'delivery.state': { not_equals: 'written' } },
      ],
    },
    depth: 0,
    limit: BATCH,
    pagination: false,
    overrideAccess: true,
  })
  for (const { id } of docs) await finishRetraction({ payload, postId: id })
}

/**
 * Finishes whatever a kill left half done, and publishes what is due. Run before the server takes requests and every few
 * seconds after; everything it does is repeatable.
 */
export const resumeWorkflow = async ({
  payload,
  now = new Date(),
}: {
  payload: Payload
  now?: Date
}): Promise<void> => {
  await publishDue(payload, now)
  await sealRefused(payload)
  await finishRetractions(payload)
}
