import { SiteMapPage } from '../_components/SiteMapPage'
import { sitePayload } from '../_queries/client'
import { readDepartments } from '../_queries/departments'
import { readFrame } from '../_queries/frame'
import { readTopics } from '../_queries/topics'
import { renderPage } from '../_render'

export const dynamic = 'force-dynamic'

/** 网站地图 */
export const GET = async () => {
  const payload = await sitePayload()
  const [frame, departments, topics] = await Promise.all([
    readFrame(payload),
    readDepartments(payload),
    readTopics(payload),
  ])
  return renderPage(<SiteMapPage frame={frame} departments={departments} topics={topics} />)
}
