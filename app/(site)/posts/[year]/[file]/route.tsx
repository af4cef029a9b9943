import { mediaUrl, postUrl } from '../../../../../collections/urls'
import { PostPage } from '../../../_components/PostPage'
import { WithdrawnPage } from '../../../_components/WithdrawnPage'
import { renderLost } from '../../../_lost'
import { urlNumber } from '../../../_number'
import { sitePayload } from '../../../_queries/client'
import { readFrame } from '../../../_queries/frame'
import { readPost } from '../../../_queries/post'
import { renderPage } from '../../../_render'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ year: string; file: string }> }

const pathOf = async ({ params }: Context) => {
  const { year, file } = await params
  const number = urlNumber(/^(.+)\.html$/.exec(file)?.[1])
  return number && /^\d{4}$/.test(year) ? postUrl({ number, year: Number(year) }) : null
}

/** 正文页; a notice for a withdrawn post, nothing for a removed one. */
export const GET = async (_: Request, context: Context) => {
  const path = await pathOf(context)
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
