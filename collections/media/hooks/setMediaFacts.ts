import { createHash } from 'node:crypto'
import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Media } from '../../../payload-types'
import { seenSize } from '../makeVariants'
import { variantsOf } from '../variants'

/** Pages show smaller pictures of this one: what cannot be drawn is none. */
const sizeOf = async ({ data, bytes }: { data: Partial<Media>; bytes: Buffer }) => {
  if (variantsOf(data).length === 0) return {}
  try {
    return await seenSize(bytes)
  } catch {
    throw new Refusal({ code: 'file-content', field: 'file' })
  }
}

/** The department, the hash and the size of a new file are the server's to write. */
export const setMediaFacts: CollectionBeforeChangeHook<Media> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || !req.file) return data
  return {
    ...data,
    ...(await sizeOf({ data, bytes: req.file.data })),
    sha256: createHash('sha256').update(req.file.data).digest('hex'),
    department: data.department ?? idOf(req.user?.department),
    sealed: false,
  }
}
