import { renderLost } from '../_lost'
import { sitePayload } from '../_queries/client'
import { readFrame } from '../_queries/frame'

export const dynamic = 'force-dynamic'

/** Every address that no other route knows. */
export const GET = async () => renderLost(await readFrame(await sitePayload()))
