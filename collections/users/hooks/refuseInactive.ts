import type { CollectionBeforeLoginHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import type { User } from '../../../payload-types'

/** An account that is switched off cannot sign in; its live sessions count as nobody, see `personOf`. */
export const refuseInactive: CollectionBeforeLoginHook<User> = ({ user }) => {
  if (user.active !== true) throw new Refusal('account-inactive')
  return user
}
