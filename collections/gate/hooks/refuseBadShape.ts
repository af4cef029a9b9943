import type { CollectionBeforeOperationHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import { writtenBy } from '../given'
import { isTooDeep, shapeReasons } from '../shape'

/** Sent back by Payload's admin with every save and never read from a request. */
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

/**
 * Payload drops unknown fields with a 200 and hands wrong kinds of values to the database; here both are refused by name.
 * Times of creation and change are the server's, whatever is sent.
 */
export const refuseBadShape: CollectionBeforeOperationHook = ({ args, collection, operation }) => {
  const data = writtenBy(args, operation)
  if (!data) return
  if (isTooDeep(data)) throw new Refusal('bad-value')
  const isOwn = (key: string) =>
    !IGNORED_KEYS.has(key) &&
    !(collection.upload && UPLOAD_KEYS.has(key)) &&
    !(collection.auth && ACCOUNT_KEYS.has(key))
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => isOwn(key)))
  const [first, ...rest] = shapeReasons({ data: own, fields: collection.flattenedFields })
  if (first) throw new Refusal(first, ...rest)
  const { createdAt: _createdAt, updatedAt: _updatedAt, id: _id, ...kept } = data
  return { ...args, data: kept }
}
