import type { CollectionBeforeChangeHook } from 'payload'
import type { User } from '../../../payload-types'

/** Switching an account off ends its sessions. (A new password does so by itself.) */
export const endSessions: CollectionBeforeChangeHook<User> = ({ data, operation }) =>
  operation === 'update' && data.active === false ? { ...data, sessions: [] } : data
