import path from 'node:path'
import type { Payload } from 'payload'

/** Where uploads lie on disk. */
export const mediaFolder = (payload: Payload) => {
  const { upload } = payload.collections.media.config
  return path.resolve(/* turbopackIgnore: true */ upload.staticDir ?? 'data/media')
}
