import { sitemapUrl } from '../../../collections/urls'
import { siteOrigin } from '../_queries/frame'
import { renderText } from '../_render'

export const dynamic = 'force-dynamic'

export const GET = () =>
  renderText(`User-agent: *\nAllow: /\n\nSitemap: ${siteOrigin()}${sitemapUrl()}\n`, {
    type: 'text/plain; charset=utf-8',
  })
