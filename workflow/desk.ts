import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
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

const HOLD_MS = 10_000
const PATIENCE_MS = 4_000
const FREE = 'free'

const deskSchema = z.object({
  holder: z.string(),
  writers: z
    .array(z.object({ id: z.string(), at: z.string() }))
    .nullish()
    .transform((writers) => writers ?? []),
})

const swap = async ({
  payload,
  manuscript,
  token,
}: {
  payload: Payload
  manuscript: string
  token: string
}) => {
  const now = Date.now()
  const row: unknown = await payload.db.updateOne({
    collection: 'desks',
    where: {
      and: [
        { manuscript: { equals: manuscript } },
        { or: [{ holder: { equals: FREE } }, { until: { less_than: now } }] },
      ],
    },
    data: { holder: token, until: now + HOLD_MS },
    options: { atomic: true },
  })
  return row ? deskSchema.parse(row) : null
}

const take = async (args: { payload: Payload; manuscript: string; token: string }) => {
  const { payload, manuscript } = args
  const deadline = Date.now() + PATIENCE_MS
  const exists = await payload.db.findOne({
    collection: 'desks',
    where: { manuscript: { equals: manuscript } },
  })
  if (!exists) {
    // A second creator fails on the unique index and goes on with the row of the first.
    await payload.db
      .create({ collection: 'desks', data: { manuscript, holder: FREE, until: 0, writers: [] } })
      .catch(() => null)
  }
  while (Date.now() < deadline) {
    const desk = await swap(args)
    if (desk) return desk
    await pause(15 + Math.random() * 20)
  }
  throw new Refusal('manuscript-busy')
}

const change = ({
  payload,
  token,
  data,
}: {
  payload: Payload
  token: string
  data: Record<string, unknown>
}) =>
  payload.db.updateOne({
    collection: 'desks',
    where: { holder: { equals: token } },
    data,
    options: { atomic: true },
  })

type Desk = {
  /** Everyone who ever wrote the manuscript, with the last time. */
  writers: { id: string; at: string }[]
  /** Adds a writer. */
  remember: (writer: string) => Promise<void>
  /** Makes sure that the desk still is kept, and for its full time again; asked right before the write. */
  keep: () => Promise<void>
}

/**
 * Does the work while nobody else writes or submits this manuscript. The desk is given back whether the work is done or
 * refused, and expires by itself when the process dies.
 * @throws manuscript-busy when somebody else keeps it, or took it because the work was too slow
 */
export const atDesk = async <Result>({
  payload,
  manuscript,
  work,
}: {
  payload: Payload
  manuscript: string
  work: (desk: Desk) => Promise<Result>
}): Promise<Result> => {
  const token = randomUUID()
  const { writers } = await take({ payload, manuscript, token })
  const keep = async (data: Record<string, unknown> = {}) => {
    const until = Date.now() + HOLD_MS
    const row: unknown = await change({ payload, token, data: { ...data, until } })
    if (row === null) throw new Refusal('manuscript-busy')
  }
  const remember = (id: string) => {
    const others = writers.filter((writer) => writer.id !== id)
    return keep({ writers: [...others, { id, at: new Date().toISOString() }] })
  }
  try {
    return await work({ writers, remember, keep: () => keep() })
  } finally {
    await change({ payload, token, data: { holder: FREE, until: 0 } })
  }
}

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
