import { EnglishHomePage } from '../_components/EnglishPages'
import { sitePayload } from '../_queries/client'
import { newestInEnglish } from '../_queries/english'
import { readFrame } from '../_queries/frame'
import { LIST_LENGTH } from '../_queries/lists'
import { renderPage } from '../_render'

export const dynamic = 'force-dynamic'

/** The home page in English. */
export const GET = async () => {
  const payload = await sitePayload()
  const [frame, posts] = await Promise.all([
    readFrame(payload),
    newestInEnglish({ payload, limit: LIST_LENGTH }),
  ])
  return renderPage(<EnglishHomePage frame={frame} posts={posts} />)
}
