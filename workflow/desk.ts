import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { DatabaseAdapterObj, Payload } from 'payload'
import { z } from 'zod'
import { Refusal } from '../access/refusal'
import type { Reason } from '../access/refusals'

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

/**
 * Does the work while nobody else writes or submits this manuscript. The desk is given back whether the work is done or
 * refused, and expires by itself when the process dies.
 * @throws manuscript-busy when somebody else keeps it
 */
export const atDesk = async <Result>({
  payload,
  manuscript,
  work,
}: {
  payload: Payload
  manuscript: string
  work: (desk: {
    writers: { id: string; at: string }[]
    remember: (writer: string) => Promise<void>
  }) => Promise<Result>
}): Promise<Result> => {
  const token = randomUUID()
  const { writers } = await take({ payload, manuscript, token })
  const remember = async (id: string) => {
    const kept = writers.filter((writer) => writer.id !== id)
    const data = { writers: [...kept, { id, at: new Date().toISOString() }] }
    await change({ payload, token, data })
  }
  try {
    return await work({ writers, remember })
  } finally {
    await change({ payload, token, data: { holder: FREE, until: 0 } })
  }
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
  const removed = await payload.count({
    collection: 'posts',
    where: {
      and: [{ manuscriptKey: { equals: manuscript } }, { state: { equals: 'removed' } }],
    },
    overrideAccess: true,
  })
  return removed.totalDocs > 0 ? [{ code: 'post-removed' }] : []
}

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
        work: async ({ remember }) => {
          const [first, ...rest] = await editReasons({ payload, manuscript })
          if (first) throw new Refusal(first, ...rest)
          if (req?.user) await remember(String(req.user.id))
          return updateOne.call(db, request)
        },
      })
    }
    return db
  },
})
