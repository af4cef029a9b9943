import { mediaUrl } from '../../../../../../collections/urls'
import { EnglishPostPage, EnglishWithdrawnPage } from '../../../../_components/EnglishPages'
import { renderLost } from '../../../../_lost'
import { postPathOf } from '../../../../_postPath'
import { sitePayload } from '../../../../_queries/client'
import { readEnglishPost } from '../../../../_queries/english'
import { readFrame } from '../../../../_queries/frame'
import { renderPage } from '../../../../_render'

export const dynamic = 'force-dynamic'

type Context = { params: Promise<{ year: string; file: string }> }

/** A text in English; a notice for a withdrawn one, nothing for a removed one or a post in Chinese only. */
export const GET = async (_: Request, context: Context) => {
  const path = await postPathOf(context)
  const payload = await sitePayload()
  const frame = await readFrame(payload)
  const found = path ? await readEnglishPost({ payload, frame, path }) : null
  if (!found) return renderLost(frame)
  const { column } = found
  return renderPage(
    found.state === 'live' ? (
      <EnglishPostPage frame={frame} column={column} post={found.post} mediaHref={mediaUrl} />
    ) : (
      <EnglishWithdrawnPage
        frame={frame}
        column={column}
        path={found.path}
        publishedAt={found.publishedAt}
      />
    ),
  )
}
