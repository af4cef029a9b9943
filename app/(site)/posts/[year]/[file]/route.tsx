import { mediaUrl } from '../../../../../collections/urls'
import { PostPage } from '../../../_components/PostPage'
import { WithdrawnPage } from '../../../_components/WithdrawnPage'
import { renderLost } from '../../../_lost'
import { postPathOf } from '../../../_postPath'
import { sitePayload } from '../../../_queries/client'
import { readFrame } from '../../../_queries/frame'
import { readPost } from '../../../_queries/post'
import { renderPage } from '../../../_render'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ year: string; file: string }> }

/** 正文页; a notice for a withdrawn post, nothing for a removed one. */
export const GET = async (_: Request, context: Context) => {
  const path = await postPathOf(context)
  const payload = await sitePayload()
  const frame = await readFrame(payload)
  const found = path ? await readPost({ payload, frame, path }) : null
  if (!found) return renderLost(frame)
  const { ancestors } = found
  return renderPage(
    found.state === 'live' ? (
      <PostPage frame={frame} ancestors={ancestors} post={found.post} mediaHref={mediaUrl} />
    ) : (
      <WithdrawnPage
        frame={frame}
        ancestors={ancestors}
        post={found.post}
        publishedAt={found.publishedAt}
      />
    ),
  )
}
