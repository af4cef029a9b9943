import { describe, expect, it } from 'vitest'
import type { PublicState } from '../collections/urls'
import { targets } from './targets'

const state = (changes: Partial<PublicState> = {}): PublicState => ({
  number: 123,
  year: 2026,
  columnId: 'c1',
  columnPath: 'policies/laws',
  columnSeq: 7,
  departmentCode: 'food',
  providerCodes: [],
  state: 'live',
  ...changes,
})

const urls = (input: Partial<Parameters<typeof targets>[0]> = {}) =>
  targets({ before: null, after: state(), isWritten: () => true, ...input }).map(({ url }) => url)

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
        before: change.before && state({ state: change.before }),
        after: state({ state: change.after }),
        isWritten: () => true,
      })
      expect(found.map(({ url }) => url)).toEqual(urls())
      expect(found[0]?.expect).toBe(change.after === 'removed' ? 'absent' : 'page')
      expect(found.slice(1).every((target) => target.expect === 'page')).toBe(true)
    },
  )

  it('never names a URL twice', () => {
    const before = state({ columnPath: 'policies/files', columnId: 'c2', columnSeq: 3 })
    const found = urls({
      before,
      after: state({ providerCodes: ['food', 'animal'] }),
      related: ['/posts/2026/9.html', '/posts/2026/9.html', '/posts/2026/123.html'],
    })
    expect(found).toEqual([...new Set(found)])
  })

  it('renders old and new column when the post has moved, the new one first', () => {
    const before = state({ columnPath: 'news', columnId: 'c2', columnSeq: 61 })
    const found = urls({ before })
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
      before: state({ departmentCode: 'animal', providerCodes: ['dandong'] }),
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
    { columnSeq: 20, archives: ['1'] },
    { columnSeq: 21, archives: ['2', '1'] },
    { columnSeq: 41, archives: ['3', '2'] },
  ])(
    'adds the archive page before when number $columnSeq begins a new one',
    ({ columnSeq, archives }) => {
      const found = urls({
        after: state({ columnSeq }),
        isWritten: (url) => !url.includes(`/archive/${archives[0]}/`),
      })
      expect(found.filter((url) => url.includes('/archive/'))).toEqual(
        archives.map((page) => `/columns/policies/laws/archive/${page}/`),
      )
    },
  )

  it('leaves the archive page before alone when the page exists already', () => {
    expect(urls({ after: state({ columnSeq: 21 }) })).not.toContain(
      '/columns/policies/laws/archive/1/',
    )
  })

  it('adds the sitemap index when a part begins', () => {
    const after = state({ number: 5001 })
    expect(urls({ after })).not.toContain('/sitemap.xml')
    expect(urls({ after, isWritten: (url) => url !== '/sitemaps/2.xml' })).toContain('/sitemap.xml')
  })

  it('puts the posts that name this one before the lists', () => {
    const found = urls({ related: ['/posts/2025/9.html'] })
    expect(found.indexOf('/posts/2025/9.html')).toBe(1)
  })

  it('throws for a change from one post to another', () => {
    expect(() => urls({ before: state({ number: 9 }) })).toThrow('cannot become')
  })

  it('stays bounded for the ten-thousandth post of a column', () => {
    expect(urls({ after: state({ number: 90_000, columnSeq: 10_000 }) }).length).toBeLessThan(15)
  })
})
