import type { CollectionAfterChangeHook } from 'payload'
import type { Column } from '../../../payload-types'

/** A renamed or moved column takes all its descendants along: each is saved again, which writes its path anew. */
export const movePaths: CollectionAfterChangeHook<Column> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || doc.path === previousDoc.path) return doc
  const { docs } = await req.payload.find({
    collection: 'columns',
    where: { parent: { equals: doc.id } },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
    req,
  })
  for (const child of docs) {
    await req.payload.update({
      collection: 'columns',
      id: child.id,
      data: { code: child.code },
      depth: 0,
      overrideAccess: true,
      req,
    })
  }
  return doc
}
