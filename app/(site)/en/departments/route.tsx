import { EnglishDepartmentsPage } from '../../_components/EnglishPages'
import { sitePayload } from '../../_queries/client'
import { readDepartments } from '../../_queries/departments'
import { readFrame } from '../../_queries/frame'
import { renderPage } from '../../_render'

export const dynamic = 'force-dynamic'

export const GET = async () => {
  const payload = await sitePayload()
  const [frame, departments] = await Promise.all([readFrame(payload), readDepartments(payload)])
  return renderPage(<EnglishDepartmentsPage frame={frame} departments={departments} />)
}
