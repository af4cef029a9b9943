import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Column } from '../../../payload-types'
import { ownersAt } from '../rights'
import { rightsOf } from '../rightsOf'

/** The annex must tell who owned the column on any day: a term that is over stays as it was. */
const hasEnded = (row: { to?: string | null }): row is { to: string } =>
  Boolean(row.to && row.to <= new Date().toISOString())

/** Rows of owners are ended, not edited; an open column always has an owner in force (第三条). */
export const keepOwners: CollectionBeforeChangeHook<Column> = ({ data, originalDoc }) => {
  const next = { ...originalDoc, ...data }
  const rows = next.owners ?? []
  for (const before of originalDoc?.owners ?? []) {
    const now = rows.find(({ id }) => id === before.id)
    const kept =
      now &&
      idOf(now.department) === idOf(before.department) &&
      new Date(now.from).getTime() === new Date(before.from).getTime() &&
      (!hasEnded(before) || new Date(now.to ?? '').getTime() === new Date(before.to).getTime())
    if (!kept) throw new Refusal({ code: 'owner-row-locked', field: 'owners' })
  }
  for (const { from, to } of rows) {
    if (to && to < from) throw new Refusal({ code: 'period-reversed', field: 'owners' })
  }
  const owners = ownersAt(rightsOf(next), new Date().toISOString())
  if (owners.length === 0 && !next.closedOn) {
    throw new Refusal({ code: 'owner-missing', field: 'owners' })
  }
  return data
}
