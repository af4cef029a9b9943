import { idOf } from '../../access/person'
import type { Column } from '../../payload-types'
import type { ColumnRights, Term } from './rights'

type Row = { department?: { id: string } | string | null; from?: string | null; to?: string | null }
type StoredRights = Partial<
  Pick<Column, 'route' | 'owners' | 'contributors' | 'contributingDepartments' | 'closedOn'>
>

const termsOf = (rows: Row[] | null | undefined): Term[] =>
  (rows ?? []).flatMap((row) => {
    const department = idOf(row.department)
    return department && row.from ? [{ department, from: row.from, to: row.to ?? null }] : []
  })

/** The part of a stored column that decides who may fill it. */
export const rightsOf = (column: StoredRights): ColumnRights => ({
  route: column.route ?? 'department',
  owners: termsOf(column.owners),
  contributors: column.contributors ?? 'none',
  contributing: termsOf(column.contributingDepartments),
  closedOn: column.closedOn ?? null,
})
