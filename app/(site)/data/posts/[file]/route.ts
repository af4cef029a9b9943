import { dataPartOf } from '../../../../../collections/urls'
import { withDescendants } from '../../../_components/columnTree'
import { dataPart } from '../../../_components/openData'
import { renderLost } from '../../../_lost'
import { isWithin, urlNumber } from '../../../_number'
import { sitePayload } from '../../../_queries/client'
import { dataPosts } from '../../../_queries/data'
import { readEveryDepartment } from '../../../_queries/departments'
import { readFrame } from '../../../_queries/frame'
import { lastNumber } from '../../../_queries/sitemap'
import { JSON_TYPE, renderText } from '../../../_render'

export const dynamic = 'force-dynamic'

/** `/data/posts/<n>.json` */
export const GET = async (_: Request, { params }: { params: Promise<{ file: string }> }) => {
  const part = urlNumber(/^(.+)\.json$/.exec((await params).file)?.[1])
  const payload = await sitePayload()
  const frame = await readFrame(payload)
  const last = dataPartOf(await lastNumber(payload))
  if (!part || !isWithin({ page: part, last })) return renderLost(frame)
  const posts = await dataPosts({ payload, part })
  const columns = frame.columns.flatMap(withDescendants)
  const departments = await readEveryDepartment(payload)
  const text = dataPart({
    site: frame.site,
    part,
    posts,
    columns: new Map(columns.map(({ id, name, path }) => [id, { name, place: path }])),
    departments: new Map(departments.map(({ id, name, code }) => [id, { name, place: code }])),
  })
  return renderText(text, { type: JSON_TYPE })
}
