import type { CollectionBeforeOperationHook } from 'payload'

/** Restoring an old version is an edit; the hooks after this one need to know that it is a whole older text. */
export const noteRestore: CollectionBeforeOperationHook = ({ operation, req }) => {
  if (operation === 'restoreVersion') req.context.restoring = true
}
