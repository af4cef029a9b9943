import type { CollectionBeforeChangeHook } from 'payload'
import { ADMINISTRATORS, type Duty } from '../../../access/duties'
import { Refusal } from '../../../access/refusal'
import type { User } from '../../../payload-types'

/** Duties that one holds alone or not at all. */
const ALONE: readonly Duty[] = [...ADMINISTRATORS, 'api-reader']

/** 三员分离: an administrator holds one duty, as an API account does; and nobody changes his or her own duties. */
export const separateAdministrators: CollectionBeforeChangeHook<User> = ({
  data,
  originalDoc,
  req,
}) => {
  if (data.duties === undefined) return data
  const duties = [...new Set(data.duties ?? [])]
  const alone = duties.find((duty) => ALONE.includes(duty))
  if (alone && duties.length > 1) {
    const code = alone === 'api-reader' ? 'api-reader-alone' : 'administrators-separate'
    throw new Refusal({ code, field: 'duties' })
  }
  const before = [...(originalDoc?.duties ?? [])].sort().join()
  if (req.user && req.user.id === originalDoc?.id && before !== [...duties].sort().join()) {
    throw new Refusal({ code: 'own-duties', field: 'duties' })
  }
  return { ...data, duties }
}
