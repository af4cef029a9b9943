import { expect, test } from '@playwright/test'
import { firstPostOf, overflow, smallTargets, smallTexts } from './sight'

const site = () => process.env.BUREAU_SITE ?? ''

const LEAST = { target: 60, text: { size: 18, line: 1.3 } }

test('a visitor chooses the elder version once, and every page is in it', async ({ page }) => {
  await page.goto(`${site()}/`)
  const elder = page.getByRole('checkbox', { name: '长辈版' })
  await elder.check()
  await firstPostOf(page, 'policies/files')
  await expect(elder).toBeChecked()
  await expect(page.getByRole('button', { name: '朗读正文' })).toBeVisible()
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await smallTargets(page, LEAST.target)).toEqual([])
    expect(await smallTexts(page, LEAST.text)).toEqual([])
    expect(await overflow(page)).toBe(0)
  }
  expect(await page.evaluate(() => getComputedStyle(document.body).cursor)).toContain('url(')

  await elder.uncheck()
  await page.reload()
  await expect(elder).not.toBeChecked()
  expect(await smallTargets(page, 44)).toEqual([])
  expect(await page.context().cookies()).toEqual([])
})

test('a link leads into the elder version, and a page brought back is in the one chosen last', async ({
  page,
}) => {
  await page.goto(`${site()}/about/#elder`)
  const elder = page.getByRole('checkbox', { name: '长辈版' })
  await expect(elder).toBeChecked()
  expect(new URL(page.url()).hash).toBe('')
  await page.getByRole('link', { name: '联系我们' }).click()
  await elder.uncheck()
  await page.getByRole('contentinfo').getByRole('link', { name: '长辈版' }).click()
  await expect(elder).toBeChecked()
  await elder.uncheck()
  // First over the step that the link within the page made.
  await page.goBack()
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: '机构概况' })).toBeVisible()
  await expect(elder).not.toBeChecked()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the switches work by keyboard on the page they stand on', async ({ page }) => {
    await page.goto(`${site()}/columns/news/`)
    const row = page.locator('.b-content').getByRole('listitem').getByRole('link').first()
    const before = await row.boundingBox()
    await page.getByRole('checkbox', { name: '长辈版' }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('checkbox', { name: '长辈版' })).toBeChecked()
    expect((await row.boundingBox())?.height).toBeGreaterThanOrEqual(60)
    expect(before?.height).toBeLessThan(60)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(0, 0, 0)')
    await expect(page.getByRole('button', { name: '朗读正文' })).toHaveCount(0)
  })
})

test('an article is read aloud sentence by sentence, paused, gone on with and stopped', async ({
  page,
}) => {
  // The test machine has no voice: what would be spoken is written down, and ends when the test says so.
  await page.addInitScript(() => {
    const spoken: SpeechSynthesisUtterance[] = []
    speechSynthesis.speak = (one) => void spoken.push(one)
    Object.assign(window, {
      spokenTexts: () => spoken.map(({ text, lang }) => `${lang} ${text}`),
      endSentence: () => spoken.at(-1)?.dispatchEvent(new Event('end')),
    })
  })
  const spoken = () => page.evaluate<string[]>('spokenTexts()')
  await firstPostOf(page, 'news')
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  const stop = page.getByRole('button', { name: '停止朗读' })
  await expect(stop).toBeHidden()
  await page.getByRole('button', { name: '朗读正文' }).click()
  await expect.poll(spoken).toEqual([`zh-CN ${title}`])
  await page.evaluate('endSentence()')
  await expect.poll(async () => (await spoken()).length).toBe(2)
  const [, second] = await spoken()

  await page.getByRole('button', { name: '暂停朗读' }).click()
  await page.evaluate('endSentence()')
  expect((await spoken()).length).toBe(2)
  await page.getByRole('button', { name: '继续朗读' }).click()
  await expect.poll(async () => (await spoken()).at(2)).toBe(second)

  await stop.click()
  await expect(stop).toBeHidden()
  const start = page.getByRole('button', { name: '朗读正文' })
  await expect(start).toBeFocused()
  await start.click()
  await expect.poll(async () => (await spoken()).at(3)).toBe(`zh-CN ${title}`)
})
