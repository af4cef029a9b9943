import type { CollectionBeforeOperationHook, CollectionSlug, PayloadRequest } from 'payload'
import { Refusal } from '../../../access/refusal'
import type { Reason } from '../../../access/refusals'
import { writtenBy } from '../given'
import { type Reference, referencesIn } from '../references'

const BATCH = 100

type Looked = { req: PayloadRequest; collection: CollectionSlug; ids: string[] }

const visibleBatch = async ({ req, collection, ids }: Looked): Promise<string[]> => {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    select: {},
    depth: 0,
    limit: BATCH,
    pagination: false,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return docs.map(({ id }) => String(id))
}

const visibleIds = async ({ req, collection, ids }: Looked): Promise<string[]> => {
  const found: string[] = []
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    const visible = await visibleBatch({ req, collection, ids: batch }).catch(() => null)
    if (visible) found.push(...visible)
    else {
      // MongoDB refuses a whole list for one id that is none.
      for (const id of batch) {
        found.push(...(await visibleBatch({ req, collection, ids: [id] }).catch(() => [])))
      }
    }
  }
  return found
}

const reasonFor = ({ collection, field }: Reference): Reason =>
  collection === 'media' ? { code: 'file-missing', field } : { code: 'reference-missing', field }

/**
 * What a request names must exist and be visible to whoever sends it; both failures give the same answer. SQLite would
 * fail on a missing row, MongoDB would keep the dead id.
 */
export const refuseLostReferences: CollectionBeforeOperationHook = async ({
  args,
  collection,
  operation,
  req,
}) => {
  const data = writtenBy(args, operation)
  if (!data) return
  const references = referencesIn({ data, fields: collection.flattenedFields })
  const reasons: Reason[] = []
  for (const { config } of Object.values(req.payload.collections)) {
    const here = references.filter((one) => one.collection === config.slug)
    const ids = [...new Set(here.map(({ id }) => id))]
    if (ids.length === 0) continue
    const found = new Set(await visibleIds({ req, collection: config.slug, ids }))
    reasons.push(...here.filter(({ id }) => !found.has(id)).map(reasonFor))
  }
  const [first, ...rest] = reasons
  if (first) throw new Refusal(first, ...rest)
}
