import { wayTo, withDescendants } from '../../_components/columnTree'
import { atomFeed } from '../../_components/xml'
import { renderLost } from '../../_lost'
import { sitePayload } from '../../_queries/client'
import { feedEntries } from '../../_queries/feed'
import { readFrame } from '../../_queries/frame'
import { renderText } from '../../_render'

export const dynamic = 'force-dynamic'

const ATOM = 'application/atom+xml; charset=utf-8'

/** `/feeds/<column path>.xml` */
export const GET = async (_: Request, { params }: { params: Promise<{ path: string[] }> }) => {
  const columnPath = /^(.+)\.xml$/.exec((await params).path.join('/'))?.[1]
  const payload = await sitePayload()
  const frame = await readFrame(payload)
  const column = wayTo({ columns: frame.columns, is: ({ path }) => path === columnPath })?.at(-1)
  if (!column) return renderLost(frame)
  const columnIds = withDescendants(column).map(({ id }) => id)
  const { site } = frame
  const entries = await feedEntries({ payload, columnIds, siteName: site.name })
  return renderText(atomFeed({ site, column, entries }), { type: ATOM })
}
