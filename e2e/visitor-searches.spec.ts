import { expect, test } from '@playwright/test'
import { publish } from './desk'
import { signIn } from './rest'

const site = () => process.env.BUREAU_SITE ?? ''

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })

  test('a visitor searches, narrows the results, and no longer finds what was withdrawn', async ({
    page,
  }) => {
    const title = '端到端：车厘子口岸查验情况'
    const post = await publish({ title })
    await page.goto(`${site()}/`)
    await page.getByRole('searchbox').fill('车厘子 查验')
    await page.getByRole('searchbox').press('Enter')
    await expect(page).toHaveURL(/\/search\?/)
    const link = page.getByRole('main').getByRole('link', { name: title })
    await expect
      .poll(async () => {
        await page.reload()
        return link.count()
      })
      .toBe(1)
    await expect(page.locator('mark').first()).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await link.click()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

    const office = await signIn({ origin: process.env.BUREAU_CMS ?? '', name: 'office' })
    const explanation = '因内容需要核实，现予撤下。'
    const answer = await office.post(`/api/posts/${post.id}/withdraw`, { explanation })
    expect(answer.status).toBe(200)
    await page.goto(`${site()}/search?q=${encodeURIComponent('车厘子')}`)
    await expect(link).toHaveCount(0)
  })

  test('odd queries get a page with a clear message', async ({ page }) => {
    for (const query of ['"', '%', 'AND OR NOT', '🍒', '*', "';--", '检'.repeat(3_000)]) {
      const answer = await page.goto(`${site()}/search?q=${encodeURIComponent(query)}`)
      expect([query.slice(0, 10), answer?.status()]).toEqual([query.slice(0, 10), 200])
      await expect(page.getByRole('main')).not.toBeEmpty()
    }
  })
})
