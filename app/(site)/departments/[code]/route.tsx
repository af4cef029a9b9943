import { withDescendants } from '../../_components/columnTree'
import { DepartmentPage } from '../../_components/DepartmentPages'
import { renderLost } from '../../_lost'
import { sitePayload } from '../../_queries/client'
import { columnsOwnedBy, readDepartment } from '../../_queries/departments'
import { readFrame } from '../../_queries/frame'
import { newestOfDepartment } from '../../_queries/lists'
import { renderPage } from '../../_render'

export const dynamic = 'force-dynamic'

/** One department. */
export const GET = async (_: Request, { params }: { params: Promise<{ code: string }> }) => {
  const { code } = await params
  const payload = await sitePayload()
  const [frame, department] = await Promise.all([
    readFrame(payload),
    readDepartment({ payload, code }),
  ])
  if (!department) return renderLost(frame)
  const { id } = department
  const [owned, posts] = await Promise.all([
    columnsOwnedBy({ payload, id }),
    newestOfDepartment({ payload, id }),
  ])
  const columns = frame.columns
    .flatMap(withDescendants)
    .filter((column) => owned.includes(column.id) && !column.closedOn)
  return renderPage(
    <DepartmentPage frame={frame} department={department} columns={columns} posts={posts} />,
  )
}
