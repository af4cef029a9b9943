import type { CollectionBeforeOperationHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import { given, isTrusted } from '../given'

/** Payload looks an old version up before it asks who wants to restore it; here an unseen one is as forbidden as a missing one. */
export const hideVersions: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  if (operation !== 'restoreVersion' || isTrusted(args)) return
  const { id } = given(args)
  if (!collection.versions || typeof id !== 'string') throw new Refusal('forbidden')
  const version: unknown = await req.payload.findVersionByID({
    collection: collection.slug,
    id,
    depth: 0,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  if (!version) throw new Refusal('forbidden')
}
