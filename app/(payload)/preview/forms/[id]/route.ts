import config from '@payload-config'
import { getPayload } from 'payload'
import { idOf, personOf } from '../../../../../access/person'
import { readSnapshot } from '../../../../../workflow/snapshot'
import { firstPublication, notFound, notSignedIn, previewOf } from '../../_answer'

export const dynamic = 'force-dynamic'

/** What a form asks to publish, as its page will look: drawn from the frozen snapshot, by the public site's own page. */
export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
  const payload = await getPayload({ config })
  const { user } = await payload.auth({ headers: request.headers })
  if (!user || !personOf(user)) return notSignedIn()
  const { id } = await params
  const form = await payload
    .findByID({
      collection: 'application-forms',
      id,
      select: { snapshot: true, post: true, state: true },
      depth: 0,
      overrideAccess: false,
      user,
    })
    .catch(() => null)
  if (!form?.snapshot) return notFound()
  const publishedAt = await firstPublication({ payload, user, post: idOf(form.post) })
  return previewOf({ payload, content: readSnapshot(form.snapshot), publishedAt })
}
