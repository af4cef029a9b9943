import type { CollectionBeforeChangeHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import type { Placement } from '../../../payload-types'

export const refuseReversedPeriod: CollectionBeforeChangeHook<Placement> = ({
  data,
  originalDoc,
}) => {
  const { from, to } = { ...originalDoc, ...data }
  if (from && to && to <= from) throw new Refusal({ code: 'period-reversed', field: 'to' })
  return data
}
