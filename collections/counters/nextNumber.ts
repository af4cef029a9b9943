import type { Payload } from 'payload'
import type { Counter } from '../../payload-types'
import { isRecord } from '../gate/values'

const ATTEMPTS = 5

type Taking = { payload: Payload; key: string; count: number }

const raise = async ({ payload, key, count }: Taking) => {
  const row: unknown = await payload.db.updateOne({
    collection: 'counters',
    where: { key: { equals: key } },
    data: { value: { $inc: count } },
    options: { atomic: true },
  })
  return isRecord(row) && typeof row.value === 'number' ? row.value : null
}

/**
 * The next numbers of a sequence, from 1, never given twice, also to parallel callers and on both databases.
 * A caller that dies leaves a gap.
 * @returns the last of them
 * @throws when the database keeps refusing
 */
export const takeNumbers = async ({ payload, key, count }: Taking): Promise<number> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const value = await raise({ payload, key, count })
    if (value !== null) return value
    // The first caller makes the row; the unique index makes every other one's attempt fail and raise it instead.
    await payload.db.create({ collection: 'counters', data: { key, value: 0 } }).catch(() => null)
  }
  throw new Error(`The counter ${key} could not be raised`)
}

/** The next number of a sequence: see `takeNumbers`. */
export const nextNumber = ({ payload, key }: Omit<Taking, 'count'>) =>
  takeNumbers({ payload, key, count: 1 })

/** The present values of sequences; none for one that has not begun. */
export const currentNumbers = async ({ payload, keys }: { payload: Payload; keys: string[] }) => {
  const { docs } = await payload.db.find<Counter>({
    collection: 'counters',
    where: { key: { in: keys } },
    pagination: false,
    limit: keys.length,
  })
  return new Map(docs.map(({ key, value }) => [key, value]))
}

/** The present value of a sequence; 0 before the first number. */
export const currentNumber = async ({ payload, key }: { payload: Payload; key: string }) =>
  (await currentNumbers({ payload, keys: [key] })).get(key) ?? 0
