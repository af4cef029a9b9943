import { spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchDocument } from './document'
import type { Filters } from './facets'
import { readQuery } from './query'
import { openSearchIndex, type Search, type SearchIndex } from './searchIndex'

let folder = ''
let file = ''
let index: SearchIndex

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-search-'))
  file = join(folder, 'search.db')
  index = openSearchIndex({ file })
})
afterEach(async () => {
  await index.close()
  await rm(folder, { recursive: true, force: true })
})

const documentOf = (
  number: number,
  {
    labels,
    ...some
  }: Partial<Omit<SearchDocument, 'labels'>> & {
    labels?: Partial<SearchDocument['labels']>
  } = {},
): SearchDocument => ({
  number,
  labels: {
    column: 'news',
    department: 'food',
    year: '2026',
    kind: 'news',
    topic: '',
    issuer: '',
    validity: '',
    ...labels,
  },
  head: `第${number}则`,
  text: '检验检疫人员查验进口樱桃。',
  ...some,
})

const put = (...documents: SearchDocument[]) =>
  index.replace({ numbers: documents.map(({ number }) => number), documents })

const find = (typed: string, some: Partial<Search> = {}) =>
  index.find({
    phrases: readQuery(typed).phrases,
    filters: {},
    order: 'newest',
    offset: 0,
    limit: 10,
    ...some,
  })
const numbersFor = async (typed: string, some?: Partial<Search>) =>
  (await find(typed, some)).numbers

/** Everything that stands in the file and beside it. */
const bytes = async () => {
  const files = await readdir(folder)
  return Buffer.concat(await Promise.all(files.map((name) => readFile(join(folder, name)))))
}

describe('the index', () => {
  it('finds words, phrases and single signs, newest first', async () => {
    await put(documentOf(1), documentOf(2, { text: '出口苹果' }), documentOf(3))
    expect(await numbersFor('樱桃')).toEqual([3, 1])
    expect(await numbersFor('进口樱桃')).toEqual([3, 1])
    expect(await numbersFor('口樱')).toEqual([3, 1])
    expect(await numbersFor('樱口')).toEqual([])
    expect(await numbersFor('口')).toEqual([3, 2, 1])
    expect(await numbersFor('果')).toEqual([2])
    expect(await numbersFor('查验 樱桃')).toEqual([3, 1])
    expect(await numbersFor('苹果 樱桃')).toEqual([])
  })

  it('finds 发文字号 and 索引号 in whatever brackets, and Latin words in whatever case', async () => {
    await put(
      documentOf(1, { head: '通知\n国办发〔2017〕47号\n000014349/2026-00012' }),
      documentOf(2, { text: '实施 HACCP 体系，见 GB/T 2312' }),
      documentOf(3, { text: '𠮷林省𠮷' }),
    )
    for (const typed of [
      '国办发〔2017〕47号',
      '国办发[2017]47号',
      '国办发（2017）47',
      '〔2017〕47号',
    ]) {
      expect(await numbersFor(typed)).toEqual([1])
    }
    expect(await numbersFor('000014349/2026-00012')).toEqual([1])
    expect(await numbersFor('国办发〔2017〕4号')).toEqual([])
    expect(await numbersFor('haccp')).toEqual([2])
    expect(await numbersFor('ＨＡＣＣＰ')).toEqual([2])
    expect(await numbersFor('GB2312')).toEqual([])
    expect(await numbersFor('gb/t')).toEqual([2])
    expect(await numbersFor('𠮷')).toEqual([3])
    expect(await numbersFor('𠮷林')).toEqual([3])
  })

  it('puts what stands in the title first when the best are wanted, page by page', async () => {
    for (let number = 1; number <= 25; number += 1) {
      const inTitle = number % 5 === 0
      await put(documentOf(number, inTitle ? { head: `樱桃${number}`, text: '' } : {}))
    }
    const best = async (offset: number) => numbersFor('樱桃', { order: 'best', offset })
    expect(await best(0)).toEqual([25, 20, 15, 10, 5, 24, 23, 22, 21, 19])
    expect(await best(10)).toEqual([18, 17, 16, 14, 13, 12, 11, 9, 8, 7])
    expect(await best(20)).toEqual([6, 4, 3, 2, 1])
    expect(await best(30)).toEqual([])
  })

  it('narrows by column, department, year and kind, and counts what each choice would leave', async () => {
    await put(
      documentOf(1, { labels: { column: 'laws', year: '2025' } }),
      documentOf(2, { labels: { column: 'laws', department: 'animal' } }),
      documentOf(3, { labels: { kind: 'notice' } }),
      documentOf(4, { text: '苹果', labels: { column: 'laws' } }),
    )
    const by = (filters: Filters) => find('樱桃', { filters })
    const laws = await by({ column: ['laws'] })
    expect([laws.numbers, laws.total, laws.unfiltered]).toEqual([[2, 1], 2, 3])
    expect(laws.counts.column).toEqual([
      { value: 'news', count: 1 },
      { value: 'laws', count: 2 },
    ])
    expect(laws.counts.year).toEqual([
      { value: '2026', count: 1 },
      { value: '2025', count: 1 },
    ])
    expect((await by({ column: ['laws', 'news'], year: ['2026'] })).numbers).toEqual([3, 2])
    expect((await by({ kind: ['notice'], department: ['food'] })).numbers).toEqual([3])
    expect(await by({ column: ['unknown'] })).toMatchObject({
      numbers: [],
      total: 0,
      unfiltered: 3,
    })
  })

  it('is never led astray by a query that looks like a label', async () => {
    await put(documentOf(1))
    for (const typed of ['c1', 'labels:c1', 'y1', 'd1 k1']) {
      expect(await numbersFor(typed)).toEqual([])
    }
  })

  it('shows a revised post as it is now', async () => {
    await put(documentOf(1))
    await put(documentOf(1, { text: '查验进口苹果', labels: { column: 'laws' } }))
    expect(await numbersFor('樱桃')).toEqual([])
    expect(await numbersFor('苹果', { filters: { column: ['laws'] } })).toEqual([1])
    expect(await index.count()).toBe(1)
  })

  it('leaves no word of a post that was taken out, in the file or beside it', async () => {
    const others = Array.from({ length: 60 }, (_, at) => documentOf(at + 100))
    await put(...others)
    const labels = { issuer: '㵘灥司', topic: '燚龗' }
    const secret = {
      head: '绝鼅鼄密 zyzzyva',
      text: '甪里先生龘靐齾 xylophagous '.repeat(40),
      labels,
    }
    await put(documentOf(1, secret))
    for (const other of others) await put(other)
    const found = await bytes()
    for (const word of ['鼅鼄', 'zyzzyva', '龘靐', '甪里', 'xylophagous', '㵘灥', '燚龗']) {
      expect(found.includes(word), word).toBe(true)
    }
    await index.replace({ numbers: [1], documents: [] })
    const left = await bytes()
    for (const word of ['鼅鼄', '绝鼅', 'zyzzyva', '龘靐', '靐齾', '甪里', '甪', 'xylophagous']) {
      expect(left.includes(word), word).toBe(false)
    }
    for (const name of Object.values(labels)) expect(left.includes(name), name).toBe(false)
    expect(await numbersFor('樱桃')).toHaveLength(10)
  })

  it('keeps what other posts are narrowed by when one goes, and gives its numbers to others', async () => {
    const issuedBy = (issuer: string) => ({ labels: { issuer } })
    await put(documentOf(1, issuedBy('海关总署')), documentOf(2, issuedBy('国务院')))
    await put(documentOf(3, issuedBy('国务院')))
    await put(documentOf(1, issuedBy('农业农村部')))
    await index.replace({ numbers: [2], documents: [] })
    await put(documentOf(4, issuedBy('市场监管总局')))
    const numbersOf = (issuer: string) => numbersFor('樱桃', { filters: { issuer: [issuer] } })
    const check = async () => {
      expect(await numbersOf('海关总署')).toEqual([])
      expect(await numbersOf('国务院')).toEqual([3])
      expect(await numbersOf('农业农村部')).toEqual([1])
      expect(await numbersOf('市场监管总局')).toEqual([4])
      expect((await find('樱桃')).counts.issuer.map(({ value }) => value).toSorted()).toEqual(
        ['国务院', '农业农村部', '市场监管总局'].toSorted(),
      )
    }
    await check()
    expect((await bytes()).includes('海关总署')).toBe(false)
    await index.close()
    await check()
  })

  it('that a killed server left with the name of an issuer that no post has is opened without it', async () => {
    await put(documentOf(1))
    await index.close()
    const { createClient } = await import('@libsql/client')
    const client = createClient({ url: `file:${file}` })
    await client.execute("INSERT INTO labels VALUES ('issuer', 1, '㵘灥司')")
    client.close()
    expect((await bytes()).includes('㵘灥')).toBe(true)
    expect(await index.count()).toBe(1)
    expect((await bytes()).includes('㵘灥')).toBe(false)
  })

  it('does not take a post for gone while someone else’s look keeps its words in the log', async () => {
    await put(documentOf(1, { text: '龘靐齾' }), documentOf(2))
    const { createClient } = await import('@libsql/client')
    const other = createClient({ url: `file:${file}` })
    const look = await other.transaction('read')
    await look.execute('SELECT * FROM texts')
    await expect(index.replace({ numbers: [1], documents: [] })).rejects.toThrow(/someone else/)
    look.close()
    other.close()
    await index.replace({ numbers: [1], documents: [] })
    expect((await bytes()).includes('龘靐')).toBe(false)
  }, 30_000)

  it('counts and pages within bounds, and says when there is more', async () => {
    const many = Array.from({ length: 3_050 }, (_, at) =>
      documentOf(at + 1, { text: '查验', labels: { year: at < 5 ? '2020' : '2026' } }),
    )
    await index.walk({ documents: many, to: many.length })
    const all = await find('查验')
    expect(all).toMatchObject({ total: 3_000, isMore: true, areCountsPartial: true })
    const old = await find('查验', { filters: { year: ['2020'] } })
    expect(old).toMatchObject({ numbers: [5, 4, 3, 2, 1], total: 5, isMore: false })
  }, 60_000)

  it('agrees with a plain look through the texts after any changes', async () => {
    const signs = [...'检验疫食品']
    const text = fc.array(fc.constantFrom(...signs, '，', '《', '𠮷', ' a', '1'), { maxLength: 12 })
    const change = fc.record({ number: fc.integer({ min: 1, max: 6 }), text: fc.option(text) })
    const query = fc.array(fc.constantFrom(...signs, '𠮷'), { minLength: 1, maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 20 }), query, async (changes, asked) => {
        await index.discard()
        const texts = new Map<number, string>()
        for (const { number, text: parts } of changes) {
          const body = parts?.join('')
          if (body === undefined) texts.delete(number)
          else texts.set(number, body)
          const documents = body === undefined ? [] : [documentOf(number, { head: '', text: body })]
          await index.replace({ numbers: [number], documents })
        }
        const typed = asked.join('')
        const expected = [...texts]
          .filter(([, body]) => body.replaceAll('《', '').includes(typed))
          .map(([number]) => number)
          .toSorted((one, other) => other - one)
        expect(await numbersFor(typed)).toEqual(expected)
      }),
      { numRuns: 100 },
    )
  }, 120_000)
})

describe('filters without words', () => {
  const policy = { column: 'laws', topic: '动植物检疫', issuer: '海关总署', validity: 'valid' }

  it('list what they let through, the newest first, and count within the first of them', async () => {
    await put(
      documentOf(1, { labels: policy }),
      documentOf(2, { labels: { ...policy, validity: 'repealed' } }),
      documentOf(3, { labels: { ...policy, issuer: '国务院' } }),
      documentOf(4),
    )
    const all = await find('', { filters: { column: ['laws'] }, order: 'best' })
    expect([all.numbers, all.total]).toEqual([[3, 2, 1], 3])
    expect(all.counts.issuer).toEqual([
      { value: '国务院', count: 1 },
      { value: '海关总署', count: 2 },
    ])
    const some = await find('', {
      filters: { column: ['laws'], issuer: ['海关总署'], validity: ['valid'] },
    })
    expect([some.numbers, some.total, some.unfiltered]).toEqual([[1], 1, 3])
    // Post 4 has no topic, which is another thing than an unknown one.
    const none = await find('', { filters: { column: ['laws', 'news'], topic: ['没有这个主题'] } })
    expect([none.numbers, none.total]).toEqual([[], 0])
    expect(await numbersFor('樱桃', { filters: { validity: ['repealed'] } })).toEqual([2])
  })

  it('follow a policy file whose validity has changed, and one that goes', async () => {
    await put(documentOf(1, { labels: policy }))
    await put(documentOf(1, { labels: { ...policy, validity: 'repealed' } }))
    const filters = (validity: string): Filters => ({ column: ['laws'], validity: [validity] })
    expect(await numbersFor('', { filters: filters('valid') })).toEqual([])
    expect(await numbersFor('', { filters: filters('repealed') })).toEqual([1])
    await index.replace({ numbers: [1], documents: [] })
    expect(await numbersFor('', { filters: filters('repealed') })).toEqual([])
  })
})

describe('the file of the index', () => {
  it('is made anew when it is broken', async () => {
    await index.close()
    await writeFile(file, 'not a database, but long enough to look at '.repeat(100))
    expect(await index.count()).toBe(0)
    await put(documentOf(1))
    expect(await numbersFor('樱桃')).toEqual([1])
  })

  it('is made anew when another version of it was made', async () => {
    await put(documentOf(1))
    await index.finishWalk()
    await index.close()
    const { createClient } = await import('@libsql/client')
    const client = createClient({ url: `file:${file}` })
    await client.execute('PRAGMA user_version = 999')
    client.close()
    expect(await index.progress()).toEqual({ walked: 0, isComplete: false })
    expect(await index.count()).toBe(0)
  })

  it('that breaks while it is open goes, and the next use finds an empty one', async () => {
    await put(...Array.from({ length: 300 }, (_, at) => documentOf(at + 1)))
    // Taking out a post brings everything from the log into the file.
    await put(documentOf(1))
    await index.close()
    expect(await index.count()).toBe(300)
    const whole = await readFile(file)
    await writeFile(
      file,
      Buffer.concat([whole.subarray(0, 4096), Buffer.alloc(whole.length - 4096, 7)]),
    )
    await expect(numbersFor('樱桃')).rejects.toThrow()
    expect(await numbersFor('樱桃')).toEqual([])
    expect(await index.count()).toBe(0)
  })

  it('holds whole batches whenever the writer is killed', async () => {
    let before = 0
    for (let kill = 0; kill < 5; kill += 1) {
      const victim = spawn(
        process.execPath,
        ['--import', 'tsx', join(import.meta.dirname, 'searchVictim.ts'), file],
        { stdio: ['pipe', 'pipe', 'inherit'] },
      )
      const ended = new Promise((resolve) => victim.once('exit', resolve))
      await new Promise((resolve) => victim.stdout.once('data', resolve))
      await wait(Math.random() * 250)
      victim.kill('SIGKILL')
      await ended
      const { walked } = await index.progress()
      const count = await index.count()
      expect([walked % 20, count]).toEqual([0, walked])
      expect((await find('检验检疫')).total).toBe(count)
      expect(walked).toBeGreaterThanOrEqual(before)
      before = walked
      await index.close()
    }
    expect(before).toBeGreaterThan(0)
  }, 120_000)
})
