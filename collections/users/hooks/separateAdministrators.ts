import type { CollectionBeforeChangeHook } from 'payload'
import { ADMINISTRATORS, DUTIES } from '../../../access/duties'
import { isKeyOf } from '../../../access/keysOf'
import { Refusal } from '../../../access/refusal'
import type { User } from '../../../payload-types'

/** 三员分离: an administrator holds one duty; and nobody changes his or her own duties. */
export const separateAdministrators: CollectionBeforeChangeHook<User> = ({
  data,
  originalDoc,
  req,
}) => {
  if (!data.duties) return data
  const duties = [...new Set(data.duties)].filter((duty) => isKeyOf(DUTIES, duty))
  const administrator = duties.some((duty) => ADMINISTRATORS.some((one) => one === duty))
  if (administrator && duties.length > 1) {
    throw new Refusal({ code: 'administrators-separate', field: 'duties' })
  }
  const before = [...(originalDoc?.duties ?? [])].sort().join()
  if (req.user && req.user.id === originalDoc?.id && before !== [...duties].sort().join()) {
    throw new Refusal({ code: 'own-duties', field: 'duties' })
  }
  return { ...data, duties }
}
