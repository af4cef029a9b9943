import config from '@payload-config'
import { getPayload, type Payload, type TypedUser } from 'payload'
import { personOf } from '../../../access/person'
import { wordsOf } from '../../../access/refusal'
import { REFUSALS, type RefusalCode } from '../../../access/refusals'
import type { Snapshot } from '../../../workflow/snapshot'
import { renderPostPreview } from '../../(site)/_preview'

const POLICY =
  "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

const HEADERS = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': POLICY,
  'Cache-Control': 'private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

const refused = (code: RefusalCode) =>
  new Response(wordsOf(code, 'zh'), {
    status: REFUSALS[code].status,
    headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** Links that lead away open elsewhere, which the frame of the back office does not allow; those within the page work. */
const withoutWaysOut = (html: string) =>
  html.replaceAll(/<a (?=[^>]*href="[^#])/g, '<a target="_blank" rel="noreferrer" ')

const mediaHref = ({ filename }: { filename: string }) =>
  `/api/media/file/${encodeURIComponent(filename)}`

/** Who asks for the preview of which row. */
type Asked = { payload: Payload; user: TypedUser; id: string }

/** A text that is not public yet, with the first publication of the post that it revises. */
type Draft = { content: Snapshot; publishedAt: string | null }

/**
 * The page of a text that is not public yet, for the frame in which it is reviewed.
 * @param read gives null where there is nothing, or nothing that this person may see: the same answer
 */
export const previewing =
  (read: (asked: Asked) => Promise<Draft | null>) =>
  async (request: Request, { params }: { params: Promise<{ id: string }> }) => {
    const payload = await getPayload({ config })
    try {
      const { user } = await payload.auth({ headers: request.headers })
      if (!user || !personOf(user)) return refused('no-login')
      const { id } = await params
      const draft = await read({ payload, user, id })
      if (!draft) return refused('not-found')
      const html = await renderPostPreview({ payload, ...draft, mediaHref })
      return new Response(withoutWaysOut(html), { headers: HEADERS })
    } catch (error) {
      payload.logger.error(error)
      return refused('server-error')
    }
  }

/** The first publication of the post that a manuscript already has, if this person may see it. */
export const firstPublication = async ({
  payload,
  user,
  post,
}: {
  payload: Payload
  user: TypedUser
  post: string | null
}) => {
  if (!post) return null
  const found = await payload.findByID({
    collection: 'posts',
    id: post,
    select: { publishedAt: true },
    depth: 0,
    overrideAccess: false,
    user,
    disableErrors: true,
  })
  return found?.publishedAt ?? null
}
