import { mediaUrl } from '../../../../collections/urls'
import { TopicPage } from '../../_components/TopicPages'
import { renderLost } from '../../_lost'
import { MOST_ROWS, sitePayload } from '../../_queries/client'
import { readFrame } from '../../_queries/frame'
import { newestOfTopic } from '../../_queries/lists'
import { readTopics } from '../../_queries/topics'
import { renderPage } from '../../_render'

export const dynamic = 'force-dynamic'

/** One topic. */
export const GET = async (_: Request, { params }: { params: Promise<{ code: string }> }) => {
  const { code } = await params
  const payload = await sitePayload()
  const [frame, topics] = await Promise.all([readFrame(payload), readTopics(payload)])
  const topic = topics.find((one) => one.code === code)
  if (!topic) return renderLost(frame)
  const posts = await newestOfTopic({ payload, id: topic.id })
  return renderPage(
    <TopicPage
      frame={frame}
      topic={topic}
      posts={posts}
      isMore={posts.length === MOST_ROWS}
      mediaHref={mediaUrl}
    />,
  )
}
