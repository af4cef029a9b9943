import { execFileSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { buildIfStale } from '../commands/nextBuild'
import { type Generation, watchGeneration } from './figures/generation'
import { measureHugo } from './figures/hugo'
import { type Lists, measureLists } from './figures/lists'
import { type Comparison, measureNextPage } from './figures/nextPage'
import { measureSearch } from './figures/search'
import { measureSigning, type Signing } from './figures/signing'
import { textsOf } from './figures/texts'
import { type Figure, figure, tableOf } from './report'
import type { Samples } from './samples'
import { type Data, makeData, sizeOfDatabase, startSubject } from './subject'

const COMPARED = 2_000
const MEGABYTE = 1_000_000

/** Everything that was measured with one bureau. */
type Measured = {
  posts: number
  seedSeconds: number | null
  databaseBytes: number
  load: number
  generation: Generation
  lists: Lists
  signing: Signing
  search: Samples | null
}

type Compared = { nextPage: Comparison; hugo: Comparison | null }

const say = (line: string) => console.error(`\n== ${line}`)

const measure = async ({ data, times }: { data: Data; times: number }): Promise<Measured> => {
  const subject = await startSubject(data)
  try {
    say(`${data.posts} 篇：全站生成`)
    const generation = await watchGeneration(subject)
    say(`${data.posts} 篇：列表、提交、签批`)
    const lists = await measureLists({ subject, times })
    const signing = await measureSigning({ subject, times })
    const search = await measureSearch({ subject, times })
    return {
      posts: data.posts,
      seedSeconds: data.seedSeconds,
      databaseBytes: sizeOfDatabase(data),
      load: loadavg()[0] ?? 0,
      generation,
      lists,
      signing,
      search,
    }
  } finally {
    await subject.stop()
  }
}

const compare = async ({ data, folder }: { data: Data; folder: string }): Promise<Compared> => {
  say('对比：Next 的 page.tsx，Hugo')
  const texts = await textsOf({ data, count: COMPARED })
  const all = await textsOf({ data, count: data.posts })
  return {
    nextPage: await measureNextPage({ folder: join(folder, 'next-page'), texts }),
    hugo: await measureHugo({ folder: join(folder, 'hugo'), texts: all }),
  }
}

type Pair = { small: Measured; large: Measured }

const figuresOf = ({ small, large, compared }: Pair & { compared: Compared }): Figure[] => {
  const of = (
    given: Pick<Figure, 'name' | 'unit' | 'of' | 'target'>,
    value: (measured: Measured) => number | null,
  ) => figure({ ...given, small: value(small), large: value(large) })
  const ms = { unit: 'ms', of: 'p95' } as const
  return [
    of(
      { ...ms, name: '末次签批应答 → 文件写完', target: { most: 250 } },
      ({ signing }) => signing.files.p95,
    ),
    figure({
      name: '末次签批应答 → 文件写完：大库/小库',
      unit: '倍',
      of: '中位数',
      target: { most: 1.2 },
      small: null,
      large: large.signing.files.median / small.signing.files.median,
    }),
    of({ ...ms, name: '提交', target: { most: 80 } }, ({ signing }) => signing.submit.p95),
    of({ ...ms, name: '签批', target: { most: 80 } }, ({ signing }) => signing.sign.p95),
    of({ ...ms, name: 'REST 栏目最新 20 篇', target: { most: 15 } }, ({ lists }) => lists.rest.p95),
    of(
      { ...ms, name: '稿件列表（后台页面）', target: { most: 60 } },
      ({ lists }) => lists.admin.p95,
    ),
    of({ ...ms, name: '稿件列表（REST）', target: null }, ({ lists }) => lists.manuscripts.p95),
    of({ ...ms, name: '搜索', target: { most: 30 } }, ({ search }) => search?.p95 ?? null),
    of(
      { name: '全站生成', unit: '页/秒', of: '全程', target: { least: 400 } },
      ({ generation }) => generation.pagesPerSecond,
    ),
    of(
      { name: '全站生成', unit: '页/秒', of: '各段中位数', target: null },
      ({ generation }) => generation.speed.median,
    ),
    of(
      { name: '全站生成：每页处理器时间', unit: 'ms', of: '平均', target: null },
      ({ generation: { processorSeconds, pages } }) => (processorSeconds / pages) * 1_000,
    ),
    of(
      { name: '全站生成：全部进程内存', unit: 'MB', of: '最高', target: { most: 1_500 } },
      ({ generation }) => generation.memoryBytes / MEGABYTE,
    ),
    of(
      { name: '建立测试数据（含演示数据）', unit: '秒', of: '一次', target: { most: 360 } },
      ({ seedSeconds }) => seedSeconds,
    ),
    figure({
      name: `对比：Next page.tsx（${compared.nextPage.pages} 页）`,
      unit: '页/秒',
      of: '一次',
      target: null,
      small: null,
      large: compared.nextPage.pagesPerSecond,
    }),
    figure({
      name: '对比：Hugo 全站重建',
      unit: '页/秒',
      of: '一次',
      target: null,
      small: null,
      large: compared.hugo?.pagesPerSecond ?? null,
    }),
  ]
}

const commitOf = () => {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

/**
 * Measures the built application with a small bureau and a large one, in one run, and compares it with others.
 * @param isKept bureaus of an earlier run are used again and stay afterwards
 * @returns the table; everything measured stands in `bench.json` in the data folder
 */
export const runBench = async ({
  dataDir,
  sizes: [smallSize, largeSize],
  times,
  isKept,
}: {
  dataDir: string
  sizes: [number, number]
  times: number
  isKept: boolean
}): Promise<{ table: string; figures: Figure[] }> => {
  const folder = join(dataDir, 'bench')
  mkdirSync(folder, { recursive: true })
  const machine = {
    at: new Date().toISOString(),
    commit: commitOf(),
    node: process.version,
    cpus: cpus().length,
    memoryBytes: totalmem(),
    load: loadavg()[0],
  }
  await buildIfStale()
  const dataOf = (posts: number) => {
    say(`${posts} 篇：建立测试数据`)
    return makeData({ folder, posts, isKept })
  }
  const small = await measure({ data: await dataOf(smallSize), times })
  const largeData = await dataOf(largeSize)
  const large = await measure({ data: largeData, times })
  const compared = await compare({ data: largeData, folder })
  const figures = figuresOf({ small, large, compared })
  const report = { machine, figures, measured: { small, large }, compared }
  writeFileSync(join(dataDir, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`)
  if (!isKept) rmSync(folder, { recursive: true, force: true })
  return { table: tableOf({ figures, sizes: [smallSize, largeSize] }), figures }
}
