import type { Payload, TypedUser } from 'payload'
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

const plain = (status: 401 | 404, text: string) =>
  new Response(text, {
    status,
    headers: { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8' },
  })

/** Nobody is signed in. */
export const notSignedIn = () => plain(401, '请先登录。')

/** There is nothing here, or nothing that this person may see: the same answer. */
export const notFound = () => plain(404, '没有找到。')

/** Links that lead away open elsewhere, which the frame of the back office does not allow; those within the page work. */
const withoutWaysOut = (html: string) =>
  html.replaceAll(/<a (?=[^>]*href="[^#])/g, '<a target="_blank" rel="noreferrer" ')

const mediaHref = ({ filename }: { filename: string }) =>
  `/api/media/file/${encodeURIComponent(filename)}`

/** The page of a text that is not public yet, for the frame in which it is reviewed. */
export const previewOf = async ({
  payload,
  content,
  publishedAt,
}: {
  payload: Payload
  content: Snapshot
  publishedAt: string | null
}) => {
  const html = await renderPostPreview({ payload, content, publishedAt, mediaHref })
  return new Response(withoutWaysOut(html), { headers: HEADERS })
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
