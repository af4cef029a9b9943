import type { CollectionBeforeOperationHook } from 'payload'
import { given, writtenBy } from '../given'
import { rowIdsIn, withKnownRowIds } from '../rowIds'
import { isRecord } from '../values'

/** A row that a request sends with the id of another document's row is a new row. */
export const dropForeignRowIds: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const data = writtenBy(args, operation)
  const fields = collection.flattenedFields
  if (!data || rowIdsIn(data, fields).length === 0) return args
  const { id } = given(args)
  const stored: unknown =
    typeof id === 'string'
      ? await req.payload.db.findOne({
          collection: collection.slug,
          where: { id: { equals: id } },
          req,
        })
      : null
  const known = new Set(isRecord(stored) ? rowIdsIn(stored, fields) : [])
  return { ...args, data: withKnownRowIds({ data, fields, known }) }
}
