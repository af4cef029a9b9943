import { isKeyOf } from '../../../access/keysOf'
import type { SearchAddress } from '../../../collections/urls'
import { KINDS, VALIDITIES } from '../../../collections/words'
import type { Filters } from '../../../generator/search/facets'
import { type Query, readQuery } from '../../../generator/search/query'
import type { Order } from '../../../generator/search/searchIndex'
import { wayTo, withDescendants } from '../_components/columnTree'
import type { ColumnView, DepartmentView } from '../_components/views'
import { urlNumber } from '../_number'

const LONGEST_VALUE = 200

/** What an address asks for. `address` is the same in order, without what is unknown or has no meaning. */
export type Asked = {
  query: Query
  filters: Filters
  order: Order
  page: number
  address: SearchAddress
}

type Known = { columns: ColumnView[]; departments: DepartmentView[] }

/** Reads the address of a search. Anything may stand there: what is not known is passed over. Pure. */
export const readAsked = ({
  params,
  columns,
  departments,
}: Known & { params: URLSearchParams }): Asked => {
  const value = (name: string) => params.get(name) ?? ''
  const query = readQuery(value('q'))
  const column = wayTo({ columns, is: ({ path }) => path === value('column') })?.at(-1)
  const department = departments.find(({ code }) => code === value('department'))
  const year = /^(19[5-9]|20\d)\d$/.test(value('year')) ? value('year') : undefined
  const kind = isKeyOf(KINDS, value('kind')) ? value('kind') : undefined
  const validity = isKeyOf(VALIDITIES, value('validity')) ? value('validity') : undefined
  const topic = value('topic').slice(0, LONGEST_VALUE) || undefined
  const issuer = value('issuer').slice(0, LONGEST_VALUE) || undefined
  const order = value('order') === 'newest' ? 'newest' : 'best'
  return {
    query,
    filters: {
      ...(column ? { column: withDescendants(column).map(({ id }) => id) } : {}),
      ...(department ? { department: [department.id] } : {}),
      ...(year ? { year: [year] } : {}),
      ...(kind ? { kind: [kind] } : {}),
      ...(topic ? { topic: [topic] } : {}),
      ...(issuer ? { issuer: [issuer] } : {}),
      ...(validity ? { validity: [validity] } : {}),
    },
    order,
    page: urlNumber(value('page')) ?? 1,
    address: {
      q: query.text,
      column: column?.path,
      department: department?.code,
      year,
      kind,
      topic,
      issuer,
      validity,
      order: order === 'newest' ? order : undefined,
    },
  }
}
