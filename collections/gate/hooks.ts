import type {
  CollectionBeforeOperationHook,
  CollectionSlug,
  FlattenedField,
  PayloadRequest,
  Where,
} from 'payload'
import { personOf } from '../../access/person'
import { Refusal } from '../../access/refusal'
import type { Reason } from '../../access/refusals'
import { checkRichText } from '../richText/check'
import { FIELD_WRITERS, server } from './fieldWriters'
import { isEmpty, isRecord, isSame } from './values'

const MAX_LIMIT = 100
const MAX_DEPTH = 2
const MAX_WHERE_DEPTH = 12
const WRITES = new Set(['create', 'update'])
/** Added to a document by Payload or its admin; harmless, because the server never reads them from a request. */
const IGNORED_KEYS = new Set(['id', 'createdAt', 'updatedAt', '_status', 'collection', '_verified'])
const UPLOAD_KEYS = new Set([
  'url',
  'thumbnailURL',
  'filename',
  'mimeType',
  'filesize',
  'width',
  'height',
  'focalX',
  'focalY',
  'sizes',
  'prefix',
  'file',
])
const ACCOUNT_KEYS = new Set(['password', 'confirm-password', 'sessions', 'salt', 'hash'])

const whereDepth = (where: unknown): number => {
  if (Array.isArray(where)) return Math.max(0, ...where.map(whereDepth))
  if (!isRecord(where)) return 0
  return 1 + Math.max(0, ...Object.values(where).map(whereDepth))
}

/** The operation's arguments as plain values: what they hold depends on the operation. */
const given = (args: unknown): Record<string, unknown> => (isRecord(args) ? args : {})

/** What a request wants to write; null for a request that writes nothing or comes from the server itself. */
const written = (args: unknown, operation: string): Record<string, unknown> | null => {
  const { data, overrideAccess } = given(args)
  if (!WRITES.has(operation) || overrideAccess !== false || data === undefined) return null
  if (!isRecord(data)) throw new Refusal('bad-value')
  return data
}

/** Bounds every list: 1 to 100 rows, two levels of relations, conditions of bounded depth. */
export const clampQuery: CollectionBeforeOperationHook = ({ args }) => {
  const { depth, limit, overrideAccess, pagination, where } = given(args)
  if (overrideAccess !== false) return
  const bounded: Record<string, unknown> = {}
  // Payload's own check of a relation asks for all of the few rows that the field names: limit 0 without pages.
  const asksAll = pagination === false && (limit === undefined || limit === 0)
  if (asksAll) bounded.limit = MAX_LIMIT
  else if (limit !== undefined) {
    if (typeof limit !== 'number' || !(limit >= 1)) {
      throw new Refusal({ code: 'limit-out-of-range', field: 'limit' })
    }
    bounded.limit = Math.min(Math.trunc(limit), MAX_LIMIT)
  }
  if (typeof depth === 'number') bounded.depth = Math.max(0, Math.min(depth, MAX_DEPTH))
  if (whereDepth(where) > MAX_WHERE_DEPTH) {
    throw new Refusal({ code: 'query-too-deep', field: 'where' })
  }
  return { ...args, ...bounded }
}

const unknownKeys = (
  data: Record<string, unknown>,
  fields: FlattenedField[],
  path = '',
): Reason[] =>
  Object.entries(data).flatMap(([key, value]): Reason[] => {
    if (path !== '' && key === 'id') return []
    const field = fields.find(({ name }) => name === key)
    if (!field) return [{ code: 'unknown-field', field: path + key }]
    if (!('flattenedFields' in field)) return []
    if (field.type === 'group' && isRecord(value)) {
      return unknownKeys(value, field.flattenedFields, `${path}${key}.`)
    }
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row, index) =>
        isRecord(row) ? unknownKeys(row, field.flattenedFields, `${path}${key}.${index}.`) : [],
      )
    }
    return []
  })

/** Payload drops unknown fields with a 200; here they are refused by name. */
export const refuseUnknownFields: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
}) => {
  const data = written(args, operation)
  if (!data) return
  const known = (key: string) =>
    IGNORED_KEYS.has(key) ||
    (Boolean(collection.upload) && UPLOAD_KEYS.has(key)) ||
    (Boolean(collection.auth) && ACCOUNT_KEYS.has(key))
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => !known(key)))
  const [first, ...rest] = unknownKeys(own, collection.flattenedFields)
  if (first) throw new Refusal(first, ...rest)
}

const storedRow = async ({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
}): Promise<Record<string, unknown>> => {
  const where: Where = { id: { equals: id } }
  const row: unknown = await req.payload.db.findOne({ collection, where, req })
  return isRecord(row) ? row : {}
}

/** Payload drops fields one may not write with a 200; here a changed value is refused, an unchanged one passes. */
export const refuseForeignFields: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const sent = written(args, operation)
  if (!sent) return
  const writers = FIELD_WRITERS[collection.slug]
  if (!writers) return
  const person = personOf(req.user)
  const { id: target } = given(args)
  const id = typeof target === 'string' ? target : undefined
  const row = operation === 'create' ? undefined : (id ?? '')
  const foreign = Object.keys(sent).filter((key) => {
    const mayWrite = writers[key]
    return mayWrite !== undefined && !mayWrite({ person, id: row })
  })
  if (foreign.length === 0) return
  const stored = id ? await storedRow({ req, collection: collection.slug, id }) : {}
  const changed = foreign.filter((key) =>
    id ? !isSame(sent[key], stored[key]) : !isEmpty(sent[key]),
  )
  const reasons = changed.map(
    (field): Reason => ({
      code: writers[field] === server ? 'server-field' : 'foreign-field',
      field,
    }),
  )
  const [first, ...rest] = reasons
  if (first) throw new Refusal(first, ...rest)
}

const richTextReasons = (
  data: Record<string, unknown>,
  fields: FlattenedField[],
  path = '',
): Reason[] =>
  fields.flatMap((field): Reason[] => {
    const value = data[field.name]
    if (value === undefined || value === null) return []
    if (field.type === 'richText') return checkRichText({ value, field: path + field.name })
    if (field.type === 'group' && isRecord(value)) {
      return richTextReasons(value, field.flattenedFields, `${path}${field.name}.`)
    }
    return []
  })

/** The editor's list of allowed nodes and links, enforced on the server. */
export const refuseBadRichText: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
}) => {
  const data = written(args, operation)
  if (!data) return
  const [first, ...rest] = richTextReasons(data, collection.flattenedFields)
  if (first) throw new Refusal(first, ...rest)
}
