import type { Payload, Where } from 'payload'
import { idOf } from '../access/person'
import { inTurn } from '../collections/inTurn'
import type { ApplicationForm } from '../payload-types'
import { completePost, readPost } from './completion'
import { closeForm } from './delivery'
import { publishForm } from './publish'
import { sealForm } from './seal'

type DueForm = Pick<ApplicationForm, 'id' | 'post'>

const forms = async (payload: Payload, where: Where): Promise<DueForm[]> => {
  const { docs } = await payload.find({
    collection: 'application-forms',
    where,
    select: { post: true },
    sort: 'submittedAt',
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

/** Claimed first, so that a hold or cancel can no longer come between. */
const claim = (payload: Payload, form: DueForm) =>
  payload.db.updateOne({
    collection: 'application-forms',
    where: { and: [{ id: { equals: form.id } }, { state: { equals: 'approved' } }] },
    data: { publishing: true },
    options: { atomic: true },
  })

/** One that fails is told to the log and tried again next time; it does not stop the others. */
const each = async <Row extends { id: string }>({
  payload,
  rows,
  work,
}: {
  payload: Payload
  rows: Row[]
  work: (row: Row) => Promise<unknown>
}) => {
  for (const row of rows) {
    await work(row).catch((error) =>
      payload.logger.error({ err: error, msg: `${row.id} could not be finished` }),
    )
  }
}

const postOf = async (payload: Payload, form: DueForm) => {
  const id = idOf(form.post)
  if (!id) return null
  const post = await payload.findByID({
    collection: 'posts',
    id,
    depth: 0,
    select: { form: true, delivery: true },
    overrideAccess: true,
  })
  return idOf(post.form) === form.id ? post : null
}

/** Forms with all signatures whose time has come. */
const publishDue = async (payload: Payload, now: Date) => {
  const at = now.toISOString()
  const due = await forms(payload, {
    and: [
      { state: { equals: 'approved' } },
      { or: [{ publishing: { equals: true } }, { publishAt: { less_than_equal: at } }] },
    ],
  })
  const publish = async (form: DueForm) => {
    const post = await postOf(payload, form)
    if (post?.delivery?.state === 'written') await closeForm({ payload, formId: form.id })
    if (post?.delivery?.state) return
    await claim(payload, form)
    await publishForm({ payload, formId: form.id, now })
  }
  await each({ payload, rows: due, work: publish })
}

const OVERDUE_MS = 2 * 60_000

/** How many forms with a time to be published are more than two minutes late: an alarm. */
export const overdueForms = async ({ payload, now }: { payload: Payload; now: Date }) => {
  const { totalDocs } = await payload.count({
    collection: 'application-forms',
    where: {
      and: [
        { state: { equals: 'approved' } },
        { publishAt: { less_than: new Date(now.getTime() - OVERDUE_MS).toISOString() } },
      ],
    },
    overrideAccess: true,
  })
  return totalDocs
}

const sealRefused = async (payload: Payload) => {
  const refused = await forms(payload, {
    and: [{ state: { equals: 'refused' } }, { 'manuscript.sealed': { not_equals: true } }],
  })
  await each({ payload, rows: refused, work: ({ id }) => sealForm({ payload, formId: id }) })
}

const completePosts = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: { 'delivery.state': { exists: false } },
    select: { delivery: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const complete = ({ id }: { id: string }) =>
    inTurn('posts', async () => completePost({ payload, post: await readPost(payload, id) }))
  await each({ payload, rows: docs, work: complete })
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
  await completePosts(payload)
  await publishDue(payload, now)
  await sealRefused(payload)
}
