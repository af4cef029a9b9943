import { describe, expect, test } from 'vitest'
import { type StoredColumn, treeOf, wayTo, withDescendants } from './columnTree'
import { NEWS } from './fixtures'

const stored = (path: string, { parent = null, order = 1 }: StoredOptions = {}): StoredColumn => ({
  order,
  view: { ...NEWS, id: path, path, name: path, parentId: parent },
})
type StoredOptions = { parent?: string | null; order?: number }

const paths = (columns: { path: string }[]) => columns.map(({ path }) => path)

describe('tree of columns', () => {
  test('each level stands in its own order', () => {
    const tree = treeOf([
      stored('b', { order: 2 }),
      stored('a', { order: 3 }),
      stored('b/y', { parent: 'b', order: 2 }),
      stored('b/x', { parent: 'b', order: 1 }),
    ])
    expect(paths(tree)).toEqual(['b', 'a'])
    expect(paths(tree[0]?.children ?? [])).toEqual(['b/x', 'b/y'])
  })

  test('a column whose parent is missing is not lost', () => {
    expect(paths(treeOf([stored('x/y', { parent: 'gone' })]))).toEqual(['x/y'])
  })

  test('the way to a column names its ancestors, root first', () => {
    const columns = treeOf([
      stored('a'),
      stored('a/b', { parent: 'a' }),
      stored('a/b/c', { parent: 'a/b' }),
    ])
    expect(paths(wayTo({ columns, is: ({ path }) => path === 'a/b/c' }) ?? [])).toEqual([
      'a',
      'a/b',
      'a/b/c',
    ])
    expect(wayTo({ columns, is: ({ path }) => path === 'z' })).toBeNull()
    expect(columns.flatMap(withDescendants)).toHaveLength(3)
  })
})
