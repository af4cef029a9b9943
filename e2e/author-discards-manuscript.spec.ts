import { expect, test } from '@playwright/test'
import { comeAs, dialog, manuscriptAddress, write } from './desk'

test('an author discards a manuscript, finds it among the discarded, and brings it back', async ({
  page,
}) => {
  const title = '端到端：暂时不用的稿件'
  const id = await write({ author: 'author.food', column: 'food/updates', title })
  await comeAs({ page, name: 'author.food' })
  await page.goto(manuscriptAddress(id))
  await page.getByRole('button', { name: '废弃' }).click()
  await dialog(page).getByRole('button', { name: '废弃' }).click()
  await page.waitForURL(/\/manuscripts(\?|$)/)
  await expect(page.getByRole('link', { name: title })).toHaveCount(0)

  await page.getByRole('link', { name: '已废弃' }).click()
  await page.getByRole('link', { name: title }).click()
  await expect(page.locator('.ba-status')).toContainText('该稿件已废弃')
  await expect(page.getByRole('button', { name: '保存', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '提交审批' })).toHaveCount(0)
  await page.getByRole('button', { name: '恢复' }).click()
  await dialog(page).getByRole('button', { name: '恢复' }).click()
  await expect(page.getByText('稿件已恢复。')).toBeVisible()
  await expect(page.getByRole('button', { name: '提交审批' })).toBeVisible()
})
