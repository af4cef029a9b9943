import type { CollectionBeforeOperationHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import { given, isTrusted } from '../given'

/**
 * Asks for the right to write before anything is looked at: so the answers of the hooks after this one, which compare what is
 * sent with what is stored, go only to people who may change that row. A missing row and a foreign one are the same.
 */
export const refuseStrangers: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (isTrusted(args) || (operation !== 'create' && operation !== 'update')) return
  const { id } = given(args)
  const may = await collection.access[operation]({ req })
  if (!may) throw new Refusal('forbidden')
  if (may === true || operation === 'create' || typeof id !== 'string') return
  const row: unknown = await req.payload.db.findOne({
    collection: collection.slug,
    where: { and: [{ id: { equals: id } }, may] },
    req,
  })
  if (!row) throw new Refusal('forbidden')
}
