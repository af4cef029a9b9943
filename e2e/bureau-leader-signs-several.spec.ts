import { expect, test } from '@playwright/test'
import { act, dialog, enter, submit } from './desk'

const atBureau = async (title: string) => {
  const form = await submit({ author: 'author.food', column: 'notices', title, kind: 'notice' })
  const clear = { secrecy: 'clear' }
  await act({ name: 'head.food', form: form.id, action: 'sign' })
  await act({ name: 'secrecy', form: form.id, action: 'sign', input: clear })
  return act({ name: 'office', form: form.id, action: 'sign' })
}

test('第十二条(二): a bureau leader signs several forms from the list', async ({ page }) => {
  const titles = ['端到端：批量审批之一', '端到端：批量审批之二']
  for (const title of titles) await atBureau(title)
  await enter({ page, name: 'bureau' })
  const waiting = page.getByRole('region', { name: /待我审批/ })
  for (const title of titles) await waiting.getByLabel(`选择 ${title}`).check()
  await waiting.getByRole('button', { name: '同意所选 2 件' }).click()
  await dialog(page).getByLabel('我已逐件审阅。').check()
  await dialog(page).getByRole('button', { name: '确认同意' }).click()
  await expect(page.getByText('已同意 2 件。')).toBeVisible()
  for (const title of titles) {
    await expect(waiting.getByRole('link', { name: title, exact: true })).toHaveCount(0)
  }
  const published = page.getByRole('region', { name: /全局已发布/ })
  for (const title of titles) await expect(published).toContainText(title)
})
