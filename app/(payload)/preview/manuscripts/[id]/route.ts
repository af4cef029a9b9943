import config from '@payload-config'
import { getPayload, type Payload, type TypedUser } from 'payload'
import { personOf } from '../../../../../access/person'
import { publishedMedia } from '../../../../../collections/manuscripts/files'
import type { Manuscript } from '../../../../../payload-types'
import { snapshotOf } from '../../../../../workflow/snapshot'
import { notFound, notSignedIn, previewOf } from '../../_answer'

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
export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: request.headers })
  if (!user || !personOf(user)) return notSignedIn()
  const { id } = await params
  const manuscript = await payload
    .findByID({ collection: 'manuscripts', id, depth: 0, overrideAccess: false, user })
    .catch(() => null)
  if (!manuscript) return notFound()
  const media = await mediaOf({ payload, user, manuscript })
  const content = snapshotOf({ manuscript, media, migrated: Boolean(manuscript.imported?.key) })
  return previewOf({ payload, content, publishedAt: null })
}
