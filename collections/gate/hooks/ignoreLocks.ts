import type { CollectionBeforeOperationHook } from 'payload'

/**
 * A lock is a hint in the admin, seen by its owner only: anyone who opens a form leaves one. It never stops an edit; what is
 * overwritten stays in the versions.
 */
export const ignoreLocks: CollectionBeforeOperationHook = ({ args, operation }) =>
  operation === 'update' ? { ...args, overrideLock: true } : args
