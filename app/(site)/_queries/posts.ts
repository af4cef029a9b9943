import type { Payload, Where } from 'payload'
import type { Post } from '../../../payload-types'

/** What only the staff reads of a post, by the rules of its fields in `collections/posts`. */
export const STAFF_FIELDS = [
  'withdrawal.by',
  'form',
  'manuscriptKey',
  'columnSeqs',
  'delivery',
] as const

type PublicField = Exclude<keyof Post, (typeof STAFF_FIELDS)[number] | 'withdrawal'>

type PublicSelect = Partial<Record<PublicField, true | Record<string, true>>> & {
  withdrawal?: { explanation: true; at: true }
}

const LIVE: Where = { state: { equals: 'live' } }
const LIVE_OR_WITHDRAWN: Where = { state: { in: ['live', 'withdrawn'] } }

type Query = {
  payload: Payload
  where?: Where
  select: PublicSelect
  sort?: string | string[]
  limit: number
  /** Only what shows no text may ask for these too: a notice, or how far numbers go. */
  withWithdrawn?: boolean
}

/**
 * Posts as the public may see them, read as the adapter gives them. Payload's own read goes through all fields of every
 * row for what may be read of them, which took half of the time of a page; so both rules stand here: the states in the
 * query, the fields in the type of `select`.
 */
export const publicPosts = async <Row>({
  payload,
  where = {},
  select,
  sort,
  limit,
  withWithdrawn = false,
}: Query): Promise<Row[]> => {
  const { docs } = await payload.db.find<Row>({
    collection: 'posts',
    where: { and: [withWithdrawn ? LIVE_OR_WITHDRAWN : LIVE, where] },
    select,
    sort,
    limit,
    pagination: false,
  })
  return docs
}
