import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { crawl } from './crawl'

const ORIGIN = 'https://www.ciq.example'
const SITE = { origin: ORIGIN, name: '局', domain: 'www.ciq.example', idCode: 'bm99210001' }

let root: string
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'bureau-crawl-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const put = async (file: string, text: string) => {
  await mkdir(dirname(join(root, file)), { recursive: true })
  await writeFile(join(root, file), text)
}
const page = (body: string, robots = '') =>
  `<!doctype html><html><head>${robots}</head>${body}</html>`
const NOINDEX = '<meta name="robots" content="noindex"/>'

const faults = async () =>
  (await crawl({ root, site: { ...SITE, secrets: ['clerk@bureau.example'] } })).faults

it('names pages that nothing leads to, but no notice of a withdrawn post', async () => {
  await put('index.html', page('<a href="/map/">网站地图</a>'))
  await put('map/index.html', page('<a href="/">首页</a>'))
  await put('about/index.html', page(''))
  await put('posts/2026/1.html', page('', NOINDEX))
  expect((await faults()).filter((fault) => fault.includes('nothing leads'))).toEqual([
    '/about/: nothing leads here',
  ])
})

it('names posts that are not listed, listed although withdrawn, or listed and not there', async () => {
  await put('posts/2026/1.html', page(''))
  await put('posts/2026/2.html', page('', NOINDEX))
  await put('sitemap.xml', `<loc>${ORIGIN}/sitemaps/1.xml</loc>`)
  await put('sitemaps/1.xml', `<loc>${ORIGIN}/posts/2026/1.html</loc>`)
  await put('data/posts/1.json', `{"url":"${ORIGIN}/posts/2026/2.html"}`)
  await put('feeds/news.xml', `<link href="${ORIGIN}/posts/2026/3.html"/>`)
  expect(await faults()).toEqual(
    expect.arrayContaining([
      '/posts/2026/1.html: not in data/posts/',
      '/posts/2026/2.html: wrongly in data/posts/',
      `feeds/news.xml: leads nowhere: ${ORIGIN}/posts/2026/3.html`,
    ]),
  )
})

it('sees what is private in data and feeds too', async () => {
  await put('data/posts/1.json', '{"author":"clerk@bureau.example"}')
  expect(await faults()).toContain('data/posts/1.json: private: clerk@bureau.example')
})
