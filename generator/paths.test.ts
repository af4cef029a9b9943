import { describe, expect, it } from 'vitest'
import { mediaUrl } from '../collections/urls'
import { fileOf, placeOf } from './paths'

describe('fileOf', () => {
  it.each([
    ['/', 'index.html'],
    ['/columns/news/', 'columns/news/index.html'],
    ['/posts/2026/1.html', 'posts/2026/1.html'],
    ['/404.html', '404.html'],
    ['/feeds/policies/laws.xml', 'feeds/policies/laws.xml'],
    ['/assets/site.0a1b.css', 'assets/site.0a1b.css'],
  ])('puts %s into %s', (url, file) => {
    expect(fileOf(url)).toBe(file)
  })

  it('decodes the name of a file in Chinese', () => {
    const url = mediaUrl({ sha256: '0123456789abcdef0123', filename: '申报表 (2026).docx' })
    expect(fileOf(url)).toBe('media/0123456789abcdef/申报表-2026-.docx')
  })

  it.each([
    'posts/1.html',
    '',
    '/../etc/passwd',
    '/a/../../b',
    '/a//b',
    '//a',
    '/%2e%2e/b',
    '/..%2fb',
    '/a%5c..%5cb',
    '/a%00b',
    '/.well-known/x',
    '/a/.hidden',
    '/%zz',
    '/a?b=1',
    '/a#b',
    `/${'长'.repeat(90)}`,
  ])('refuses %j', (url) => {
    expect(() => fileOf(url)).toThrow()
  })
})

describe('placeOf', () => {
  it('stays under the root', () => {
    expect(placeOf({ root: '/data/public_html', file: 'a/b.html' })).toBe(
      '/data/public_html/a/b.html',
    )
  })

  it.each(['..', '../x', '.', 'a/../..', ''])('refuses %j', (file) => {
    expect(() => placeOf({ root: '/data/public_html', file })).toThrow('Outside')
  })
})
