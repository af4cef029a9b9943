import { missing } from '../../../../../access/missing'
import { idOf } from '../../../../../access/person'
import { readSnapshot } from '../../../../../workflow/snapshot'
import { firstPublication, previewing } from '../../_answer'

export const dynamic = 'force-dynamic'

/** What a form asks to publish, as its page will look: drawn from the frozen snapshot, by the public site's own page. */
export const GET = previewing(async ({ payload, user, id }) => {
  const form = await payload
    .findByID({
      collection: 'application-forms',
      id,
      select: { snapshot: true, post: true, state: true },
      depth: 0,
      overrideAccess: false,
      user,
    })
    .catch(missing)
  if (!form?.snapshot) return null
  const publishedAt = await firstPublication({ payload, user, post: idOf(form.post) })
  return { content: readSnapshot(form.snapshot), publishedAt }
})
