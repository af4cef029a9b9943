import type { CollectionBeforeLoginHook, CollectionBeforeOperationHook } from 'payload'
import { personOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { User } from '../../../payload-types'

/** An account that is switched off cannot sign in; its live sessions count as nobody, see `personOf`. */
export const refuseInactive: CollectionBeforeLoginHook<User> = ({ user }) => {
  if (user.active !== true) throw new Refusal('account-inactive')
  return user
}

/** Nor does it renew a session that it still has. */
export const refuseInactiveRefresh: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === 'refresh' && !personOf(req.user)) throw new Refusal('no-login')
}
