import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { publish } from './desk'
import { signIn } from './rest'
import { firstPostOf, overflow, smallTargets } from './sight'
import { weigh } from './weight'

const site = () => process.env.BUREAU_SITE ?? ''

/** One page of each kind. */
const PAGES = [
  '/',
  '/columns/news/',
  '/columns/news/archive/1/',
  '/columns/policies/laws/',
  '/columns/guides/',
  '/columns/downloads/',
  '/columns/overview/functions/',
  '/departments/',
  '/departments/food/',
  '/topics/food-safety/',
  '/en/',
  '/accessibility/',
  '/map/',
  '/404.html',
  '/search?q=%E9%A3%9F%E5%93%81',
]

/** Columns whose newest post shows a kind of post: with a picture, a table, a policy, a guide, attachments. */
const COLUMNS_OF_POSTS = ['news', 'statistics', 'policies/files', 'guides', 'downloads']

/** What may differ between widths and versions. */
const OF_STYLE = [
  'color-contrast',
  'link-in-text-block',
  'scrollable-region-focusable',
  'target-size',
]

const VERSIONS = ['', 'b-elder', 'b-contrast', 'b-elder b-large b-contrast']
const SCHEMES = ['light', 'dark'] as const
const WIDTHS = [320, 390, 768, 1280]

type Sight = { version: string; scheme: (typeof SCHEMES)[number]; width: number }

/** Every version in both colour schemes and every width. */
const SIGHTS: Sight[] = VERSIONS.flatMap((version) =>
  SCHEMES.flatMap((scheme) => WIDTHS.map((width) => ({ version, scheme, width }))),
)

/**
 * Pages have their style in common, so each is looked at in four sights, the next page in others: together they are seen in
 * all. Axe holds the first against every rule and the second against those of style; sizes and widths are measured in all.
 */
const sightsOf = (turn: number) =>
  [2 * turn, 2 * turn + 1, 2 * turn + 16, 2 * turn + 17].flatMap((index, place) => {
    const sight = SIGHTS[index % SIGHTS.length]
    return sight ? [{ ...sight, rules: place === 0 ? null : place === 1 ? OF_STYLE : [] }] : []
  })

const faults = async (page: Page, rules: readonly string[] | null) => {
  if (rules?.length === 0) return []
  const axe = new AxeBuilder({ page }).setLegacyMode(true)
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Shows the page in versions, widths and colour schemes, and names what keeps somebody from reading it. */
const readByEveryone = async (page: Page, turn: number) => {
  const found: string[] = []
  for (const { version, scheme, width, rules } of sightsOf(turn)) {
    await page.emulateMedia({ colorScheme: scheme })
    await page.setViewportSize({ width, height: 900 })
    await page.evaluate((names) => {
      document.documentElement.className = names
    }, version)
    const all = [
      ...(await faults(page, rules)),
      ...(await smallTargets(page, version.includes('elder') ? 60 : 44)),
      ...((await overflow(page)) > 0 ? ['is wider than its window'] : []),
    ]
    found.push(...all.map((fault) => `${page.url()} ${version} ${scheme} ${width}: ${fault}`))
  }
  return found
}

// Several looks at a page take their time on a busy machine.
test.describe.configure({ timeout: 180_000 })

for (const [turn, path] of PAGES.entries()) {
  test(`${decodeURIComponent(path)} can be read by everyone`, async ({ page }) => {
    await page.goto(site() + path)
    expect(await readByEveryone(page, turn)).toEqual([])
  })
}

for (const [turn, column] of COLUMNS_OF_POSTS.entries()) {
  test(`a post of ${column} can be read by everyone`, async ({ page }) => {
    await firstPostOf(page, column)
    expect(await readByEveryone(page, PAGES.length + turn)).toEqual([])
  })
}

test('a text in English can be read by everyone, and leads to the Chinese one and back', async ({
  page,
}) => {
  await page.goto(`${site()}/en/`)
  await page.locator('.b-list a').first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const english = page.url()
  expect(await readByEveryone(page, 1)).toEqual([])
  await page.getByRole('link', { name: '中文', exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  await page.getByRole('link', { name: 'English', exact: true }).click()
  expect(page.url()).toBe(english)
})

test('the notice of a withdrawn post can be read by everyone', async ({ page }) => {
  const post = await publish({ title: '端到端：撤下后的说明页' })
  const office = await signIn({ origin: process.env.BUREAU_CMS ?? '', name: 'office' })
  await office.post(`/api/posts/${post.id}/withdraw`, { explanation: '因内容需要核实，现予撤下。' })
  await expect
    .poll(async () => {
      await page.goto(site() + post.path)
      return page.getByRole('heading', { level: 1 }).textContent()
    })
    .toBe('本页信息已撤下')
  expect(await readByEveryone(page, 0)).toEqual([])
})

test('letters of twice the size, forced colours and less motion take nothing away', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' })
  await page.goto(`${site()}/columns/policies/laws/`)
  await expect(page.locator('.b-side [aria-current]')).toHaveCSS('border-bottom-width', '4px')
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await overflow(page)).toBe(0)
  await firstPostOf(page, 'policies/files')
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%'
  })
  expect(await overflow(page)).toBe(0)
})

test('a post is three light requests, none of them to another site, and its policy is kept', async ({
  page,
}) => {
  await firstPostOf(page, 'policies/files')
  const answers: { url: string }[] = []
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('requestfinished', async (request) => {
    const response = await request.response()
    if (response) answers.push({ url: request.url() })
  })
  await page.reload({ waitUntil: 'networkidle' })
  expect(answers.every(({ url }) => url.startsWith(site()))).toBe(true)
  expect(answers).toHaveLength(3)
  expect(complaints).toEqual([])
})

test('a page of any kind weighs little, compressed either way', async ({ page }) => {
  await firstPostOf(page, 'policies/files')
  const files = PAGES.filter((one) => !one.startsWith('/search') && one !== '/404.html')
  for (const path of [...files, new URL(page.url()).pathname]) {
    const { html, stylesheet, ...rest } = await weigh(site(), path)
    expect({ path, ...rest }).toMatchObject({ path, requests: 3, cookies: 0 })
    expect(rest.script).toBeLessThanOrEqual(3_000)
    const sizes = [html.br + stylesheet.br, html.gzip + stylesheet.gzip]
    for (const size of sizes)
      expect({ path, isLight: size < 14_600 }).toEqual({ path, isLight: true })
  }
})
