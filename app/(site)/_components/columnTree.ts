import type { ColumnView } from './views'

const byOrder = (one: StoredColumn, other: StoredColumn) =>
  one.order - other.order || (one.view.path < other.view.path ? -1 : 1)

export type StoredColumn = { view: Omit<ColumnView, 'children'>; order: number }

/** The tree of columns, each level in its order. A column whose parent is unknown stands at the root. */
export const treeOf = (columns: StoredColumn[]): ColumnView[] => {
  const known = new Set(columns.map(({ view }) => view.id))
  const sorted = columns.toSorted(byOrder)
  const below = (parentId: string | null): ColumnView[] =>
    sorted
      .filter(({ view }) =>
        parentId === null
          ? !view.parentId || !known.has(view.parentId)
          : view.parentId === parentId,
      )
      .map(({ view }) => ({ ...view, children: below(view.id) }))
  return below(null)
}

/** A column with its ancestors, root first; null when there is none such. */
export const wayTo = ({
  columns,
  is,
}: {
  columns: ColumnView[]
  is: (column: ColumnView) => boolean
}): ColumnView[] | null => {
  for (const column of columns) {
    if (is(column)) return [column]
    const way = wayTo({ columns: column.children, is })
    if (way) return [column, ...way]
  }
  return null
}

/** A column and all below it. */
export const withDescendants = (column: ColumnView): ColumnView[] => [
  column,
  ...column.children.flatMap(withDescendants),
]
