import { EnglishAboutPage } from '../../_components/EnglishPages'
import { sitePayload } from '../../_queries/client'
import { readFrame } from '../../_queries/frame'
import { renderPage } from '../../_render'

export const dynamic = 'force-dynamic'

export const GET = async () =>
  renderPage(<EnglishAboutPage frame={await readFrame(await sitePayload())} />)
