import type { CollectionBeforeChangeHook, TypeWithID } from 'payload'
import { idOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Media } from '../../../payload-types'
import { embedded } from '../embedded'
import { isImage } from '../fileTypes'

type Pictured = TypeWithID & { picture?: string | Media | null }

/**
 * Copies what pages show of the chosen picture into the row. Nobody signs for it, so it must be one that the Office itself
 * has uploaded: a picture of another department's manuscript cannot become public by this way. One that turns out to be
 * secret is taken away when its manuscript is sealed.
 */
export const embedPicture: CollectionBeforeChangeHook<Pictured> = async ({
  data,
  originalDoc,
  req,
}) => {
  const id = idOf({ ...originalDoc, ...data }.picture)
  if (!id) return { ...data, file: null }
  const media = await req.payload.findByID({
    collection: 'media',
    id,
    depth: 1,
    overrideAccess: true,
    req,
  })
  const { department, sealed, mimeType } = media
  if (sealed) throw new Refusal({ code: 'file-sealed', field: 'picture' })
  if (!isImage(mimeType ?? '')) throw new Refusal({ code: 'file-type', field: 'picture' })
  if (typeof department !== 'object' || department?.mark !== 'office') {
    throw new Refusal({ code: 'picture-not-office', field: 'picture' })
  }
  return { ...data, file: embedded(media) }
}
