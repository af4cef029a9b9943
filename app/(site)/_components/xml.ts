import { columnUrl, feedUrl } from '../../../collections/urls'
import type { ColumnView, SiteView } from './views'

/** Everything that XML 1.0 does not allow as text. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Text for an XML document. */
export const escapeXml = (text: string) =>
  text
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
const NEVER = '1970-01-01T00:00:00.000Z'

export type FeedEntry = {
  title: string
  path: string
  summary: string
  source: string
  publishedAt: string
  revisedAt: string | null
}

const updatedOf = ({ publishedAt, revisedAt }: FeedEntry) => revisedAt ?? publishedAt

/** The Atom feed of a column (RFC 4287): its newest posts, newest first. */
export const atomFeed = ({
  site,
  column,
  entries,
}: {
  site: SiteView
  column: ColumnView
  entries: FeedEntry[]
}) => {
  const self = site.origin + feedUrl(column.path)
  const updated = entries.map(updatedOf).toSorted().at(-1) ?? NEVER
  const items = entries.map((entry) => {
    const url = escapeXml(site.origin + entry.path)
    return `<entry><title>${escapeXml(entry.title)}</title><id>${url}</id><link href="${url}"/><published>${entry.publishedAt}</published><updated>${updatedOf(entry)}</updated><author><name>${escapeXml(entry.source)}</name></author>${entry.summary ? `<summary>${escapeXml(entry.summary)}</summary>` : ''}</entry>\n`
  })
  return `${HEAD}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<title>${escapeXml(`${column.name} - ${site.name}`)}</title>
<id>${escapeXml(self)}</id>
<link rel="self" type="application/atom+xml" href="${escapeXml(self)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(site.origin + columnUrl(column.path))}"/>
<updated>${updated}</updated>
<author><name>${escapeXml(site.name)}</name></author>
${items.join('')}</feed>
`
}

const SITEMAP = 'http://www.sitemaps.org/schemas/sitemap/0.9'

/** The list of the parts of the sitemap. */
export const sitemapIndex = (urls: string[]) =>
  `${HEAD}<sitemapindex xmlns="${SITEMAP}">
${urls.map((url) => `<sitemap><loc>${escapeXml(url)}</loc></sitemap>\n`).join('')}</sitemapindex>
`

export type SitemapEntry = { url: string; changedAt: string | null }

/** One part of the sitemap. */
export const sitemapPart = (entries: SitemapEntry[]) =>
  `${HEAD}<urlset xmlns="${SITEMAP}">
${entries
  .map(
    ({ url, changedAt }) =>
      `<url><loc>${escapeXml(url)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}</url>\n`,
  )
  .join('')}</urlset>
`
