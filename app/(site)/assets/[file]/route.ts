import { assetAt } from '../../_assets'
import { renderLost } from '../../_lost'
import { sitePayload } from '../../_queries/client'
import { readFrame } from '../../_queries/frame'
import { renderText } from '../../_render'

export const dynamic = 'force-dynamic'

/** The stylesheet and the script, at the address that carries their hash. */
export const GET = async (_: Request, { params }: { params: Promise<{ file: string }> }) => {
  const asset = await assetAt(`/assets/${(await params).file}`)
  if (!asset) return renderLost(await readFrame(await sitePayload()))
  return renderText(asset.content, { type: asset.type })
}
