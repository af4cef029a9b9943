import { describe, expect, test } from 'vitest'
import {
  archivePageOf,
  archiveRange,
  archiveUrl,
  assetUrl,
  columnUrl,
  dataPartOf,
  dataRange,
  feedUrl,
  mediaUrl,
  postUrl,
  safeFileName,
  sitemapPartOf,
  sitemapRange,
} from './urls'

describe('public addresses', () => {
  test('posts, columns, archives and feeds', () => {
    expect(postUrl({ number: 12, year: 2026 })).toBe('/posts/2026/12.html')
    expect(columnUrl('policies/laws')).toBe('/columns/policies/laws/')
    expect(archiveUrl({ path: 'news', page: 3 })).toBe('/columns/news/archive/3/')
    expect(feedUrl('policies/laws')).toBe('/feeds/policies/laws.xml')
    expect(assetUrl({ name: 'site', hash: '0a', ext: 'css' })).toBe('/assets/site.0a.css')
  })

  test('an archive page holds twenty fixed numbers, for ever', () => {
    expect([1, 20, 21, 40, 41].map(archivePageOf)).toEqual([1, 1, 2, 2, 3])
    expect(archiveRange(1)).toEqual({ first: 1, last: 20 })
    expect(archiveRange(3)).toEqual({ first: 41, last: 60 })
  })

  test.each([
    ['the sitemap', sitemapPartOf, sitemapRange],
    ['the opening data', dataPartOf, dataRange],
  ])('every number is in the range of its part of %s', (_, partOf, range) => {
    for (const number of [1, 999, 1000, 1001, 2000, 2001, 123_456]) {
      const { first, last } = range(partOf(number))
      expect(number).toBeGreaterThanOrEqual(first)
      expect(number).toBeLessThanOrEqual(last)
    }
  })

  test('a file is found by its content and keeps a readable name', () => {
    const sha256 = '0123456789abcdef'.repeat(4)
    expect(mediaUrl({ sha256, filename: 'photo.jpg' })).toBe('/media/0123456789abcdef/photo.jpg')
    expect(decodeURIComponent(mediaUrl({ sha256, filename: '申请表.docx' }))).toBe(
      '/media/0123456789abcdef/申请表.docx',
    )
  })

  test('a file name can neither climb nor hide nor grow', () => {
    for (const name of ['../../etc/passwd', '.htaccess', '-rf', 'a/b\\c', '', '...', 'é?#%.pdf']) {
      expect(safeFileName(name)).toMatch(/^[^./\\?#%-][^/\\?#%]*$/u)
    }
    expect(safeFileName('长'.repeat(200)).length).toBeLessThanOrEqual(80)
    expect(safeFileName(`${'长'.repeat(200)}.pdf`)).toMatch(/\.pdf$/)
  })
})
