import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Filing } from '../../../payload-types'

/** Two terms share a moment. An end is the first moment that no longer counts. */
const overlap = (
  one: { from: string; to?: string | null },
  other: { from: string; to?: string | null },
) => (!one.to || other.from < one.to) && (!other.to || one.from < other.to)

/** Exactly one 部门管理员 filed at a time (第十一条). */
export const refuseSecondAdministrator: CollectionBeforeChangeHook<Filing> = async ({
  data,
  originalDoc,
  req,
}) => {
  const next = { ...originalDoc, ...data }
  const { from, to } = next
  if (from && to && to < from) throw new Refusal({ code: 'period-reversed', field: 'to' })
  if (next.role !== 'department-admin' || !from) return data
  const others = await req.payload.find({
    collection: 'filings',
    where: {
      and: [
        { department: { equals: idOf(next.department) } },
        { role: { equals: 'department-admin' } },
        { id: { not_equals: originalDoc?.id ?? '' } },
      ],
    },
    depth: 0,
    limit: 1000,
    pagination: false,
    overrideAccess: true,
  })
  if (others.docs.some((other) => overlap({ from, to }, other))) {
    throw new Refusal({ code: 'filing-second-admin', field: 'role' })
  }
  return data
}
