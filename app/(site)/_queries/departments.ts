import type { Payload } from 'payload'
import { ownersAt } from '../../../collections/columns/rights'
import { rightsOf } from '../../../collections/columns/rightsOf'
import { keptRead } from '../../../collections/keptRead'
import type { Department } from '../../../payload-types'
import type { DepartmentLink, DepartmentView } from '../_components/views'
import { AS_PUBLIC, allRows, MOST_ROWS } from './client'

const DEPARTMENT = {
  code: true,
  name: true,
  nameEn: true,
  kind: true,
  functions: true,
  leaders: true,
  address: true,
  phone: true,
  fax: true,
  hours: true,
  order: true,
  active: true,
} as const

type Row = Pick<Department, 'id' | keyof typeof DEPARTMENT>

const viewOf = (row: Row): DepartmentView => ({
  id: row.id,
  code: row.code,
  name: row.name,
  nameEn: row.nameEn ?? '',
  kind: row.kind,
  functions: row.functions ?? '',
  leaders: (row.leaders ?? [])
    .toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .map(({ name, position, portfolio }) => ({
      name,
      position: position ?? '',
      portfolio: portfolio ?? '',
    })),
  address: row.address ?? '',
  phone: row.phone ?? '',
  fax: row.fax ?? '',
  hours: row.hours ?? '',
})

const byOrder = (one: Row, other: Row) =>
  (one.order ?? 0) - (other.order ?? 0) || (one.code < other.code ? -1 : 1)

/** All departments in their order, walked by code. */
const readRows = keptRead(async (payload) => {
  const rows = await allRows<Row, string>({
    start: '',
    keyOf: ({ code }) => code,
    read: async (after) => {
      const { docs } = await payload.find({
        ...AS_PUBLIC,
        collection: 'departments',
        where: { code: { greater_than: after } },
        select: DEPARTMENT,
        sort: 'code',
        limit: MOST_ROWS,
        pagination: false,
      })
      return docs
    },
  })
  return rows.toSorted(byOrder)
})

/** All active departments in their order. */
export const readDepartments = async (payload: Payload): Promise<DepartmentView[]> =>
  (await readRows(payload)).filter(({ active }) => active !== false).map(viewOf)

/** Every department in its order, also those that are no longer active. */
export const readEveryDepartment = async (payload: Payload): Promise<DepartmentView[]> =>
  (await readRows(payload)).map(viewOf)

/** One department, also when it is no longer active; null when the code is unknown. */
export const readDepartment = async ({ payload, code }: { payload: Payload; code: string }) => {
  const row = (await readRows(payload)).find((department) => department.code === code)
  return row ? viewOf(row) : null
}

/** Departments by id, in the order given. */
export const departmentLinks = async ({
  payload,
  ids,
}: {
  payload: Payload
  ids: string[]
}): Promise<DepartmentLink[]> => {
  const rows = await readRows(payload)
  return ids.flatMap((id) => {
    const row = rows.find((department) => department.id === id)
    return row ? [{ name: row.name, code: row.code }] : []
  })
}

/** Ids of the columns that a department owns now (第十条). */
export const columnsOwnedBy = async ({ payload, id }: { payload: Payload; id: string }) => {
  const { docs } = await payload.find({
    ...AS_PUBLIC,
    collection: 'columns',
    where: { 'owners.department': { equals: id } },
    select: { owners: true },
    limit: MOST_ROWS,
    pagination: false,
  })
  const now = new Date().toISOString()
  return docs
    .filter((column) => ownersAt(rightsOf(column), now).includes(id))
    .map((column) => column.id)
}
