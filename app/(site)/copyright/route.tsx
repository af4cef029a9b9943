import { CopyrightPage } from '../_components/InformationPages'
import { sitePayload } from '../_queries/client'
import { readFrame } from '../_queries/frame'
import { renderPage } from '../_render'

export const dynamic = 'force-dynamic'

export const GET = async () =>
  renderPage(<CopyrightPage frame={await readFrame(await sitePayload())} />)
