import type { CollectionBeforeChangeHook } from 'payload'
import type { User } from '../../../payload-types'
import { isSame } from '../../gate/values'
import { noteChangedFields } from '../changedFields'

/** Remembers which fields an update really changes: no other is written, see `guardUsers`. Last of the hooks. */
export const noteChanges: CollectionBeforeChangeHook<User> = ({
  context,
  data,
  operation,
  originalDoc,
}) => {
  if (operation !== 'update' || !originalDoc) return data
  const before = new Map<string, unknown>(Object.entries(originalDoc))
  const changed = Object.entries(data)
    .filter(([key, value]) => !isSame(value, before.get(key)))
    .map(([key]) => key)
  noteChangedFields({
    context,
    id: originalDoc.id,
    fields: data.active === false ? [...changed, 'sessions'] : changed,
  })
  return data
}
