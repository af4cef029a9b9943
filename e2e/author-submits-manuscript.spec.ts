import { expect, test } from '@playwright/test'
import { shanghaiDate } from '../collections/dates'
import { dialog, enter } from './desk'

const TITLE = '端到端：口岸进口水果检疫监管情况'

test('an author writes a manuscript, hears what is missing, submits it, and takes it back', async ({
  page,
}) => {
  await enter({ page, name: 'author.food' })
  await page.getByRole('link', { name: '新建稿件' }).click()
  await page.locator('#field-title').fill(TITLE)
  await page.locator('#field-column').click()
  await page.keyboard.type('动态')
  await expect(page.getByRole('option', { name: '食品监管动态' })).toBeVisible()
  await expect(page.getByRole('option', { name: '动植检动态' })).toHaveCount(0)
  await page.getByRole('option', { name: '食品监管动态' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.waitForURL(/manuscripts\/[0-9a-f-]{20,}/)

  // The text and its source are missing: said all at once, each leading to its field.
  const submit = page.getByRole('button', { name: '提交审批' })
  await submit.click()
  await dialog(page).getByRole('button', { name: '确认提交' }).click()
  await expect(dialog(page).getByRole('alert')).toContainText('请作出保密自查和个人信息两项声明')
  await dialog(page).getByLabel('经自查，不涉及国家秘密').check()
  await dialog(page).getByLabel('不含个人信息').check()
  await dialog(page).getByRole('button', { name: '确认提交' }).click()
  const reasons = dialog(page).getByRole('alert')
  await expect(reasons).toContainText('正文不能为空。')
  await expect(reasons).toContainText('请选择信息来源类型。')
  await expect(reasons).toContainText('政务新闻须填写事项发生日期。')
  await reasons.getByRole('button', { name: '信息来源 › 来源名称' }).click()
  await expect(page.locator('#field-source__name')).toBeFocused()

  // Unsaved changes are not what would be submitted.
  await page.locator('#field-source__name').fill('进出口食品安全处')
  await expect(submit).toBeDisabled()
  await expect(page.getByText('有未保存的修改，保存后可提交。')).toBeVisible()
  await page.locator('#field-source__type').click()
  await page.getByText('本局', { exact: true }).click()
  const eventDate = page.locator('#field-eventDate input')
  await eventDate.fill(shanghaiDate(new Date().toISOString()))
  await eventDate.press('Enter')
  await page.getByRole('button', { name: '正文', exact: true }).click()
  await page.locator('[contenteditable="true"]').first().click()
  await page.keyboard.type('今年以来，口岸进口水果检疫监管情况平稳。')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await expect(submit).toBeEnabled()

  await submit.click()
  await dialog(page).getByLabel('经自查，不涉及国家秘密').check()
  await dialog(page).getByLabel('不含个人信息').check()
  await dialog(page).getByRole('button', { name: '确认提交' }).click()
  await expect(page.getByText(/已提交审批，申请表编号 \d{4}-\d{6}。/)).toBeVisible()

  // Frozen: it says so, and nothing offers to write.
  await expect(page.locator('.ba-status')).toContainText('稿件正在审批，不能修改')
  await expect(page.getByRole('button', { name: '保存', exact: true })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '提交审批' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: '废弃' })).toHaveCount(0)
  await expect(page.locator('#field-title')).toBeDisabled()
  await expect(page.locator('[contenteditable="true"]')).toHaveCount(0)

  // The form, where only taking it back is offered to its applicant.
  await page.getByRole('link', { name: /^申请表 \d{4}-/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible()
  const preview = page.frameLocator('iframe')
  await expect(preview.getByText('预览：尚未发布')).toBeVisible()
  await expect(preview.getByText('今年以来，口岸进口水果检疫监管情况平稳。')).toBeVisible()
  const actions = page.getByRole('region', { name: '办理' })
  await expect(actions.getByRole('button')).toHaveText(['撤回申请'])
  await actions.getByRole('button', { name: '撤回申请' }).click()
  await dialog(page).getByLabel('我确认撤回本申请表。').check()
  await dialog(page).getByRole('button', { name: '确认撤回申请' }).click()
  await expect(page.getByText('本申请表已办结（已撤回）。')).toBeVisible()

  await page.getByRole('link', { name: '查看稿件' }).click()
  await expect(page.getByRole('button', { name: '提交审批' })).toBeEnabled()
  await expect(page.locator('#field-title')).toBeEnabled()
})
