import { expect, test } from '@playwright/test'
import { comeAs, dialog, enter, formAddress, manuscriptAddress, submit } from './desk'

test('a leader returns a form with an opinion, and its author finds it and goes on writing', async ({
  page,
}) => {
  const title = '端到端：需要补充的信息'
  const form = await submit({ author: 'author.food', column: 'food/updates', title })
  await comeAs({ page, name: 'leader.food' })
  await page.goto(formAddress(form.id))
  await page.getByRole('button', { name: '退回修改' }).click()
  await dialog(page).getByLabel('意见').fill('请补充活动照片。')
  await dialog(page).getByRole('button', { name: '确认退回修改' }).click()
  await expect(page.getByText('本申请表已办结（已退回）。')).toBeVisible()

  await enter({ page, name: 'author.food' })
  const mine = page.getByRole('region', { name: /我的申请/ })
  await expect(mine.getByRole('listitem').filter({ hasText: title })).toContainText(
    '退回意见：请补充活动照片。',
  )
  await page.goto(manuscriptAddress(form.manuscript))
  await expect(page.locator('.ba-status')).toContainText('退回意见：请补充活动照片。')
  await expect(page.locator('#field-title')).toBeEnabled()
  await expect(page.getByRole('button', { name: '提交审批' })).toBeEnabled()
})
