import { expect, test } from '@playwright/test'
import { comeAs, dialog, enter, formAddress, submit } from './desk'

test('第十二条(五): a form in doubt waits until a secrecy reviewer records who decided it', async ({
  page,
}) => {
  const title = '端到端：涉密情况待确认的信息'
  const form = await submit({
    author: 'author.food',
    column: 'food/updates',
    title,
    secrecyStatement: 'doubt',
  })
  await comeAs({ page, name: 'leader.food' })
  await page.goto(formAddress(form.id))
  await expect(page.getByText('正在等待保密确认，由保密审查员登记结果。')).toBeVisible()
  await expect(page.getByRole('button', { name: '同意' })).toHaveCount(0)

  await enter({ page, name: 'secrecy' })
  const held = page.getByRole('region', { name: /待保密确认/ })
  await held.getByRole('link', { name: title, exact: true }).click()
  await page.getByRole('button', { name: '登记确认结果' }).click()
  await dialog(page).getByLabel('不涉密', { exact: true }).check()
  await dialog(page).getByLabel('确认单位或者负责人').fill('局保密委员会')
  await dialog(page).getByLabel('确认文号').fill('局保密〔2026〕8号')
  await dialog(page).getByLabel('确认日期').fill('2026-05-08')
  await dialog(page).getByLabel('意见').fill('经确认不涉密。')
  await dialog(page).getByRole('button', { name: '确认登记确认结果' }).click()
  const record = page.getByRole('region', { name: '审批意见' })
  await expect(record).toContainText(
    '确认单位：局保密委员会；文号：局保密〔2026〕8号；日期：2026-05-08',
  )
  await expect(page.getByRole('list', { name: '审批环节' })).toContainText(/部门领导审查\s*办理中/)
})

test('a form found to hold a secret is sealed: its author sees number and state, and nothing else', async ({
  page,
}) => {
  const title = '端到端：被认定涉密的信息'
  const form = await submit({ author: 'author.food', column: 'food/updates', title })
  await comeAs({ page, name: 'leader.food' })
  await page.goto(formAddress(form.id))
  await page.getByRole('button', { name: '同意' }).click()
  await dialog(page).getByRole('radio', { name: /^涉密/ }).check()
  await dialog(page)
    .getByLabel(/我确认该稿件涉密/)
    .check()
  await dialog(page).getByRole('button', { name: '确认涉密，不予发布' }).click()
  await expect(page.getByText('该申请表因涉密不予发布，内容已封存')).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)

  await comeAs({ page, name: 'author.food' })
  await page.goto(formAddress(form.id))
  await expect(page.getByText(form.number).first()).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
})
