import { renderLost } from '../_lost'
import { sitePayload } from '../_queries/client'
import { readFrame } from '../_queries/frame'

export const dynamic = 'force-dynamic'

/** The page that the web server gives for an address without a file. */
export const GET = async () => renderLost(await readFrame(await sitePayload()))
