import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { z } from 'zod'

/**
 * A stored picture of each kind of page. The pages are drawn from fixed texts and read in a font of ours, half as large, so
 * that machines with other fonts and other browsers agree. After a change that is meant: `npm run looks`.
 */

const FONT = join(import.meta.dirname, '../seed/fonts/noto-sans-sc.ttf')
const WIDTHS = [390, 1280]
/** What lies below is made of the same parts. */
const TALLEST = 2_400
/** Of all points: letters that another machine draws otherwise were 2 of 100 at most, a change of 3 pixels a line 9 at least. */
const MOST_OTHERS = 0.04

/** Everything is read in the one font, and nothing moves. */
const STEADY = `
@font-face { font-family: Looks; src: url(/font.ttf) }
* { font-family: Looks !important; transition: none !important; animation: none !important }`

const NAMES = [
  'home',
  'news',
  'law',
  'policy',
  'guide',
  'withdrawn',
  'column-news',
  'column-policies',
  'column-guides',
  'column-downloads',
  'archive',
  'departments',
  'department',
  'map',
  'not-found',
  'search',
  'topic',
  'english-home',
  'english-post',
]

const PROGRAM = ['--import', 'tsx', 'testing/drawLooks.tsx']

/** The pages and what they load, by address. */
const draw = () => {
  const drawn = execFileSync(process.execPath, PROGRAM, { maxBuffer: 50_000_000 })
  const files = z.record(z.string(), z.string()).parse(JSON.parse(String(drawn)))
  for (const url of Object.keys(files)) if (url.endsWith('.css')) files[url] += STEADY
  return files
}

const TYPES: Record<string, string> = { html: 'text/html', css: 'text/css', js: 'text/javascript' }

/** A server of the drawn pages; any picture is the same one. */
const serve = async (files: Record<string, string>) => {
  const background = '#8aa4b8'
  const photo = await sharp({ create: { width: 480, height: 270, channels: 3, background } })
    .webp()
    .toBuffer()
  const font = readFileSync(FONT)
  const server = createServer(({ url = '' }, response) => {
    // The font is large, and asked for once.
    response.setHeader('cache-control', 'max-age=3600')
    const text = files[url]
    const type = TYPES[url.split('.').at(-1) ?? '']
    if (url === '/font.ttf') response.end(font)
    else if (text && type) response.setHeader('content-type', `${type}; charset=utf-8`).end(text)
    else response.setHeader('content-type', 'image/webp').end(photo)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return server
}

const pictureOf = async (page: Page) => {
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  const { width = 0 } = page.viewportSize() ?? {}
  const clip = { x: 0, y: 0, width, height: Math.min(height, TALLEST) }
  return await sharp(await page.screenshot({ clip, fullPage: true }))
    .resize({ width: Math.round(width / 2) })
    .png({ palette: true, colours: 16, dither: 0, effort: 5 })
    .toBuffer()
}

let server: Server
let page: Page
let origin = ''

test.beforeAll(async ({ browser }) => {
  server = await serve(draw())
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  origin = `http://127.0.0.1:${address.port}`
  page = await browser.newPage({ reducedMotion: 'reduce', colorScheme: 'light', locale: 'zh-CN' })
})
test.afterAll(async () => {
  await page.close()
  server.closeAllConnections()
  server.close()
})

for (const name of NAMES) {
  test(`${name} looks as it did`, async () => {
    await page.goto(`${origin}/${name}.html`)
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 })
      await page.evaluate(() => document.fonts.ready)
      const picture = await pictureOf(page)
      expect(picture).toMatchSnapshot(`${name}-${width}.png`, { maxDiffPixelRatio: MOST_OTHERS })
    }
  })
}
