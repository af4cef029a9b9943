import { chromium } from '@playwright/test'
import lighthouse from 'lighthouse'
import { findBrowser } from '../commands/browser'
import { Refused } from '../commands/environment'
import { freePort } from '../commands/ports'
import startBureau from '../e2e/globalSetup'
import { type Weight, weigh } from '../e2e/weight'

/** A page of each kind. Where a column is named, its newest post is meant. */
const KINDS = [
  { name: '首页', path: '/', isJudged: true },
  { name: '栏目', path: '/columns/news/', isJudged: true },
  { name: '政策文件栏目', path: '/columns/policies/files/' },
  { name: '往期', path: '/columns/news/archive/1/' },
  { name: '单位', path: '/departments/food/' },
  { name: '新闻', column: 'news', isJudged: true },
  { name: '政策文件', column: 'policies/files' },
  { name: '法规', column: 'policies/laws' },
  { name: '办事指南', column: 'guides' },
  { name: '表格下载', column: 'downloads' },
] as const

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

/** What Lighthouse says of a page, of 100 each, and what it finds fault with. */
type Verdict = { scores: number[]; faults: string[] }

type Measured = { name: string; path: string; weight: Weight; verdict: Verdict | null }

const newestOf = async (site: string, column: string) => {
  const html = await (await fetch(`${site}/columns/${column}/`)).text()
  const [, path] = /<main[\s\S]*?href="(\/posts\/\d+\/\d+\.html)"/.exec(html) ?? []
  if (!path) throw new Refused(`${column} has no post`)
  return path
}

/** The middle one of three: what else the machine is at makes a page look slow. */
const judge = async (address: string, port: number): Promise<Verdict> => {
  const verdicts: Verdict[] = []
  for (let left = 3; left > 0; left -= 1) verdicts.push(await judgeOnce(address, port))
  const [, middle] = verdicts.toSorted(
    ({ scores: [one = 0] }, { scores: [other = 0] }) => one - other,
  )
  if (!middle) throw new Error('Three are more than one')
  return middle
}

/** Lighthouse with its own settings for telephones: a slow network and a slow processor. */
const judgeOnce = async (address: string, port: number): Promise<Verdict> => {
  const result = await lighthouse(address, { port, onlyCategories: [...CATEGORIES] })
  if (!result) throw new Refused(`Lighthouse could not see ${address}`)
  const { categories, audits } = result.lhr
  const faults = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? [])
    .filter(({ weight }) => weight > 0)
    .flatMap(({ id }) => audits[id] ?? [])
    .filter(({ score }) => score !== null && score < 0.9)
    .map(({ id, title, displayValue }) => [id, title, displayValue].filter(Boolean).join(': '))
  const scores = CATEGORIES.map((name) => Math.round((categories[name]?.score ?? 0) * 100))
  return { scores, faults }
}

const kilobytes = (bytes: number) => (bytes / 1_000).toFixed(1)

const rowOf = ({ name, weight: { html, stylesheet, ...rest }, verdict }: Measured) =>
  [
    name,
    `${kilobytes(html.br)} / ${kilobytes(html.gzip)}`,
    `${kilobytes(html.br + stylesheet.br)} / ${kilobytes(html.gzip + stylesheet.gzip)}`,
    rest.requests,
    kilobytes(rest.script),
    rest.cookies,
    verdict ? verdict.scores.join(' / ') : '',
  ].join(' | ')

const HEAD = `网页 | HTML br / gzip, KB | 加样式表 br / gzip, KB | 请求数 | 脚本, KB | Cookie | Lighthouse
--- | --- | --- | --- | --- | --- | ---`

/**
 * Weighs the pages of the demonstration's site and has Lighthouse judge the home page, a column and a post.
 * @returns a table for the README, and what Lighthouse finds fault with
 */
export const benchSite = async () => {
  const executablePath = await findBrowser()
  const end = await startBureau()
  if (!end) throw new Refused('BUREAU_SITE must not be set')
  const port = await freePort()
  const browser = await chromium.launch({
    executablePath,
    args: [
      `--remote-debugging-port=${port}`,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  })
  try {
    const site = process.env.BUREAU_SITE ?? ''
    const measured: Measured[] = []
    for (const kind of KINDS) {
      const path = 'path' in kind ? kind.path : await newestOf(site, kind.column)
      const weight = await weigh(site, path)
      const verdict = 'isJudged' in kind ? await judge(site + path, port) : null
      measured.push({ name: kind.name, path, weight, verdict })
    }
    return {
      table: [HEAD, ...measured.map(rowOf)].join('\n'),
      faults: measured.flatMap(({ path, verdict }) =>
        (verdict?.faults ?? []).map((fault) => `${path} ${fault}`),
      ),
    }
  } finally {
    await browser.close()
    await end()
  }
}
