import type {
  CollectionBeforeChangeHook,
  DatabaseAdapterObj,
  Payload,
  UpdateOneArgs,
} from 'payload'
import { z } from 'zod'
import { Refusal } from '../access/refusal'
import type { Reason } from '../access/refusals'
import type { Manuscript } from '../payload-types'
import { atDesk } from './desk'

/** 紧急删除 closes the manuscript for good: its post is not made or written again. */
export const removedReasons = async ({
  payload,
  manuscript,
}: {
  payload: Payload
  manuscript: string
}): Promise<Reason[]> => {
  const removed = await payload.count({
    collection: 'posts',
    where: {
      and: [{ manuscriptKey: { equals: manuscript } }, { state: { equals: 'removed' } }],
    },
    overrideAccess: true,
  })
  return removed.totalDocs > 0 ? [{ code: 'post-removed' }] : []
}

/** Why the manuscript takes no edit now; empty when it may be written. */
export const editReasons = async ({
  payload,
  manuscript,
}: {
  payload: Payload
  manuscript: string
}): Promise<Reason[]> => {
  const forms = await payload.find({
    collection: 'application-forms',
    where: {
      and: [
        { manuscript: { equals: manuscript } },
        { state: { in: ['pending', 'held', 'approved', 'refused'] } },
      ],
    },
    select: { state: true },
    depth: 0,
    limit: 10,
    pagination: false,
    overrideAccess: true,
  })
  if (forms.docs.some(({ state }) => state === 'refused')) return [{ code: 'manuscript-sealed' }]
  if (forms.docs.length > 0) return [{ code: 'manuscript-frozen' }]
  return removedReasons({ payload, manuscript })
}

const readAtSchema = z.record(z.string(), z.string()).catch({})

/** Remembers in the request's context which state of the manuscript an edit was made on. */
export const noteRead: CollectionBeforeChangeHook<Manuscript> = ({
  context,
  data,
  operation,
  originalDoc,
}) => {
  if (operation === 'update' && originalDoc && context.isRestoringVersion !== true) {
    context.readAt = {
      ...readAtSchema.parse(context.readAt),
      [originalDoc.id]: originalDoc.updatedAt,
    }
  }
  return data
}

const storedSchema = z.object({ updatedAt: z.coerce.date() })

/** An edit of a state that is no longer the stored one would take an other edit away that was answered with 200. */
const refuseLostEdit = ({
  request,
  stored,
}: {
  request: UpdateOneArgs
  stored: { updatedAt: Date }
}) => {
  const readAt = readAtSchema.parse(request.req?.context?.readAt)[String(request.id)]
  if (readAt && new Date(readAt).getTime() !== stored.updatedAt.getTime()) {
    throw new Refusal('manuscript-busy')
  }
}

/** A later time than the stored one, even within the same millisecond: two states never look alike. */
const laterThan = (stored: { updatedAt: Date }) =>
  new Date(Math.max(Date.now(), stored.updatedAt.getTime() + 1)).toISOString()

/**
 * Payload reads a row, runs the hooks, and then writes the whole document by id without a condition, so a check in a hook
 * comes too early. This puts the check where every edit ends up, whatever door it came through: at the write itself, at
 * the desk. Updates by id are edits; updates by condition are the workflow's own swaps of single marks.
 */
export const guardManuscripts = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const updateOne = db.updateOne
    db.updateOne = async (request) => {
      const { collection, id, req } = request
      if (collection !== 'manuscripts' || !id) return updateOne.call(db, request)
      const { payload } = db
      const manuscript = String(id)
      return atDesk({
        payload,
        manuscript,
        work: async ({ remember, keep }) => {
          const [first, ...rest] = await editReasons({ payload, manuscript })
          if (first) throw new Refusal(first, ...rest)
          const stored = storedSchema.parse(
            await db.findOne({
              collection,
              where: { id: { equals: manuscript } },
              select: { updatedAt: true },
            }),
          )
          refuseLostEdit({ request, stored })
          await (req?.user ? remember(String(req.user.id)) : keep())
          const data = { ...request.data, updatedAt: laterThan(stored) }
          return updateOne.call(db, { ...request, data })
        },
      })
    }
    return db
  },
})
