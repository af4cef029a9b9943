import { expect, it } from 'vitest'
import { assetsOf } from './assets'

const html = (text: string) =>
  assetsOf({ bytes: Buffer.from(text), contentType: 'text/html; charset=utf-8' })

it('finds the stylesheet, the script and the pictures of a page, each once', () => {
  expect(
    html(`<link rel="stylesheet" href="/assets/site.0a.css"/><script src="/assets/site.2c.js"></script><link rel="icon" href="data:image/svg+xml,x"/>
      <img src="/assets/icon.1b.svg" alt=""/><a href="/assets/x.pdf">x</a><img src="/media/a/b.jpg" alt=""/>`),
  ).toEqual(['/assets/site.0a.css', '/assets/site.2c.js', '/assets/icon.1b.svg'])
})

it('finds what a stylesheet loads', () => {
  const bytes = Buffer.from('a{background:url(/assets/m.1.svg)}b{src:url("/assets/f.2.woff2")}')
  expect(assetsOf({ bytes, contentType: 'text/css' })).toEqual([
    '/assets/m.1.svg',
    '/assets/f.2.woff2',
  ])
})

it('looks into nothing else', () => {
  const bytes = Buffer.from('<link href="/assets/site.css">')
  expect(assetsOf({ bytes, contentType: 'application/atom+xml' })).toEqual([])
})
