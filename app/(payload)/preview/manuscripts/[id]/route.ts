import type { Payload, TypedUser } from 'payload'
import { missing } from '../../../../../access/missing'
import { publishedMedia } from '../../../../../collections/manuscripts/files'
import type { Manuscript } from '../../../../../payload-types'
import { snapshotOf } from '../../../../../workflow/snapshot'
import { previewing } from '../../_answer'

export const dynamic = 'force-dynamic'

const MOST_FILES = 100

/** The rows of all files of a text, read in parts as large as one query gives. */
const mediaOf = async ({
  payload,
  user,
  manuscript,
}: {
  payload: Payload
  user: TypedUser
  manuscript: Manuscript
}) => {
  const ids = publishedMedia(manuscript)
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_FILES) }, (_, part) =>
    ids.slice(part * MOST_FILES, (part + 1) * MOST_FILES),
  )
  const found = await Promise.all(
    parts.map((part) =>
      payload.find({
        collection: 'media',
        where: { id: { in: part } },
        limit: MOST_FILES,
        pagination: false,
        depth: 0,
        overrideAccess: false,
        user,
      }),
    ),
  )
  return found.flatMap(({ docs }) => docs)
}

/** A manuscript as it was last saved, as its page would look. */
export const GET = previewing(async ({ payload, user, id }) => {
  const manuscript = await payload
    .findByID({ collection: 'manuscripts', id, depth: 0, overrideAccess: false, user })
    .catch(missing)
  if (!manuscript) return null
  const media = await mediaOf({ payload, user, manuscript })
  const migrated = Boolean(manuscript.imported?.key)
  return { content: snapshotOf({ manuscript, media, migrated }), publishedAt: null }
})
