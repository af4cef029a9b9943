import { createHash } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../../../access/person'
import type { Media } from '../../../payload-types'

/** The department and the hash of a new file are the server's to write. */
export const setMediaFacts: CollectionBeforeChangeHook<Media> = ({ data, operation, req }) => {
  if (operation !== 'create' || !req.file) return data
  return {
    ...data,
    sha256: createHash('sha256').update(req.file.data).digest('hex'),
    department: data.department ?? idOf(req.user?.department),
    sealed: false,
  }
}
