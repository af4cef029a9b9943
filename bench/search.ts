import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { progress } from '../commands/progress'
import { runCommand } from '../commands/runCommand'
import type { SearchDocument } from '../generator/search/document'
import type { Filters } from '../generator/search/facets'
import { excerptOf } from '../generator/search/marks'
import { readQuery } from '../generator/search/query'
import { type Order, openSearchIndex, type SearchIndex } from '../generator/search/searchIndex'
import { seedTexts } from '../seed/texts'

/**
 * How fast the search is: `node --conditions=production --import tsx bench/search.ts [posts]`. Makes a scratch index of
 * posts put together from the sentences of the demonstration, 700 signs each, and prints what it measures.
 */

const BATCH = 100
const RUNS = 40
const SIGNS = 700
const KINDS = ['news', 'notice', 'policy', 'guide']

/** The same chances each time (Park and Miller). */
const chances = (seed: number) => {
  let state = seed
  return (below: number) => {
    state = (state * 48_271) % 2_147_483_647
    return state % below
  }
}

const texts = seedTexts(new Date('2026-11-01T00:00:00Z'))
const sentences = texts
  .flatMap(({ summary, body }) => [summary, typeof body === 'string' ? body : ''])
  .flatMap((text) => text.split(/(?<=[。！？\n])/))
  .filter(({ length }) => length > 5)
const titles = texts.map(({ title }) => title)

/** Names of people, ships and firms: what most texts have and few share. */
const rareWord = (at: number) =>
  String.fromCodePoint(0x4e00 + (at % 6_000), 0x5e00 + ((at * 7) % 6_000))

const VALIDITY = ['valid', 'amended', 'repealed', 'expired']

/** Every eighth is a policy file. */
const policyLabels = (number: number) =>
  number % 8 === 0
    ? {
        topic: `topic ${number % 80}`,
        issuer: `issuer ${number % 400}`,
        validity: VALIDITY[(number / 8) % VALIDITY.length] ?? '',
      }
    : { topic: '', issuer: '', validity: '' }

const madePost = ({ number, of }: { number: number; of: number }): SearchDocument => {
  const chance = chances(number * 7_919 + 1)
  let text = ''
  while (text.length < SIGNS) {
    text += sentences[chance(sentences.length)] ?? ''
    if (chance(3) === 0) text += `${rareWord(chance(40_000))}公司报检。`
  }
  return {
    number,
    labels: {
      column: `column ${chance(24)}`,
      department: `department ${chance(50)}`,
      year: String(2010 + Math.floor((number / of) * 16)),
      kind: KINDS[chance(KINDS.length)] ?? '',
      ...policyLabels(number),
    },
    head: `${titles[chance(titles.length)]}（${number}）\n辽检〔${2010 + (number % 16)}〕${number}号`,
    text,
  }
}

const percentile = (times: number[], share: number) =>
  times.toSorted((one, other) => one - other)[Math.ceil(times.length * share) - 1] ?? 0

/** Times on the clock, and of the processor: on a busy machine the first is longer. */
type Times = { clock: number[]; processor: number[] }

const timesOf = async ({
  runs,
  work,
}: {
  runs: number
  work: (run: number) => Promise<unknown>
}) => {
  const times: Times = { clock: [], processor: [] }
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now()
    const before = process.cpuUsage()
    await work(run)
    const { user, system } = process.cpuUsage(before)
    times.clock.push(performance.now() - start)
    times.processor.push((user + system) / 1000)
  }
  return times
}

const show = (name: string, { clock, processor }: Times, more = '') => {
  const text = (times: number[]) =>
    [0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1).padStart(6)).join(' /')
  console.log(`${name.padEnd(30)} ${text(clock)} ms   ${text(processor)} ms   ${more}`)
}

type Asked = { typed: string; filters?: Filters; order?: Order; offset?: number }

/** What the page does for a search, but for the ten rows that it reads in the database. */
const search = async ({
  index,
  typed,
  filters = {},
  order = 'best',
  offset = 0,
}: Asked & { index: SearchIndex }) => {
  const { phrases } = readQuery(typed)
  if (phrases.length > 0) await index.has(phrases)
  const found = await index.find({ phrases, filters, order, offset, limit: 10 })
  const found10 = found.numbers.length > 0 ? await index.texts(found.numbers) : new Map()
  for (const text of found10.values()) excerptOf({ text, phrases })
  return found
}

const QUERIES: Record<string, Asked> = {
  'common word': { typed: '检验检疫' },
  'common word, newest': { typed: '检验检疫', order: 'newest' },
  'common word, last page': { typed: '检验检疫', offset: 490 },
  'common word, filtered': {
    typed: '检验检疫',
    filters: { column: ['column 3'], year: ['2015'] },
  },
  'a column, without words': { typed: '', filters: { column: ['column 3'] } },
  'eight columns, without words': {
    typed: '',
    filters: { column: Array.from({ length: 8 }, (_, at) => `column ${at}`) },
  },
  'a column, by four filters': {
    typed: '',
    filters: {
      column: ['column 3'],
      year: ['2015'],
      issuer: ['issuer 8'],
      validity: ['valid'],
    },
  },
  'two common words': { typed: '检验检疫 进口食品' },
  'three common words': { typed: '辽宁 企业 口岸' },
  'one sign': { typed: '的' },
  'phrase of one sentence': { typed: (sentences[40] ?? '').slice(0, 12) },
  'rare word': { typed: rareWord(123) },
  'rare and common': { typed: `${rareWord(123)} 检验检疫` },
  发文字号: { typed: '辽检〔2017〕50007号' },
  nothing: { typed: '龘龘龘' },
  'common signs, never together': { typed: '疫检品进' },
}

const bench = async ({
  index,
  file,
  posts,
}: {
  index: SearchIndex
  file: string
  posts: number
}) => {
  const bar = progress({ label: '建立索引', total: posts, unit: '篇' })
  const start = performance.now()
  for (let done = 0; done < posts; done += BATCH) {
    const documents = Array.from({ length: Math.min(BATCH, posts - done) }, (_, at) =>
      madePost({ number: done + at + 1, of: posts }),
    )
    await index.walk({ documents, to: done + documents.length })
    bar.tick(documents.length)
  }
  bar.done()
  const seconds = (performance.now() - start) / 1000
  const { size } = await stat(file)
  console.log(`${posts} posts indexed in ${seconds.toFixed(0)} s, ${(size / 1e6).toFixed(0)} MB`)

  console.log(`${''.padEnd(30)}    p50 /  p95 /  max         of the processor`)
  const all: Times = { clock: [], processor: [] }
  for (const [name, asked] of Object.entries(QUERIES)) {
    const found = await search({ index, ...asked })
    const times = await timesOf({ runs: RUNS, work: () => search({ index, ...asked }) })
    all.clock.push(...times.clock)
    all.processor.push(...times.processor)
    show(name, times, `${found.isMore ? '>' : ''}${found.total} found`)
  }
  show('all searches', all)

  const more = (run: number) => madePost({ number: posts + run + 1, of: posts })
  const put = (run: number) => index.replace({ numbers: [], documents: [more(run)] })
  show('index one post', await timesOf({ runs: 200, work: put }))
  const revise = (run: number) =>
    index.replace({ numbers: [posts + run + 1], documents: [more(run)] })
  show('revise one post', await timesOf({ runs: RUNS, work: revise }))
  const drop = (run: number) => index.replace({ numbers: [run * 331 + 1], documents: [] })
  show('take one post out', await timesOf({ runs: RUNS, work: drop }))
}

runCommand(async () => {
  const posts = Number(process.argv[2] ?? 100_000)
  const folder = await mkdtemp(join(tmpdir(), 'bureau-bench-'))
  const file = join(folder, 'search.db')
  const index = openSearchIndex({ file })
  try {
    await bench({ index, file, posts })
  } finally {
    await index.close()
    await rm(folder, { recursive: true, force: true })
  }
})
