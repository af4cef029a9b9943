import { describe, expect, test } from 'vitest'
import { FRAME, NEWS } from './fixtures'
import { atomFeed, escapeXml, sitemapIndex, sitemapPart } from './xml'

const entry = {
  title: '<b>“甲&乙”</b>\u0000\u0008',
  path: '/posts/2026/1.html',
  summary: '',
  source: '食品处',
  publishedAt: '2026-10-01T00:00:00.000Z',
  revisedAt: null,
}

describe('documents for machines', () => {
  test('text is escaped and signs that XML forbids are dropped', () => {
    expect(escapeXml('a<b>&"c"\u0000\u000b\ufffe𠮷')).toBe('a&lt;b&gt;&amp;&quot;c&quot;𠮷')
  })

  test('a feed has full addresses and the time of its newest change', () => {
    const feed = atomFeed({
      site: FRAME.site,
      column: NEWS,
      entries: [entry, { ...entry, revisedAt: '2026-10-05T00:00:00.000Z' }],
    })
    expect(feed).toContain('<title>&lt;b&gt;“甲&amp;乙”&lt;/b&gt;</title>')
    expect(feed).toContain('<link href="https://www.ln-ciq.example/posts/2026/1.html"/>')
    expect(feed).toMatch(/^<updated>2026-10-05T00:00:00.000Z<\/updated>$/m)
    expect(feed).toContain('href="https://www.ln-ciq.example/feeds/news.xml"')
  })

  test('a feed without entries is still a feed', () => {
    expect(atomFeed({ site: FRAME.site, column: NEWS, entries: [] })).toContain('<updated>1970')
  })

  test('the sitemap names its parts, a part its pages', () => {
    expect(sitemapIndex(['https://a.example/sitemaps/1.xml'])).toContain(
      '<sitemap><loc>https://a.example/sitemaps/1.xml</loc></sitemap>',
    )
    const part = sitemapPart([
      { url: 'https://a.example/', changedAt: null },
      { url: 'https://a.example/posts/2026/1.html', changedAt: '2026-10-01T00:00:00.000Z' },
    ])
    expect(part).toContain('<url><loc>https://a.example/</loc></url>')
    expect(part).toContain('<lastmod>2026-10-01T00:00:00.000Z</lastmod>')
  })
})
