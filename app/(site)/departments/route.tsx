import { DepartmentsPage } from '../_components/DepartmentPages'
import { sitePayload } from '../_queries/client'
import { readDepartments } from '../_queries/departments'
import { readFrame } from '../_queries/frame'
import { renderPage } from '../_render'

export const dynamic = 'force-dynamic'

/** 机构设置 */
export const GET = async () => {
  const payload = await sitePayload()
  const [frame, departments] = await Promise.all([readFrame(payload), readDepartments(payload)])
  return renderPage(<DepartmentsPage frame={frame} departments={departments} />)
}
