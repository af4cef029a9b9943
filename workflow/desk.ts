import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Payload } from 'payload'
import { z } from 'zod'
import { Refusal } from '../access/refusal'

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
    await payload.db.create({ collection: 'desks', data: freeDesk(manuscript) }).catch(() => null)
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
  manuscript,
  token,
  data,
}: {
  payload: Payload
  manuscript: string
  token: string
  data: Record<string, unknown>
}) =>
  payload.db.updateOne({
    collection: 'desks',
    where: { and: [{ manuscript: { equals: manuscript } }, { holder: { equals: token } }] },
    data,
    options: { atomic: true },
  })

/** The row of a desk that nobody keeps. */
export const freeDesk = (manuscript: string) => ({
  manuscript,
  holder: FREE,
  until: 0,
  writers: [],
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
    const row: unknown = await change({ payload, manuscript, token, data: { ...data, until } })
    if (row === null) throw new Refusal('manuscript-busy')
  }
  const remember = (id: string) => {
    const others = writers.filter((writer) => writer.id !== id)
    return keep({ writers: [...others, { id, at: new Date().toISOString() }] })
  }
  try {
    return await work({ writers, remember, keep: () => keep() })
  } finally {
    await change({ payload, manuscript, token, data: { holder: FREE, until: 0 } })
  }
}
