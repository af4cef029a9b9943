import type { CollectionAfterChangeHook } from 'payload'
import type { Media } from '../../../payload-types'
import { makeVariants } from '../makeVariants'
import { variantsOf } from '../variants'

/** The smaller pictures are made after the answer. A publication that comes before they are there makes them itself. */
export const makeVariantsSoon: CollectionAfterChangeHook<Media> = ({ doc, operation, req }) => {
  const bytes = req.file?.data
  if (operation !== 'create' || !bytes || !doc.sha256 || variantsOf(doc).length === 0) return doc
  const { payload } = req
  makeVariants({ payload, upload: { ...doc, sha256: doc.sha256 }, bytes }).catch((error) =>
    payload.logger.error(error, `No smaller pictures of ${doc.filename}`),
  )
  return doc
}
