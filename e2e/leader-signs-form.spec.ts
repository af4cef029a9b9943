import { expect, type Page, test } from '@playwright/test'
import { act, comeAs, dialog, enter, formAddress, publicPage, submit } from './desk'

test.use({ viewport: { width: 390, height: 844 } })

/** A leader has filled in the dialog and not confirmed yet; meanwhile others may act. @returns the form */
const decideSlowly = async ({ page, title }: { page: Page; title: string }) => {
  const form = await submit({ author: 'author.food', column: 'food/updates', title })
  await comeAs({ page, name: 'leader.food' })
  await page.goto(formAddress(form.id))
  await page.getByRole('button', { name: '同意' }).click()
  await dialog(page).getByLabel('不涉密', { exact: true }).check()
  await dialog(page).getByLabel('意见（选填）').fill('写了很久的意见。')
  return form
}

test('a leader on a phone opens the list, reads the page, signs it, and it is public', async ({
  page,
}) => {
  const title = '端到端：领导在手机上签发的信息'
  const form = await submit({ author: 'author.food', column: 'food/updates', title })
  await enter({ page, name: 'leader.food' })
  const waiting = page.getByRole('region', { name: /待我审批/ })
  await waiting.getByRole('link', { name: title, exact: true }).click()

  await expect(page.frameLocator('iframe').getByText(`${title}的正文。`)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  const actions = page.getByRole('region', { name: '办理' })
  await expect(actions.getByRole('button')).toHaveText([
    '同意',
    '退回修改',
    '转报办公室发布',
    '提请保密确认',
  ])
  await actions.getByRole('button', { name: '同意' }).click()
  await expect(dialog(page)).toContainText('这是最后一个环节，同意后立即在网站发布。')
  await dialog(page).getByRole('button', { name: '确认同意' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('请选择保密审查结论')
  await dialog(page).getByLabel('不涉密', { exact: true }).check()
  await dialog(page).getByLabel('意见（选填）').fill('内容属实，同意发布。')
  await dialog(page).getByRole('button', { name: '确认同意' }).click()

  await expect(page.getByText('已签署，信息已发布。')).toBeVisible()
  const record = page.getByRole('region', { name: '审批意见' })
  await expect(record).toContainText('程以宁')
  await expect(record).toContainText('内容属实，同意发布。')
  await expect(page.getByText(/本申请表已办结|审批已完成，等待发布/)).toBeVisible()

  await page.goto(formAddress(form.id))
  const href = await page.getByRole('link', { name: '看网页' }).getAttribute('href')
  const path = new URL(href ?? '').pathname
  await expect.poll(async () => (await publicPage(path)).text).toContain(`${title}的正文。`)
})

test('somebody who decided on an older state is told so, and sees the form as it is now', async ({
  page,
}) => {
  const form = await decideSlowly({ page, title: '端到端：同时有两位领导审批' })

  await act({ name: 'head.food', form: form.id, action: 'return', input: { opinion: '请核实。' } })

  await dialog(page).getByRole('button', { name: '确认同意' }).click()
  await expect(page.getByRole('alert').filter({ hasText: '申请表已有变化' })).toBeVisible()
  await expect(dialog(page)).toContainText('现在已经不能进行此操作。')
  await expect(dialog(page).getByLabel('您填写的意见')).toHaveValue('写了很久的意见。')
  await dialog(page).getByRole('button', { name: '关闭' }).click()
  await expect(page.getByText('本申请表已办结（已退回）。')).toBeVisible()
  await expect(page.getByRole('region', { name: '审批意见' })).toContainText('请核实。')
})

test('somebody whose form has moved and come back signs it at the second press, opinion and all', async ({
  page,
}) => {
  const form = await decideSlowly({ page, title: '端到端：审批时有人提请过保密确认' })

  const input = { opinion: '请确认。' }
  await act({ name: 'head.food', form: form.id, action: 'hold', input })
  const decision = { decidedBy: '市国家保密局', reference: '保函〔2026〕7号' }
  await act({
    name: 'secrecy',
    form: form.id,
    action: 'release',
    input: { secrecy: 'clear', decidedOn: '2026-05-01', opinion: '不涉密。', ...decision },
  })

  const confirm = dialog(page).getByRole('button', { name: '确认同意' })
  await confirm.click()
  await expect(dialog(page).getByRole('alert')).toContainText('申请表已有变化')
  await expect(confirm).toBeEnabled()
  await confirm.click()
  await expect(page.getByText('已签署，信息已发布。')).toBeVisible()
  const record = page.getByRole('region', { name: '审批意见' })
  await expect(record).toContainText('写了很久的意见。')
})
