import { expect, test } from 'vitest'
import { assetAt, assetLinks } from './_assets'

const bytesAt = async (url: string) => Buffer.from((await assetAt(url))?.content ?? '')

test('the script is at most 3 KB and stands alone', async () => {
  const { script } = await assetLinks()
  const bytes = await bytesAt(script)
  expect(script).toMatch(/^\/assets\/site\.[0-9a-f]{16}\.js$/)
  expect(bytes.length).toBeGreaterThan(1_000)
  expect(bytes.length).toBeLessThanOrEqual(3_000)
  expect(bytes.toString()).not.toMatch(/\b(import|require|eval|cookie|fetch)\b/)
})

test('the stylesheet loads nothing', async () => {
  const text = String(await bytesAt((await assetLinks()).stylesheet))
  expect(text).not.toContain('@import')
  for (const [, url] of text.matchAll(/url\(["']?([^"')]*)/g)) expect(url).toMatch(/^data:image\//)
})

test('an address with another hash leads nowhere', async () => {
  expect(await assetAt('/assets/site.0000000000000000.js')).toBeNull()
})
