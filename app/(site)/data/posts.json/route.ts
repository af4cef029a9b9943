import { dataPartOf } from '../../../../collections/urls'
import { dataIndex } from '../../_components/openData'
import { sitePayload } from '../../_queries/client'
import { readFrame } from '../../_queries/frame'
import { lastNumber } from '../../_queries/sitemap'
import { JSON_TYPE, renderText } from '../../_render'

export const dynamic = 'force-dynamic'

/** `/data/posts.json`: the parts of the opening data; the first is always there. */
export const GET = async () => {
  const payload = await sitePayload()
  const { site } = await readFrame(payload)
  const parts = Math.max(1, dataPartOf(await lastNumber(payload)))
  return renderText(dataIndex({ site, parts }), { type: JSON_TYPE })
}
