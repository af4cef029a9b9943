import { PAGE_HEADERS } from '../../../generator/pageHeaders'
import { searchIndex } from '../../../generator/search/searchPort'
import { SearchPage, SearchUnavailablePage } from '../_components/SearchPage'
import { sitePayload } from '../_queries/client'
import { readEveryDepartment } from '../_queries/departments'
import { readFrame } from '../_queries/frame'
import { renderPage } from '../_render'
import { readAsked } from './asked'
import { searchFor } from './searchView'

export const dynamic = 'force-dynamic'

const HEADERS = { ...PAGE_HEADERS, 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' }

/** `/search?q=`: the one public page that is made for each visitor; it lives here and the public site's server passes it on. */
export const GET = async (request: Request) => {
  const payload = await sitePayload()
  const [frame, departments] = await Promise.all([readFrame(payload), readEveryDepartment(payload)])
  const { columns } = frame
  const asked = readAsked({ params: new URL(request.url).searchParams, columns, departments })
  const index = searchIndex()
  try {
    if (!index) throw new Error('This server has no search index')
    const search = await searchFor({ payload, index, frame, departments, asked })
    return renderPage(<SearchPage frame={frame} search={search} />, { headers: HEADERS })
  } catch (error) {
    payload.logger.error({ err: error, msg: 'A search failed' })
    return renderPage(<SearchUnavailablePage frame={frame} typed={asked.query.text} />, {
      status: 503,
      headers: { ...HEADERS, 'Retry-After': '30' },
    })
  }
}
