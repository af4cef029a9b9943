import type { Media } from '../../payload-types'

/** A file as posts, topics and placements carry it: pages read this, never the media, which are not public. */
export const embedded = (media: Media) => ({
  mediaId: media.id,
  sha256: media.sha256 ?? '',
  filename: media.filename ?? '',
  alt: media.alt ?? '',
  mimeType: media.mimeType ?? '',
  size: media.filesize ?? 0,
  width: media.width ?? null,
  height: media.height ?? null,
})
