import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { cms, comeAs, enter, enterByHand, formAddress, submit } from './desk'

const foreignRequests = (page: Page) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(cms()) && !/^(data|blob|about):/.test(url)) foreign.push(url)
  })
  return foreign
}

const seriousFaults = async (page: Page, part: string) => {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ iframes: false })
    .include(part)
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

test.describe('with an English browser', () => {
  test.use({ locale: 'en-US' })

  test('the back office starts in Chinese, and stays English for who chooses it', async ({
    page,
  }) => {
    await page.goto('/admin/login')
    await expect(page.getByRole('button', { name: '登录' })).toBeVisible()
    await expect(page.getByText('网站管理系统')).toBeVisible()
    await enterByHand({ page, name: 'auditor' })
    await page.goto('/admin/account')
    await page.locator('.payload-settings__language input').click()
    await page.getByText('English', { exact: true }).click()
    await expect(page.getByText('Language', { exact: true })).toBeVisible()
    await page.goto('/admin')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Hello, /)
  })
})

const DESKS = [
  { name: 'author.food', sees: ['我的申请', '我的稿件', '本部门已发布'], not: ['待我审批'] },
  { name: 'leader.food', sees: ['待我审批', '本部门已发布'], not: ['我的申请', '待保密确认'] },
  { name: 'secrecy', sees: ['待我审批', '待保密确认', '全局已发布'], not: ['我的申请'] },
  { name: 'office', sees: ['待我审批', '全局已发布'], not: ['待保密确认'] },
  { name: 'bureau', sees: ['待我审批', '全局已发布'], not: ['我的申请'] },
  { name: 'system', sees: ['账号'], not: ['待我审批', '全局已发布', '我的申请'] },
  { name: 'security', sees: ['待授予角色的账号'], not: ['待我审批', '全局已发布'] },
  { name: 'auditor', sees: ['发布记录'], not: ['待我审批', '全局已发布'] },
] as const

for (const { name, sees, not } of DESKS) {
  test(`${name} finds on the desk what is his or hers, and asks no other server for anything`, async ({
    page,
  }) => {
    const foreign = foreignRequests(page)
    await enter({ page, name })
    for (const title of sees) {
      await expect(
        page.getByRole('heading', { level: 2, name: new RegExp(`^${title}`) }),
      ).toBeVisible()
    }
    for (const title of not) {
      await expect(
        page.getByRole('heading', { level: 2, name: new RegExp(`^${title}`) }),
      ).toHaveCount(0)
    }
    expect(await seriousFaults(page, '.ba-desk')).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    expect(foreign).toEqual([])
  })
}

test('a form can be read and signed by keyboard and screen reader', async ({ page }) => {
  const form = await submit({
    author: 'author.food',
    column: 'food/updates',
    title: '端到端：键盘操作的申请表',
  })
  await comeAs({ page, name: 'leader.food' })
  await page.goto(formAddress(form.id))
  const sign = page.getByRole('button', { name: '同意' })
  await expect(sign).toBeVisible()
  expect(await seriousFaults(page, '.ba-form')).toEqual([])
  await sign.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  expect(await seriousFaults(page, '.ba-dialog')).toEqual([])
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
})

test('a preview is for those who may see the form, and carries no script', async ({ page }) => {
  const form = await submit({
    author: 'author.food',
    column: 'food/updates',
    title: '端到端：预览的权限',
  })
  const address = `${cms()}/preview/forms/${form.id}`
  expect((await fetch(address)).status).toBe(401)
  await comeAs({ page, name: 'author.animal' })
  expect((await page.goto(address))?.status()).toBe(404)
  expect((await page.goto(`${cms()}/preview/forms/nothing`))?.status()).toBe(404)
  await comeAs({ page, name: 'leader.food' })
  const preview = await page.goto(address)
  expect(preview?.status()).toBe(200)
  expect(preview?.headers()['content-security-policy']).toContain("default-src 'none'")
  expect(await preview?.text()).not.toContain('<script')
})
