import { expect, type Page, test } from '@playwright/test'
import { link, text } from '../collections/richText/build'
import { publish } from './desk'
import { firstPostOf } from './sight'

const site = () => process.env.BUREAU_SITE ?? ''

/** What has the focus: its words, whether it can be seen, and whether something lies over it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement
    if (!one || one === document.body) return null
    const box = one.getBoundingClientRect()
    const on = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
    const { outlineStyle, outlineWidth } = getComputedStyle(one)
    return {
      words: one.textContent || one.id,
      isSeen: one.contains(on) || (on?.contains(one) ?? false),
      isMarked: outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2,
    }
  })

for (const width of [320, 1280]) {
  test(`the whole home page is walked by keyboard, ${width} px wide and without script`, async ({
    browser,
  }) => {
    const page = await browser.newPage({
      javaScriptEnabled: false,
      viewport: { width, height: 900 },
      reducedMotion: 'reduce',
    })
    await page.goto(`${site()}/`)
    const all = await page
      .locator('a[href], button, summary, input')
      .evaluateAll((every) => every.filter((one) => one.checkVisibility()).length)
    const met: string[] = []
    for (;;) {
      await page.keyboard.press('Tab')
      const here = await focused(page)
      if (!here || met.length > all) break
      expect(here).toMatchObject({ isSeen: true, isMarked: true })
      met.push(here.words)
    }
    expect(met.length).toBe(all)
    expect(met[0]).toBe('跳到正文')
    await page.close()
  })
}

test('the skip link, the menu and the way back work by keyboard', async ({ page }) => {
  await page.goto(`${site()}/`)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()

  const menu = page.getByRole('navigation', { name: '主导航' })
  const part = menu.getByText('政务信息', { exact: true })
  await part.focus()
  await page.keyboard.press('Enter')
  const notices = menu.getByRole('link', { name: '通知公告' })
  await expect(notices).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(notices).toBeHidden()
  await expect(part).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: '通知公告' })).toBeVisible()
  await expect(menu.locator('.b-here')).toHaveText('政务信息')

  await page.getByRole('link', { name: '回到顶部' }).press('Enter')
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
})

test('a link off the government’s sites says where it leads before it is followed', async ({
  page,
}) => {
  const post = await publish({
    title: '端到端：站外链接',
    body: [
      text('参见'),
      link('https://www.example.com/page', '某企业网站'),
      link('https://www.gov.cn/', '中国政府网'),
    ],
  })
  await page.route(/example\.com|gov\.cn/, (route) => route.fulfill({ body: 'elsewhere' }))
  await page.goto(site() + post.path)
  const outside = page.getByRole('link', { name: /^某企业网站\s*（站外链接）$/ })
  await outside.press('Enter')
  const asked = page.getByRole('dialog', { name: '即将离开本网站' })
  await expect(asked).toContainText('www.example.com')
  await page.keyboard.press('Escape')
  await expect(asked).toHaveCount(0)
  await expect(outside).toBeFocused()
  await outside.press('Enter')
  await asked.getByRole('link', { name: '继续访问' }).press('Enter')
  await expect(page).toHaveURL('https://www.example.com/page')

  await page.goto(site() + post.path)
  await page.getByRole('link', { name: /^中国政府网\s*（站外链接）$/ }).press('Enter')
  await expect(page).toHaveURL('https://www.gov.cn/')
})

test('the address of a post is copied, and its code unfolded', async ({ page }) => {
  await firstPostOf(page, 'news')
  await page.getByRole('link', { name: '分享本页' }).press('Enter')
  await page.getByRole('button', { name: '复制网址' }).press('Enter')
  await expect(page.getByRole('status')).toHaveText('已复制')
  await page.getByText('显示二维码').press('Enter')
  await expect(page.getByRole('img', { name: '本页网址的二维码' })).toBeVisible()
})
