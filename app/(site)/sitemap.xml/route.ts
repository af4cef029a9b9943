import { sitemapPartOf, sitemapPartUrl } from '../../../collections/urls'
import { sitemapIndex } from '../_components/xml'
import { sitePayload } from '../_queries/client'
import { siteOrigin } from '../_queries/frame'
import { lastNumber } from '../_queries/sitemap'
import { renderText } from '../_render'

export const dynamic = 'force-dynamic'

/** The list of the parts of the sitemap; the first part is always there. */
export const GET = async () => {
  const parts = Math.max(1, sitemapPartOf(await lastNumber(await sitePayload())))
  const urls = Array.from({ length: parts }, (_, index) => siteOrigin() + sitemapPartUrl(index + 1))
  return renderText(sitemapIndex(urls), { type: 'application/xml; charset=utf-8' })
}
