import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { paragraph, richText } from '../collections/richText/build'
import { demoPassword, emailOf } from '../seed/accounts'
import { signIn } from './rest'

/** What the tests of the back office have in common. */

const ID = z.object({ doc: z.looseObject({ id: z.string() }) })
const FORM = z.object({
  doc: z.looseObject({ id: z.string(), number: z.string(), rev: z.number(), state: z.string() }),
})
const COLUMNS = z.object({ docs: z.tuple([z.object({ id: z.string() })]) })

export const cms = () => process.env.BUREAU_CMS ?? ''
const site = () => process.env.BUREAU_SITE ?? ''

const DESK = { level: 1, name: /您好/ } as const

/** Signs in on the page, as a person does. */
export const enterByHand = async ({ page, name }: { page: Page; name: string }) => {
  await page.goto('/admin/login')
  await page.locator('#field-email').fill(emailOf(name))
  await page.locator('#field-password').fill(demoPassword())
  await page.getByRole('button', { name: '登录' }).click()
  await expect(page.getByRole('heading', DESK)).toBeVisible()
}

/** The next page is asked for as this person, who has signed in, without the time that the login page takes. */
export const comeAs = async ({ page, name }: { page: Page; name: string }) => {
  const { token } = await signIn({ origin: cms(), name })
  await page.context().clearCookies()
  await page.context().addCookies([{ name: 'payload-token', value: token, url: cms() }])
}

/** Opens the desk of a person. */
export const enter = async ({ page, name }: { page: Page; name: string }) => {
  await comeAs({ page, name })
  await page.goto('/admin')
  await expect(page.getByRole('heading', DESK)).toBeVisible()
}

type Writing = {
  author: string
  column: string
  title: string
  kind?: string
  body?: Parameters<typeof paragraph>[0]
}

/** Writes a manuscript over REST. @returns its id */
export const write = async ({ author, column, title, kind = 'affairs', body }: Writing) => {
  const person = await signIn({ origin: cms(), name: author })
  const columns = await person.get(`/api/columns?where[path][equals]=${column}`)
  const answer = await person.post('/api/manuscripts', {
    title,
    column: COLUMNS.parse(columns.body).docs[0].id,
    kind,
    body: richText(paragraph(body ?? `${title}的正文。`)),
    source: { type: 'original', name: '辽宁出入境检验检疫局' },
  })
  return ID.parse(answer.body).doc.id
}

/** Writes and submits over REST. @returns the form, and its manuscript's id */
export const submit = async (
  writing: Writing & { secrecyStatement?: 'clear' | 'doubt'; route?: 'bureau' },
) => {
  const manuscript = await write(writing)
  const person = await signIn({ origin: cms(), name: writing.author })
  const answer = await person.post(`/api/manuscripts/${manuscript}/submit`, {
    secrecyStatement: writing.secrecyStatement ?? 'clear',
    personalInformation: 'none',
    ...(writing.route ? { route: writing.route } : {}),
  })
  return { ...FORM.parse(answer.body).doc, manuscript }
}

/** Does something with a form over REST, with its `rev` of now. @returns the form after it */
export const act = async ({
  name,
  form,
  action,
  input = {},
}: {
  name: string
  form: string
  action: string
  input?: Record<string, unknown>
}) => {
  const person = await signIn({ origin: cms(), name })
  const now = await person.get(`/api/application-forms/${form}?depth=0`)
  const { rev } = z.object({ rev: z.number() }).parse(now.body)
  const answer = await person.post(`/api/application-forms/${form}/${action}`, { rev, ...input })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return FORM.parse(answer.body).doc
}

/** What the public reads at an address. */
export const publicPage = async (path: string) => {
  const response = await fetch(site() + path)
  return { status: response.status, text: await response.text() }
}

/** Publishes a text of the food department over REST. @returns its post, once visitors can read it */
export const publish = async (text: Pick<Writing, 'title' | 'body'>) => {
  const { title } = text
  const form = await submit({ author: 'author.food', column: 'food/updates', ...text })
  await act({
    name: 'leader.food',
    form: form.id,
    action: 'sign',
    input: { secrecy: 'clear', opinion: '同意。' },
  })
  const person = await signIn({ origin: cms(), name: 'leader.food' })
  const found = await person.get(`/api/posts?where[title][equals]=${encodeURIComponent(title)}`)
  const posts = z.object({
    docs: z.tuple([z.looseObject({ id: z.string(), number: z.number(), path: z.string() })]),
  })
  const [post] = posts.parse(found.body).docs
  await expect.poll(async () => (await publicPage(post.path)).status).toBe(200)
  return { ...post, manuscript: form.manuscript }
}

/** The dialog that is open. */
export const dialog = (page: Page) => page.getByRole('dialog')

export const formAddress = (id: string) => `/admin/collections/application-forms/${id}`
export const manuscriptAddress = (id: string) => `/admin/collections/manuscripts/${id}`
export const postAddress = (id: string) => `/admin/collections/posts/${id}`
