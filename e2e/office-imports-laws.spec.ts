import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { lawText } from '../commands/import/compare'
import { madeLaw } from '../commands/import/madeLaws'
import { readLaw, scanFolder } from '../commands/import/read'
import { emailOf } from '../seed/accounts'
import { cms, publicPage } from './desk'
import { signIn } from './rest'

const LAWS = resolve(import.meta.dirname, '../../shared/data/laws')
const LONG = '端到端示范法'
const STEPS = [
  { name: 'secrecy', step: 'secrecy-review', input: { opinion: '同意', secrecy: 'clear' } },
  { name: 'office', step: 'office-review', input: { opinion: '同意' } },
  { name: 'bureau', step: 'bureau-approval', input: { opinion: '同意' } },
]
const PAGE = 100

const PENDING = z.object({ docs: z.array(z.object({ id: z.string(), rev: z.number() })) })
const RESULTS = z.object({ results: z.array(z.object({ status: z.number() })) })
const POSTS = z.object({
  totalDocs: z.number(),
  docs: z.array(
    z.object({
      path: z.string(),
      imported: z.object({ key: z.string() }),
      delivery: z.object({ state: z.string() }),
    }),
  ),
})

const run = promisify(execFile)

const importFolder = async (folder: string) => {
  const args = ['--conditions=production', '--import', 'tsx', 'commands/import.ts', folder]
  const options = ['--column', 'policies/laws', '--as', emailOf('author.office')]
  const { stdout } = await run(process.execPath, [...args, ...options], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: process.env.BUREAU_DATA,
      DATABASE_URL: '',
      PAYLOAD_SECRET: '',
      SERVER_URL: '',
      SITE_URL: '',
    },
  })
  return stdout
}

/** Signs everything of the route `migration` that is at a step. @returns how many forms */
const signAll = async ({ name, step, input }: (typeof STEPS)[number]) => {
  const person = await signIn({ origin: cms(), name })
  const query = `where[route][equals]=migration&where[state][equals]=pending&where[step][equals]=${step}`
  let signed = 0
  for (;;) {
    const found = await person.get(`/api/application-forms?${query}&limit=${PAGE}&depth=0`)
    const items = PENDING.parse(found.body).docs.map((form) => ({ ...form, ...input }))
    if (items.length === 0) return signed
    const answer = await person.post('/api/application-forms/sign-many', items)
    const { results } = RESULTS.parse(answer.body)
    expect(new Set(results.map(({ status }) => status))).toEqual(new Set([200]))
    signed += results.length
  }
}

const imported = async () => {
  const person = await signIn({ origin: cms(), name: 'office' })
  const query = 'where[imported.key][exists]=true&where[state][equals]=live&sort=number&depth=0'
  const docs: z.infer<typeof POSTS>['docs'] = []
  for (let page = 1; ; page += 1) {
    const found = await person.get(`/api/posts?${query}&limit=${PAGE}&page=${page}`)
    const some = POSTS.parse(found.body)
    docs.push(...some.docs)
    if (docs.length >= some.totalDocs) return docs
  }
}

const withoutSpace = (text: string) => text.replace(/\s+/g, '')

/** What stands on a page below its title, and what its table of contents leads to. */
const readPage = async ({ page, path }: { page: Page; path: string }) => {
  const { status, text } = await publicPage(path)
  expect([path, status]).toEqual([path, 200])
  return page.evaluate((html) => {
    const parsed = new DOMParser().parseFromString(html, 'text/html')
    const links = [...parsed.querySelectorAll('.b-post nav a')]
    return {
      title: parsed.querySelector('h1')?.textContent ?? '',
      text: parsed.querySelector('.b-text')?.textContent ?? '',
      contents: links.map((link) => link.getAttribute('href') ?? ''),
      ids: [...parsed.querySelectorAll('[id]')].map(({ id }) => `#${id}`),
    }
  }, text)
}

test('the Office imports a folder of laws; after three signatures every article is on its page, in order', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const folder = await mkdtemp(join(tmpdir(), 'bureau-laws-'))
  if (existsSync(LAWS)) await cp(LAWS, folder, { recursive: true })
  else console.log('The real laws are not on this machine: only a made one is imported')
  const long = madeLaw({ title: LONG, date: '2022-02-02', articles: 1000 })
  await writeFile(join(folder, `${LONG}(2022-02-02).md`), long)
  const { files } = await scanFolder(folder)

  expect(await importFolder(folder)).toContain(`新导入 ${files.length} 件`)
  for (const step of STEPS) expect(await signAll(step)).toBe(files.length)
  await expect
    .poll(
      async () => (await imported()).filter(({ delivery }) => delivery.state === 'written').length,
      { timeout: 120_000 },
    )
    .toBe(files.length)

  const posts = new Map((await imported()).map((post) => [post.imported.key, post]))
  expect(posts.size).toBe(files.length)
  for (const file of files) {
    const read = await readLaw(file)
    if ('problem' in read) throw new Error(`${file.path} could not be read`)
    const { key, title } = read.law
    const shown = await readPage({ page, path: posts.get(key)?.path ?? '' })
    expect(shown.title).toBe(title)
    expect(withoutSpace(shown.text)).toBe(withoutSpace(lawText(read.law)))
    expect(new Set(shown.ids).size).toBe(shown.ids.length)
    expect(shown.contents.filter((href) => !shown.ids.includes(href))).toEqual([])
    if (title === LONG) expect(shown.contents.length).toBeGreaterThan(100)
  }
  await rm(folder, { recursive: true, force: true })
})
