import type { CollectionBeforeChangeHook } from 'payload'
import type { User } from '../../../payload-types'

/** Switching an account off, or giving it a new password, ends its sessions. */
export const endSessions: CollectionBeforeChangeHook<User> = ({ data, operation, originalDoc }) => {
  const switchedOff = operation === 'update' && originalDoc?.active && data.active === false
  return switchedOff ? { ...data, sessions: [] } : data
}
