import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import { personOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Reason } from '../../../access/refusals'
import { FIELD_WRITERS, server } from '../fieldWriters'
import { given, writtenBy } from '../given'
import { isEmpty, isRecord, isSame } from '../values'

const storedRow = async ({
  req,
  collection,
  id,
}: {
  req: PayloadRequest
  collection: CollectionSlug
  id: string
}): Promise<Record<string, unknown>> => {
  const row: unknown = await req.payload.db.findOne({
    collection,
    where: { id: { equals: id } },
    req,
  })
  return isRecord(row) ? row : {}
}

/**
 * Payload drops fields one may not write with a 200; here a changed value is refused. An unchanged one passes, because the
 * admin sends whole documents; over many rows at once nothing can be unchanged.
 */
export const refuseForeignFields: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const sent = writtenBy(args, operation)
  const writers = FIELD_WRITERS[collection.slug]
  if (!sent || !writers) return
  const person = personOf(req.user)
  const { id: target } = given(args)
  const id = typeof target === 'string' ? target : undefined
  const row = operation === 'create' ? undefined : (id ?? '')
  const foreign = Object.keys(sent).filter((key) => {
    const mayWrite = writers[key]
    return mayWrite !== undefined && sent[key] !== undefined && !mayWrite({ person, id: row })
  })
  if (foreign.length === 0) return
  const stored = id ? await storedRow({ req, collection: collection.slug, id }) : {}
  const isChange = (key: string) => {
    if (id) return !isSame(sent[key], stored[key])
    return operation === 'create' ? !isEmpty(sent[key]) : true
  }
  const reasons = foreign.filter(isChange).map(
    (field): Reason => ({
      code: writers[field] === server ? 'server-field' : 'foreign-field',
      field,
    }),
  )
  const [first, ...rest] = reasons
  if (first) throw new Refusal(first, ...rest)
}
