import { expect, test } from '@playwright/test'
import { comeAs, dialog, postAddress, publicPage, publish } from './desk'

test('the site administrator withdraws a post; its page becomes a notice with the explanation', async ({
  page,
}) => {
  const title = '端到端：需要撤下的信息'
  const post = await publish({ title })
  await expect.poll(async () => (await publicPage(post.path)).text).toContain(title)

  await comeAs({ page, name: 'office' })
  await page.goto(postAddress(post.id))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await expect(page.getByText('已生成')).toBeVisible()
  await page.getByRole('button', { name: '撤下' }).click()
  await dialog(page).getByLabel('向公众说明的原因').fill('因内容需要核实，现予撤下。')
  await dialog(page).getByRole('button', { name: '撤下' }).click()
  await expect(page.getByText('已撤下，网页改为说明。')).toBeVisible()
  await expect(page.getByRole('button', { name: '撤下' })).toHaveCount(0)
  await expect
    .poll(async () => (await publicPage(post.path)).text)
    .toContain('因内容需要核实，现予撤下。')
  expect((await publicPage(post.path)).text).not.toContain(`${title}的正文。`)
})

test('a leak is removed: after a second confirmation the page is gone', async ({ page }) => {
  const title = '端到端：需要紧急删除的信息'
  const post = await publish({ title })
  await expect.poll(async () => (await publicPage(post.path)).status).toBe(200)

  await comeAs({ page, name: 'secrecy' })
  await page.goto(postAddress(post.id))
  await expect(page.getByRole('button', { name: '撤下' })).toHaveCount(0)
  await page.getByRole('button', { name: '紧急删除' }).click()
  await dialog(page)
    .getByLabel(/删除原因/)
    .fill('误发内部数据。')
  await dialog(page)
    .getByLabel(/我确认立即删除/)
    .check()
  await dialog(page).getByRole('button', { name: '紧急删除' }).click()
  await expect(page.getByText('该网页已从网站删除。')).toBeVisible()
  expect((await publicPage(post.path)).status).toBe(404)
})

test('an author finds no button on a post', async ({ page }) => {
  const post = await publish({ title: '端到端：作者查看已发布的信息' })
  await comeAs({ page, name: 'author.food' })
  await page.goto(postAddress(post.id))
  await expect(page.getByText('上网信息由审批流程写入')).toBeVisible()
  for (const name of ['撤下', '紧急删除', '保存']) {
    await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0)
  }
})
