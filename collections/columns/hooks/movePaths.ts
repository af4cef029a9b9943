import type { CollectionAfterChangeHook, Payload } from 'payload'
import type { Column } from '../../../payload-types'

type Place = { payload: Payload; id: string; path: string }

/** Writes the paths of all columns below one. Repeatable; nothing in it can be refused. */
const writePathsBelow = async ({ payload, id, path }: Place) => {
  const { docs } = await payload.find({
    collection: 'columns',
    where: { parent: { equals: id } },
    select: { code: true, path: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  for (const child of docs) {
    const below = `${path}/${child.code}`
    if (child.path !== below) {
      await payload.db.updateOne({
        collection: 'columns',
        where: { id: { equals: child.id } },
        data: { path: below },
        options: { atomic: true },
      })
    }
    await writePathsBelow({ payload, id: child.id, path: below })
  }
}

/**
 * A column takes all its descendants along wherever it is. Their other rules are not asked again: one whose owner's term is
 * over must not leave half a tree behind. Saving the column once more mends what a kill left undone.
 */
export const movePaths: CollectionAfterChangeHook<Column> = async ({ doc, operation, req }) => {
  if (operation === 'update' && doc.path) {
    await writePathsBelow({ payload: req.payload, id: doc.id, path: doc.path })
  }
  return doc
}
