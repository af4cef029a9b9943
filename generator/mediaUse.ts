const MEDIA_FOLDER = 'media/'

export const isMedia = (file: string) => file.startsWith(MEDIA_FOLDER)

/** The folder in which the media with this SHA-256 lie. */
export const mediaFolderOf = (sha256: string) => `${MEDIA_FOLDER}${sha256.slice(0, 16)}/`

/** Counts how many pages show each media file, and knows which are shown by none. */
export const createMediaUse = () => {
  const pages = new Map<string, number>()
  const idle = new Set<string>()

  const count = ({ media, by }: { media: string[] | undefined; by: 1 | -1 }) => {
    for (const file of media ?? []) {
      const shown = (pages.get(file) ?? 0) + by
      pages.set(file, shown)
      if (shown > 0) idle.delete(file)
      else idle.add(file)
    }
  }

  return {
    /** A page shows these now instead of those. */
    replace: ({ before, after }: { before: string[] | undefined; after: string[] | undefined }) => {
      count({ media: before, by: -1 })
      count({ media: after, by: 1 })
    },
    /** A media file has come: it goes again unless a page shows it by then. */
    arrived: (file: string) => {
      if (!pages.get(file)) idle.add(file)
    },
    isShown: (file: string) => (pages.get(file) ?? 0) > 0,
    /** The files that no page shows any more, each named once. */
    takeIdle: () => {
      const files = [...idle]
      idle.clear()
      return files
    },
    clear: () => {
      pages.clear()
      idle.clear()
    },
  }
}
