import { nextShanghaiDay } from '../dates'

/** When a department owns a column or may contribute to it (第十条). Pure. */

export type Term = { department: string; from: string; to?: string | null }
export type ColumnRights = {
  route: 'department' | 'bureau'
  owners: Term[]
  contributors: 'none' | 'listed' | 'all'
  contributing: Term[]
  closedOn?: string | null
}

/**
 * A term counts from the whole of its first day in Shanghai, whatever hour a date picker gave it, and ends before its last
 * moment `to`; times are ISO instants.
 */
const inForce = ({ from, to }: Term, at: string) => from < nextShanghaiDay(at) && (!to || at < to)

/** The departments that own the column at the time. */
export const ownersAt = (column: ColumnRights, at: string): string[] =>
  column.owners.filter((term) => inForce(term, at)).map(({ department }) => department)

/** Only bureau-route columns take contributors. */
export const mayFill = ({
  column,
  departmentId,
  at,
}: {
  column: ColumnRights
  departmentId: string
  at: string
}): boolean => {
  if (ownersAt(column, at).includes(departmentId)) return true
  if (column.route !== 'bureau') return false
  if (column.contributors === 'all') return true
  if (column.contributors !== 'listed') return false
  return column.contributing.some((term) => term.department === departmentId && inForce(term, at))
}

export const isClosed = (column: ColumnRights, at: string): boolean =>
  Boolean(column.closedOn && column.closedOn <= at)
