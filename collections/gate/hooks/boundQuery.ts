import type { CollectionBeforeOperationHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import type { Reason } from '../../../access/refusals'
import { given, isTrusted } from '../given'
import { dateReasons, sortReasons, whereReasons } from '../query'

const MAX_LIMIT = 100
const MAX_DEPTH = 2
const MAX_PAGE = 1_000_000

/** Payload's own check of a relation asks for all of the few rows that the field names: limit 0 without pages. */
const asksForAll = ({ limit, pagination }: Record<string, unknown>) =>
  limit === 0 && pagination === false

const numberReasons = (asked: Record<string, unknown>): Reason[] => {
  const { limit, page, depth } = asked
  const reasons: Reason[] = []
  if (limit !== undefined && !asksForAll(asked) && !(typeof limit === 'number' && limit >= 1)) {
    reasons.push({ code: 'limit-out-of-range', field: 'limit' })
  }
  if (page !== undefined && !(typeof page === 'number' && page >= 1 && page <= MAX_PAGE)) {
    reasons.push({ code: 'page-out-of-range', field: 'page' })
  }
  if (depth !== undefined && !(typeof depth === 'number' && depth >= 0)) {
    reasons.push({ code: 'bad-query', field: 'depth' })
  }
  return reasons
}

/** A record or nothing: `select` and `populate` are walked by Payload without a look. */
const recordReasons = (args: Record<string, unknown>): Reason[] =>
  ['select', 'populate']
    .filter((name) => args[name] !== undefined && typeof args[name] !== 'object')
    .map((field) => ({ code: 'bad-query', field }))

/**
 * Bounds every list: 1 to 100 rows, two levels of relations, conditions of known shape and bounded depth.
 * `data` would let a caller have a document of his or her own read out as if it were stored.
 */
export const boundQuery: CollectionBeforeOperationHook = ({ args, collection, operation, req }) => {
  if (isTrusted(args)) return
  const asked = given(args)
  const { limit, depth, page, where, sort, data } = asked
  // Payload's own loader of relations fetches by id in one go; it is told apart by the depth it has come to.
  if (typeof asked.currentDepth === 'number') return
  const shape = whereReasons(where)
  const fieldsOf = (slug: string) =>
    Object.values(req.payload.collections).find(({ config }) => config.slug === slug)?.config
      .flattenedFields ?? []
  const [first, ...rest] = [
    ...numberReasons(asked),
    ...recordReasons(asked),
    ...shape,
    ...(shape.length === 0
      ? dateReasons({ where, fields: collection.flattenedFields, fieldsOf })
      : []),
    ...sortReasons(sort),
    ...(operation === 'read' && data !== undefined
      ? [{ code: 'bad-query' as const, field: 'data' }]
      : []),
  ]
  if (first) throw new Refusal(first, ...rest)
  return {
    ...args,
    ...(limit ? { limit: Math.min(Math.trunc(Number(limit)), MAX_LIMIT) } : {}),
    ...(!limit && asked.pagination === false ? { limit: MAX_LIMIT } : {}),
    ...(typeof page === 'number' ? { page: Math.trunc(page) } : {}),
    ...(typeof depth === 'number' ? { depth: Math.min(Math.trunc(depth), MAX_DEPTH) } : {}),
  }
}
