import { describe, expect, it } from 'vitest'
import {
  dataPartOf,
  dataPartUrl,
  type PublicState,
  sitemapPartOf,
  sitemapPartUrl,
} from '../collections/urls'
import { targets } from './targets'

const state = (changes: Partial<PublicState> = {}): PublicState => ({
  number: 123,
  year: 2026,
  columnId: 'c1',
  columnPath: 'policies/laws',
  columnSeq: 7,
  departmentCode: 'food',
  interprets: null,
  providerCodes: [],
  topicCodes: [],
  inEnglish: false,
  state: 'live',
  ...changes,
})

/** Every file is there, none in English. */
const IN_CHINESE = (url: string) => !url.startsWith('/en/')

const urls = (input: Partial<Parameters<typeof targets>[0]> = {}) =>
  targets({ shown: [], after: state(), isWritten: IN_CHINESE, ...input }).map(({ url }) => url)

describe('targets', () => {
  it('names exactly the pages of a first publication, the own page first', () => {
    expect(urls()).toEqual([
      '/posts/2026/123.html',
      '/',
      '/columns/policies/laws/',
      '/columns/policies/',
      '/columns/policies/laws/archive/1/',
      '/departments/food/',
      '/feeds/policies/laws.xml',
      '/feeds/policies.xml',
      '/data/posts/3.json',
      '/sitemaps/1.xml',
    ])
  })

  const changes: { before: PublicState['state'] | null; after: PublicState['state'] }[] = (
    [null, 'live', 'withdrawn', 'removed'] as const
  ).flatMap((before) =>
    (['live', 'withdrawn', 'removed'] as const).map((after) => ({ before, after })),
  )

  it.each(changes)(
    'touches the same pages from $before to $after, and only a removed post is absent',
    (change) => {
      const found = targets({
        shown: change.before ? [state({ state: change.before })] : [],
        after: state({ state: change.after }),
        isWritten: IN_CHINESE,
      })
      expect(found.map(({ url }) => url)).toEqual(urls())
      expect(found[0]?.expect).toBe(change.after === 'removed' ? 'absent' : 'page')
      expect(found.slice(1).every((target) => target.expect === 'page')).toBe(true)
    },
  )

  it('never names a URL twice', () => {
    const before = state({ columnPath: 'policies/files', columnId: 'c2', columnSeq: 3 })
    const found = urls({
      shown: [before],
      after: state({ providerCodes: ['food', 'animal'] }),
      naming: ['/posts/2026/9.html', '/posts/2026/9.html', '/posts/2026/123.html'],
    })
    expect(found).toEqual([...new Set(found)])
  })

  it('renders old and new column when the post has moved, the new one first', () => {
    const before = state({ columnPath: 'news', columnId: 'c2', columnSeq: 61 })
    const found = urls({ shown: [before] })
    for (const url of [
      '/columns/policies/laws/',
      '/columns/news/',
      '/columns/news/archive/4/',
      '/feeds/news.xml',
    ]) {
      expect(found).toContain(url)
    }
    expect(found.indexOf('/columns/policies/laws/')).toBeLessThan(found.indexOf('/columns/news/'))
  })

  it('renders old and new departments and providers when they changed', () => {
    const found = urls({
      shown: [state({ departmentCode: 'animal', providerCodes: ['dandong'] })],
      after: state({ providerCodes: ['office'] }),
    })
    expect(found.filter((url) => url.startsWith('/departments/')).sort()).toEqual([
      '/departments/animal/',
      '/departments/dandong/',
      '/departments/food/',
      '/departments/office/',
    ])
  })

  it.each([
    { columnSeq: 20, written: [], archives: [1] },
    { columnSeq: 21, written: [1], archives: [2, 1] },
    { columnSeq: 41, written: [1, 2], archives: [3, 2] },
    { columnSeq: 45, written: [1, 2, 3], archives: [3, 2] },
    { columnSeq: 61, written: [1], archives: [4, 3, 2, 1] },
    { columnSeq: 61, written: [], archives: [4, 3, 2, 1] },
  ])(
    'renders the archive pages $archives for number $columnSeq when $written exist',
    ({ columnSeq, written, archives }) => {
      const url = (page: number) => `/columns/policies/laws/archive/${page}/`
      const found = urls({
        after: state({ columnSeq }),
        isWritten: (candidate) => written.map(url).includes(candidate),
      })
      expect(found.filter((candidate) => candidate.includes('/archive/'))).toEqual(
        archives.map(url),
      )
    },
  )

  it('renders every column that the files may show the post in', () => {
    const found = urls({
      shown: [state({ columnPath: 'news' }), state({ columnPath: 'notices' })],
    })
    expect(found).toEqual(expect.arrayContaining(['/columns/news/', '/columns/notices/']))
  })

  it.each([
    { part: sitemapPartUrl(sitemapPartOf(5001)), index: '/sitemap.xml' },
    { part: dataPartUrl(dataPartOf(5001)), index: '/data/posts.json' },
  ])('adds $index when $part begins', ({ part, index }) => {
    const after = state({ number: 5001 })
    expect(urls({ after })).not.toContain(index)
    expect(urls({ after })).toContain(part)
    expect(urls({ after, isWritten: (url) => url !== part && IN_CHINESE(url) })).toContain(index)
  })

  it('renders the pages of old and new topics', () => {
    const found = urls({
      shown: [state({ topicCodes: ['spring', 'safety'] })],
      after: state({ topicCodes: ['safety', 'trade'] }),
    })
    expect(found.filter((url) => url.startsWith('/topics/')).sort()).toEqual([
      '/topics/safety/',
      '/topics/spring/',
      '/topics/trade/',
    ])
  })

  const english = [null, false, true].flatMap((before) =>
    [false, true].flatMap((after) =>
      (['live', 'withdrawn', 'removed'] as const).map((now) => ({ before, after, now })),
    ),
  )

  it.each(english)(
    'treats the English page like the Chinese one: in English before $before, after $after, now $now',
    ({ before, after, now }) => {
      const found = targets({
        shown: before === null ? [] : [state({ inEnglish: before })],
        after: state({ inEnglish: after, state: now }),
        isWritten: IN_CHINESE,
      })
      const page = found.find(({ url }) => url === '/en/posts/2026/123.html')
      const isThere = after && now !== 'removed'
      const isTouched = Boolean(before) || after
      expect(page?.expect).toBe(isTouched ? (isThere ? 'page' : 'absent') : undefined)
      expect(found.some(({ url }) => url === '/en/')).toBe(isTouched)
    },
  )

  it('takes an English page away that only the files remember', () => {
    const found = targets({ shown: [], after: state(), isWritten: () => true })
    expect(found[1]).toEqual({ url: '/en/posts/2026/123.html', expect: 'absent' })
  })

  it.each(changes)(
    'puts the posts that name this one before the lists, from $before to $after',
    ({ before, after }) => {
      const naming = ['/posts/2025/9.html', '/posts/2025/10.html']
      const found = targets({
        shown: before ? [state({ state: before })] : [],
        after: state({ state: after }),
        naming,
        isWritten: IN_CHINESE,
      })
      expect(found.map(({ url }) => url)).toEqual([urls()[0], ...naming, ...urls().slice(1)])
      expect(found.slice(1).every((target) => target.expect === 'page')).toBe(true)
    },
  )

  it('throws for a change from one post to another', () => {
    expect(() => urls({ shown: [state({ number: 9 })] })).toThrow('cannot become')
  })

  it('stays bounded for the ten-thousandth post of a column', () => {
    expect(urls({ after: state({ number: 90_000, columnSeq: 10_000 }) }).length).toBeLessThan(15)
  })
})
