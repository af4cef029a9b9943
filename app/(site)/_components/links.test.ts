import { describe, expect, test } from 'vitest'
import { isForeign, safeHref } from './links'

describe('addresses of links', () => {
  test.each([
    'https://www.gov.cn/zhengce/',
    'http://www.gov.cn/',
    'mailto:office@bureau.example',
    'tel:0411-12345678',
    '/posts/2026/12.html',
    '#article-3',
  ])('%s is kept', (href) => {
    expect(safeHref(href)).toBe(href)
  })

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'java\u00adscript:alert(1)',
    '\u0000javascript:alert(1)',
    'data:text/html,<b>x</b>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example/',
    '/\\evil.example/',
    'www.gov.cn',
    '',
    null,
    undefined,
    7,
    { href: 'https://www.gov.cn' },
  ])('%s is dropped', (href) => {
    expect(safeHref(href)).toBeNull()
  })

  test('only another site is foreign', () => {
    const domain = 'ciq.example'
    expect(isForeign({ href: '/map/', domain })).toBe(false)
    expect(isForeign({ href: 'https://ciq.example/map/', domain })).toBe(false)
    expect(isForeign({ href: 'https://www.ciq.example/', domain })).toBe(false)
    expect(isForeign({ href: 'mailto:a@b.example', domain })).toBe(false)
    expect(isForeign({ href: 'https://notciq.example/', domain })).toBe(true)
  })
})
