import { join } from 'node:path'
import type { RequiredDataFromCollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paragraph, richText } from '../../../collections/richText/build'
import { postUrl, type SearchAddress, searchUrl } from '../../../collections/urls'
import { createSearchFeed, type SearchFeed } from '../../../generator/search/searchFeed'
import { openSearchIndex, type SearchIndex } from '../../../generator/search/searchIndex'
import { setSearchIndex } from '../../../generator/search/searchPort'
import { type Bureau, openBureau } from '../../../testing/bureau'

let bureau: Bureau
let index: SearchIndex
let feed: SearchFeed
let ids: Record<string, string>
let counter = 0

type PostData = RequiredDataFromCollectionSlug<'posts'>

const publish = async ({ body, ...some }: Omit<Partial<PostData>, 'body'> & { body?: string }) => {
  counter += 1
  const number = counter
  await bureau.payload.create({
    collection: 'posts',
    overrideAccess: true,
    data: {
      number,
      path: postUrl({ number, year: 2026 }),
      column: ids.news,
      columnSeq: number,
      state: 'live',
      kind: 'news',
      department: ids.food,
      publishedAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
      body: richText(paragraph(body ?? '樱桃抵达口岸。')),
      files: [],
      images: [],
      attachments: [],
      source: { type: 'original', name: '食品处' },
      manuscriptKey: `search-${number}`,
      ...some,
    },
  })
  await feed.follow(number)
  return number
}

const ask = async (query: string) => {
  const { GET } = await import('./route')
  const response = await GET(new Request(`http://127.0.0.1:3000/search${query}`))
  return { status: response.status, headers: response.headers, text: await response.text() }
}
const search = (address: SearchAddress) => ask(searchUrl(address).slice('/search'.length))
const main = (text: string) => text.slice(text.indexOf('<main'), text.indexOf('</main>'))
const resultsIn = (text: string) =>
  [...main(text).matchAll(/<h2><a href="([^"]+)">(.*?)<\/a><\/h2>/g)].map(([, , title = '']) =>
    title.replace(/<\/?mark>/g, ''),
  )

beforeAll(async () => {
  bureau = await openBureau()
  const { payload, dataDir } = bureau
  index = openSearchIndex({ file: join(dataDir, 'search.db') })
  setSearchIndex(index)
  feed = createSearchFeed({ payload, index })
  ids = {}
  for (const [code, name] of [
    ['food', '食品处'],
    ['animal', '动植处'],
  ] as const) {
    const { id } = await payload.create({
      collection: 'departments',
      overrideAccess: true,
      data: { code, name, kind: 'internal', mark: 'none', active: code === 'food' },
    })
    ids[code] = id
  }
  for (const [code, name, parent] of [
    ['news', '要闻', undefined],
    ['policies', '政策法规', undefined],
    ['laws', '法律法规', 'policies'],
  ] as const) {
    const { id } = await payload.create({
      collection: 'columns',
      overrideAccess: true,
      data: {
        code,
        name,
        pillar: 'news',
        columnType: '工作动态',
        listKind: 'news',
        route: 'department',
        contributors: 'none',
        owners: [{ department: ids.food ?? '', from: '2020-01-01T00:00:00.000Z' }],
        ...(parent ? { parent: ids[parent] } : {}),
      },
    })
    ids[code] = id
  }
  await payload.updateGlobal({
    slug: 'site-settings',
    overrideAccess: true,
    data: { siteName: '检验检疫局', domain: 'www.ciq.example', siteIdCode: 'bm99010001' },
  })
  for (let n = 1; n <= 23; n += 1) await publish({ title: `要闻第${n}则` })
  await publish({
    title: '示例法',
    kind: 'policy',
    column: ids.laws,
    department: ids.animal,
    body: '樱桃管理办法。',
    policy: { docNumber: '国办发〔2017〕47号', indexNumber: '000014349/2026-00012' },
  })
  await publish({ title: '樱桃<b>"专项"</b>&amp;', body: '<script>alert(1)</script>樱桃' })
  await index.finishWalk()
})
afterAll(async () => {
  setSearchIndex(null)
  await index?.close()
  await bureau.close()
})

const has = (text: string, part: string) => expect(text.includes(part), part).toBe(true)
const hasNot = (text: string, part: string) => expect(text.includes(part), part).toBe(false)

describe('the search page', () => {
  it('without a query is a form, with the frame of the site and its headers', async () => {
    const { status, text, headers } = await ask('')
    expect(status).toBe(200)
    has(text, '<meta name="SiteName" content="检验检疫局"/>')
    has(text, '<meta name="robots" content="noindex"/>')
    has(main(text), '<form class="b-search" action="/search" method="get">')
    has(main(text), '<label class="b-search-label" for="query">')
    has(text, '请输入检索词')
    hasNot(text, '<script>')
    hasNot(text, ' style=')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('shows what was found with marks, titles first, ten a page', async () => {
    const { text } = await search({ q: '樱桃' })
    has(text, '找到25条相关信息')
    expect(resultsIn(text)).toHaveLength(10)
    expect(resultsIn(text)[0]).toContain('樱桃')
    expect(resultsIn(text)[1]).toBe('示例法')
    has(text, '<mark>樱桃</mark>抵达口岸。')
    has(text, 'href="/posts/2026/23.html"')
    expect(text).toMatch(/<input id="query"[^>]* name="q"[^>]* value="樱桃"/)
    has(text, 'href="/search?q=%E6%A8%B1%E6%A1%83&amp;page=2"')
    const last = await search({ q: '樱桃', page: 3 })
    expect(resultsIn(last.text)).toHaveLength(5)
    const beyond = await search({ q: '樱桃', page: 999_999 })
    expect(resultsIn(beyond.text)).toEqual(resultsIn(last.text))
  })

  it('shows the newest first when that is wanted', async () => {
    const { text } = await search({ q: '口岸', order: 'newest' })
    expect(resultsIn(text).slice(0, 2)).toEqual(['要闻第23则', '要闻第22则'])
    has(text, '<input type="hidden" name="order" value="newest"/>')
  })

  it('finds a file by its number, in whatever brackets', async () => {
    for (const q of ['国办发〔2017〕47号', '国办发[2017]47号', '000014349/2026-00012']) {
      expect(resultsIn((await search({ q })).text)).toEqual(['示例法'])
    }
  })

  it('narrows by column with all below it, department, year and kind, with counts', async () => {
    const { text } = await search({ q: '樱桃' })
    has(text, '要闻（24）')
    has(text, '法律法规（1）')
    has(text, '食品处（24）')
    has(text, '动植处（1）')
    has(text, '政策文件（1）')
    for (const filter of [
      { column: 'policies' },
      { column: 'policies/laws' },
      { department: 'animal' },
      { kind: 'policy' },
    ]) {
      expect(resultsIn((await search({ q: '樱桃', ...filter })).text)).toEqual(['示例法'])
    }
    has((await search({ q: '樱桃', column: 'policies' })).text, 'aria-current="true">政策法规（1）')
    has((await search({ q: '樱桃', year: '2026' })).text, '找到25条')
    const none = await search({ q: '樱桃', year: '1999' })
    expect(none.status).toBe(200)
    has(none.text, '没有找到相关信息')
    has(none.text, '取消筛选可看到25条相关信息')
  })

  it('passes over filters that it does not know', async () => {
    const { text } = await ask(
      '?q=%E6%A8%B1%E6%A1%83&column=nowhere&department=%27&year=x&kind=__proto__&order=up&page=-1',
    )
    has(text, '找到25条相关信息')
  })

  it('never takes typed or stored text for markup', async () => {
    const typed = '"><img src=x onerror=alert(1)> 樱桃'
    const { text } = await search({ q: typed })
    hasNot(text, '<img src=x')
    has((await search({ q: '专项' })).text, '樱桃&lt;b&gt;&quot;<mark>专项</mark>&quot;&lt;/b&gt;')
    hasNot((await search({ q: '樱桃' })).text, '<script>')
  })

  it('finds the words within a query that is nowhere as it stands, and says so', async () => {
    const { text } = await search({ q: '如何办理樱桃口岸' })
    has(text, '没有信息完整包含')
    expect(resultsIn(text).length).toBeGreaterThan(0)
  })

  it('helps when nothing is found', async () => {
    const { status, text } = await search({ q: '樱桃 龘龘' })
    expect(status).toBe(200)
    has(text, '没有找到相关信息')
    has(text, '您可以试试：')
    has(text, 'href="/search?q=%E6%A8%B1%E6%A1%83"')
  })

  it.each([
    ['a lone per cent sign', '%'],
    ['an escaped one', '%25'],
    ['a broken escape', '%zz'],
    ['a zero character', '%00'],
    ['half a surrogate pair', '%ED%A0%80'],
    ['emoji', encodeURIComponent('😀👨‍👩‍👧')],
    ['a quotation mark', encodeURIComponent('"')],
    ['many of them', encodeURIComponent('""" " OR "" AND')],
    ['NEAR', encodeURIComponent('NEAR(樱桃 口岸, 2)')],
    ['every operator', encodeURIComponent('head:樱桃* ^a -b + {c} col : d')],
    ['SQL', encodeURIComponent("'; DROP TABLE words; --")],
    ['ten thousand signs', encodeURIComponent('樱'.repeat(10_000))],
    ['five thousand words', encodeURIComponent('a '.repeat(5_000))],
    ['brackets only', encodeURIComponent('（'.repeat(300))],
    ['the same field many times', '%E6%A8%B1&q='.repeat(50)],
    ['an enormous page', 'a&page=99999999999999999999'],
    ['page 0', 'a&page=0'],
  ])('answers %s with a page', async (_, query) => {
    const { status, text } = await ask(`?q=${query}`)
    expect(status).toBe(200)
    expect(/找到|没有找到|没有可以检索的文字|请输入检索词/.test(text)).toBe(true)
  })

  it('says that a query was too long and what it searched for', async () => {
    has((await search({ q: '樱'.repeat(10_000) })).text, '检索词过长')
    has((await search({ q: '😀' })).text, '没有可以检索的文字')
  })

  it('never shows a post that is no longer live, even before the index follows', async () => {
    const number = await publish({ title: '即将撤下' })
    has((await search({ q: '即将撤下' })).text, `/posts/2026/${number}.html`)
    const { docs } = await bureau.payload.find({
      collection: 'posts',
      where: { number: { equals: number } },
      overrideAccess: true,
    })
    await bureau.payload.db.updateOne({
      collection: 'posts',
      id: docs[0]?.id ?? '',
      data: { state: 'withdrawn' },
    })
    hasNot((await search({ q: '即将撤下' })).text, `/posts/2026/${number}.html`)
    await feed.follow(number)
    has((await search({ q: '即将撤下' })).text, '没有找到相关信息')
  })

  it('says that results may be missing while the index is being made', async () => {
    await index.discard()
    has((await search({ q: '樱桃' })).text, '结果可能不全')
    const posts = await feed.makeIndex({
      isAnew: false,
      onProgress: () => undefined,
      between: async () => undefined,
      isStopped: () => false,
    })
    expect(posts).toBe(25)
    const { text } = await search({ q: '樱桃' })
    hasNot(text, '结果可能不全')
    has(text, '找到25条相关信息')
  })

  it('says clearly that it is not available when there is no index', async () => {
    setSearchIndex(null)
    const { status, text, headers } = await search({ q: '樱桃' })
    setSearchIndex(index)
    expect([status, headers.get('retry-after')]).toEqual([503, '30'])
    has(text, '搜索服务暂时不可用')
  })
})

describe('the index', () => {
  it('finds a post by its English text', async () => {
    const english = {
      title: 'Cherry season',
      body: richText(paragraph('Orchards are registered.')),
    }
    const number = await publish({ title: '樱桃季', inEnglish: true, english })
    for (const q of ['Cherry season', 'orchards']) {
      has((await search({ q })).text, `/posts/2026/${number}.html`)
    }
  })

  it('lists a policy library by year, topic, issuer and validity, without a word', async () => {
    const policy = { topic: '动植物检疫', issuer: '海关总署', validity: 'valid' } as const
    const valid = await publish({ title: '现行办法', column: ids.laws, policy })
    const repealed = await publish({
      title: '废止办法',
      column: ids.laws,
      policy: { ...policy, validity: 'repealed' },
    })
    const { text } = await search({ q: '', column: 'policies', topic: '动植物检疫' })
    for (const part of ['共有2条信息', '有效性', '现行有效（1）', '已废止（1）']) has(text, part)
    const narrowed = await search({
      q: '',
      column: 'policies',
      issuer: '海关总署',
      validity: 'valid',
      year: '2026',
    })
    has(narrowed.text, `/posts/2026/${valid}.html`)
    hasNot(main(narrowed.text), `/posts/2026/${repealed}.html`)
    has((await search({ q: '', column: 'policies', issuer: '<b>"无' })).text, '没有找到相关信息')
    has((await search({ q: '', validity: 'unknown' })).text, '请输入检索词')
  })

  it('takes in nothing but live posts, and nothing that their pages do not show', async () => {
    const hidden = ['withdrawn', 'removed'] as const
    for (const state of hidden) await publish({ title: '密闻甲乙', state })
    const number = await publish({
      title: '公开',
      english: { title: 'Hiddenenglish' },
      contentHash: 'abcdefhash',
      withdrawal: { by: '经办人某' },
    })
    for (const q of ['密闻甲乙', 'Hiddenenglish', 'abcdefhash', '经办人某']) {
      has((await search({ q })).text, '没有找到相关信息')
    }
    has((await search({ q: '公开' })).text, `/posts/2026/${number}.html`)
  })
})
