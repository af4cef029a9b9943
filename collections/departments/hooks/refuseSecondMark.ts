import type { CollectionBeforeChangeHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import type { Department } from '../../../payload-types'

/** There is one Office and one Information Centre (第七条). */
export const refuseSecondMark: CollectionBeforeChangeHook<Department> = async ({
  data,
  originalDoc,
  req,
}) => {
  if (!data.mark || data.mark === 'none') return data
  const { totalDocs } = await req.payload.count({
    collection: 'departments',
    overrideAccess: true,
    where: {
      and: [{ mark: { equals: data.mark } }, { id: { not_equals: originalDoc?.id ?? '' } }],
    },
  })
  if (totalDocs > 0) throw new Refusal({ code: 'mark-taken', field: 'mark' })
  return data
}
