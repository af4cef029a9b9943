import { fileTypeFromBuffer } from 'file-type'
import type { CollectionBeforeOperationHook } from 'payload'
import { isKeyOf } from '../../../access/keysOf'
import { Refusal } from '../../../access/refusal'
import { isRecord } from '../../gate/values'
import { FILE_TYPES, isImage } from '../fileTypes'

/** A new file is what its name says, of a kind on the list, and a picture comes with its alternative text. */
export const checkFile: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'update' && req.file) throw new Refusal({ code: 'forbidden', field: 'file' })
  if (operation !== 'create') return
  const file = req.file
  if (!file?.data?.length) throw new Refusal({ code: 'file-required', field: 'file' })
  if (/\p{Cc}/u.test(file.name)) throw new Refusal({ code: 'bad-value', field: 'file' })
  const extension = file.name.split('.').at(-1)?.toLowerCase() ?? ''
  if (!isKeyOf(FILE_TYPES, extension)) throw new Refusal({ code: 'file-type', field: 'file' })
  const found = await fileTypeFromBuffer(file.data)
  if (found?.mime !== FILE_TYPES[extension].content) {
    throw new Refusal({ code: 'file-content', field: 'file' })
  }
  file.mimetype = FILE_TYPES[extension].mime
  const sent: unknown = 'data' in args ? args.data : {}
  const data = isRecord(sent) ? sent : {}
  const alt = typeof data.alt === 'string' ? data.alt.trim() : ''
  if (isImage(file.mimetype) && alt === '') throw new Refusal({ code: 'alt-missing', field: 'alt' })
}
