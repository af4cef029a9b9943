import {
  archivePageOf,
  archiveUrl,
  columnUrl,
  departmentUrl,
  feedUrl,
  homeUrl,
  type PublicState,
  postUrl,
  sitemapPartOf,
  sitemapPartUrl,
  sitemapUrl,
} from '../collections/urls'

/** One URL that a change touches, and whether a page is expected there afterwards. */
export type Target = { url: string; expect: 'page' | 'absent' }

/** A column's path and those of the columns above it, nearest first: `a/b/c`, `a/b`, `a`. */
const columnAndAncestors = (path: string) => {
  const segments = path.split('/')
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'))
}

const columnPages = (state: PublicState) => columnAndAncestors(state.columnPath).map(columnUrl)

/** The archive page of the post; when it is new, also the page before it, which then links to it. */
const archivePages = ({
  state,
  isWritten,
}: {
  state: PublicState
  isWritten: (url: string) => boolean
}) => {
  const page = archivePageOf(state.columnSeq)
  const url = archiveUrl({ path: state.columnPath, page })
  if (page === 1 || isWritten(url)) return [url]
  return [url, archiveUrl({ path: state.columnPath, page: page - 1 })]
}

const departmentPages = (state: PublicState) =>
  [state.departmentCode, ...state.providerCodes].map(departmentUrl)

const feeds = (state: PublicState) => columnAndAncestors(state.columnPath).map(feedUrl)

/** The part of the sitemap; when it is new, also the index that lists the parts. */
const sitemaps = ({
  state,
  isWritten,
}: {
  state: PublicState
  isWritten: (url: string) => boolean
}) => {
  const url = sitemapPartUrl(sitemapPartOf(state.number))
  return isWritten(url) ? [url] : [url, sitemapUrl()]
}

/**
 * The URLs that a change of one post touches, in the order in which they are put in place: the post's own page,
 * the pages of posts that name it, then the pages that list it. Bounded, whatever the size of the site.
 * @param before what the files still show, null before the first publication
 * @param after what the site is to show now
 * @param related URLs of live posts that show this one's title (an interpretation and its policy file)
 * @param isWritten whether a file for this URL exists already
 * @throws when `before` and `after` are two different posts, which no change can bring about
 */
export const targets = ({
  before,
  after,
  related = [],
  isWritten,
}: {
  before: PublicState | null
  after: PublicState
  related?: string[]
  isWritten: (url: string) => boolean
}): Target[] => {
  if (before && before.number !== after.number) {
    throw new Error(`Post ${before.number} cannot become post ${after.number}`)
  }
  const own = postUrl(after)
  const states = before ? [after, before] : [after]
  const pages = [
    ...related,
    homeUrl(),
    ...states.flatMap(columnPages),
    ...states.flatMap((state) => archivePages({ state, isWritten })),
    ...states.flatMap(departmentPages),
    ...states.flatMap(feeds),
    ...sitemaps({ state: after, isWritten }),
  ]
  const unique = new Set(pages)
  unique.delete(own)
  return [
    { url: own, expect: after.state === 'removed' ? 'absent' : 'page' },
    ...[...unique].map((url): Target => ({ url, expect: 'page' })),
  ]
}
