import { describe, expect, it } from 'vitest'
import type { ColumnState, DepartmentState, FrameState, TopicState } from './frameState'
import { frameTargets } from './frameTargets'

const column = (path: string, some: Partial<ColumnState> = {}): ColumnState => ({
  id: path.split('/').at(-1) ?? '',
  name: `栏目${path}`,
  path,
  parentId: path.split('/').at(-2) ?? null,
  pillar: 'news',
  order: 1,
  isClosed: false,
  owners: ['d1'],
  details: '',
  ...some,
})

const department = (code: string, some: Partial<DepartmentState> = {}): DepartmentState => ({
  id: code === 'food' ? 'd1' : 'd2',
  code,
  name: code,
  kind: 'internal',
  order: 1,
  isActive: true,
  details: '',
  ...some,
})

const topic = (code: string, some: Partial<TopicState> = {}): TopicState => ({
  id: `t-${code}`,
  code,
  title: code,
  owner: null,
  details: '',
  ...some,
})

/** A tree of four levels: the two upper ones stand in the menus. */
const COLUMNS = ['a', 'a/b', 'a/b/c', 'a/b/c/d', 'a/b/e', 'f'].map((path) => column(path))

const frame = (some: Partial<FrameState> = {}): FrameState => ({
  settings: 's',
  about: 'x',
  columns: COLUMNS,
  departments: [department('food'), department('animal')],
  topics: [topic('safety'), topic('trade')],
  placements: 'p',
  ...some,
})

/** The frame with one column changed. */
const withColumn = (id: string, some: Partial<ColumnState>) =>
  frame({ columns: COLUMNS.map((one) => (one.id === id ? { ...one, ...some } : one)) })

const change = (after: FrameState, before = frame()) => frameTargets({ before, after })

const ABOVE_C = [
  '/columns/a/b/',
  '/feeds/a/b.xml',
  '/columns/a/',
  '/feeds/a.xml',
  '/',
  '/map/',
  '/sitemaps/1.xml',
  '/departments/food/',
]

describe('frameTargets', () => {
  it('names nothing when nothing that is shown is different', () => {
    expect(change(frame())).toBeNull()
  })

  it('names every page for the settings, which stand in header and footer', () => {
    expect(change(frame({ settings: 't' }))).toEqual({
      everything: true,
      urls: [],
      columns: [],
      departments: [],
      topics: [],
      gone: [],
    })
  })

  it('names the pages about the bureau for the introduction and the leaders of the bureau', () => {
    expect(change(frame({ about: 'y' }))?.urls).toEqual(['/', '/en/', '/about/', '/en/about/'])
  })

  const IN_MENUS: [string, Partial<ColumnState>][] = [
    ['a name', { name: '新名' }],
    ['a pillar', { pillar: 'service' }],
    ['an order', { order: 9 }],
    ['a closing', { isClosed: true, details: '2026' }],
  ]

  it.each(IN_MENUS)('names every page for %s of a column that stands in the menus', (_, some) => {
    for (const id of ['a', 'b', 'f']) {
      expect(change(withColumn(id, some))).toMatchObject({ everything: true, gone: [] })
    }
  })

  it.each(IN_MENUS)('names the pages that link to a deeper column for %s', (_, some) => {
    expect(change(withColumn('c', some))).toEqual({
      everything: false,
      urls: ABOVE_C,
      columns: ['c', 'd', 'e'],
      departments: [],
      topics: [],
      gone: [],
    })
  })

  it('names only a column’s own pages for its description, wherever it stands', () => {
    for (const { id } of COLUMNS) {
      expect(change(withColumn(id, { details: 'other' }))).toEqual({
        everything: false,
        urls: [],
        columns: [id],
        departments: [],
        topics: [],
        gone: [],
      })
    }
  })

  it('names the pages of both departments when a column goes from one to another', () => {
    const touched = change(withColumn('c', { owners: ['d2'] }))
    expect(touched).toMatchObject({ columns: [], gone: [] })
    expect(touched?.urls.toSorted()).toEqual(['/departments/animal/', '/departments/food/'])
  })

  it('takes the old addresses away when a column gets another path, with those below it', () => {
    const after = frame({
      columns: COLUMNS.map((one) => {
        if (one.id === 'c') return { ...one, path: 'a/b/z' }
        return one.id === 'd' ? { ...one, path: 'a/b/z/d' } : one
      }),
    })
    const touched = change(after)
    expect(touched?.gone.toSorted()).toEqual([
      '/columns/a/b/c/',
      '/columns/a/b/c/d/',
      '/feeds/a/b/c.xml',
      '/feeds/a/b/c/d.xml',
    ])
    expect(touched?.columns.toSorted()).toEqual(['c', 'd', 'e'])
  })

  it('touches the old neighbours and the new ones when a column moves', () => {
    const after = frame({
      columns: COLUMNS.map((one) =>
        one.id === 'd' ? { ...one, parentId: 'e', path: 'a/b/e/d' } : one,
      ),
    })
    const touched = change(after)
    expect(touched?.everything).toBe(false)
    expect(touched?.columns).toContain('d')
    expect(touched?.urls).toEqual(
      expect.arrayContaining(['/columns/a/b/c/', '/columns/a/b/e/', '/feeds/a/b/c.xml']),
    )
    expect(touched?.gone).toEqual(['/columns/a/b/c/d/', '/feeds/a/b/c/d.xml'])
  })

  it('names every page when a column enters the menus or leaves them', () => {
    expect(change(frame({ columns: [...COLUMNS, column('g')] }))?.everything).toBe(true)
    expect(change(frame({ columns: COLUMNS.slice(0, -1) }))).toMatchObject({
      everything: true,
      gone: ['/columns/f/', '/feeds/f.xml'],
    })
    const up = withColumn('d', { parentId: 'a', path: 'a/d' })
    expect(change(up)?.everything).toBe(true)
  })

  it('names the pages around a new deeper column', () => {
    const touched = change(frame({ columns: [...COLUMNS, column('a/b/c/n')] }))
    expect(touched?.everything).toBe(false)
    expect(touched?.columns.toSorted()).toEqual(['d', 'n'])
    expect(touched?.urls).toContain('/columns/a/b/c/')
  })

  it('names a department’s own page and the contact page for its telephone', () => {
    const departments = [department('food', { details: 'other' }), department('animal')]
    expect(change(frame({ departments }))).toEqual({
      everything: false,
      urls: ['/departments/food/', '/en/departments/', '/contact/'],
      columns: [],
      departments: [],
      topics: [],
      gone: [],
    })
  })

  it('names the posts that credit a department when its name changes', () => {
    const departments = [department('food', { name: '食品处' }), department('animal')]
    expect(change(frame({ departments }))).toMatchObject({ departments: ['d1'], gone: [] })
  })

  it('takes the old page of a department away when its code changes', () => {
    const departments = [{ ...department('food'), code: 'foods' }, department('animal')]
    const touched = change(frame({ departments }))
    expect(touched?.gone).toEqual(['/departments/food/'])
    expect(touched?.urls).toContain('/departments/foods/')
    expect(touched?.departments).toEqual(['d1'])
  })

  it('lists a new department, which no post can name yet', () => {
    const departments = [department('food'), department('animal'), { ...department('n'), id: 'd3' }]
    const touched = change(frame({ departments }))
    expect(touched?.urls).toEqual(
      expect.arrayContaining(['/departments/', '/', '/map/', '/sitemaps/1.xml']),
    )
    expect(touched?.departments).toEqual(['d3'])
  })

  it('names the home page alone when a headline begins, changes or ends', () => {
    expect(change(frame({ placements: 'q' }))).toEqual({
      everything: false,
      urls: ['/'],
      columns: [],
      departments: [],
      topics: [],
      gone: [],
    })
  })

  const TOPICS: [string, Partial<TopicState>, string[]][] = [
    ['its summary, picture, order or closing', { details: 'other' }, []],
    ['another owner', { owner: 'd1' }, []],
    ['another name, which its posts show', { title: '新名' }, ['t-safety']],
  ]

  it.each(TOPICS)('names the pages that list a topic for %s', (_, some, topics) => {
    const after = frame({ topics: [topic('safety', some), topic('trade')] })
    expect(change(after)).toEqual({
      everything: false,
      urls: ['/topics/safety/', '/', '/map/'],
      columns: [],
      departments: [],
      topics,
      gone: [],
    })
  })

  it('takes the old page of a topic away when its code changes', () => {
    const topics = [{ ...topic('safety'), code: 'food-safety' }, topic('trade')]
    const touched = change(frame({ topics }))
    expect(touched?.gone).toEqual(['/topics/safety/'])
    expect(touched?.urls).toContain('/topics/food-safety/')
    expect(touched?.topics).toEqual(['t-safety'])
  })

  it('lists a new topic, and a topic’s page shows its owner’s new name', () => {
    const topics = [topic('safety', { owner: 'd1' }), topic('trade'), topic('new')]
    const before = frame({ topics: topics.slice(0, 2) })
    expect(change(frame({ topics }), before)?.urls).toEqual([
      '/topics/new/',
      '/',
      '/map/',
      '/sitemaps/1.xml',
    ])
    const departments = [department('food', { name: '食品处' }), department('animal')]
    const renamed = change(frame({ topics: before.topics, departments }), before)
    expect(renamed?.urls).toContain('/topics/safety/')
    expect(renamed?.urls).not.toContain('/topics/trade/')
  })
})
