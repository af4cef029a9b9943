import {
  archivePageOf,
  archiveUrl,
  columnUrl,
  dataPartOf,
  dataPartUrl,
  dataUrl,
  departmentUrl,
  englishUrl,
  feedUrl,
  homeUrl,
  type PublicState,
  postUrl,
  sitemapPartOf,
  sitemapPartUrl,
  sitemapUrl,
  topicUrl,
} from '../collections/urls'

/** One URL that a change touches, and whether a page is expected there afterwards. */
export type Target = { url: string; expect: 'page' | 'absent' }

/** A column's path and those of the columns above it, nearest first: `a/b/c`, `a/b`, `a`. */
const columnAndAncestors = (path: string) => {
  const segments = path.split('/')
  return segments.map((_, index) => segments.slice(0, segments.length - index).join('/'))
}

const columnPages = (state: PublicState) => columnAndAncestors(state.columnPath).map(columnUrl)

/** The archive page of the post, the one before it, which links to it, and all before that one that do not exist yet. */
const archivePages = ({
  state,
  isWritten,
}: {
  state: PublicState
  isWritten: (url: string) => boolean
}) => {
  const urls: string[] = []
  for (let page = archivePageOf(state.columnSeq); page >= 1; page -= 1) {
    const url = archiveUrl({ path: state.columnPath, page })
    urls.push(url)
    if (urls.length >= 2 && isWritten(url)) break
  }
  return urls
}

const departmentPages = (state: PublicState) =>
  [state.departmentCode, ...state.providerCodes].map(departmentUrl)

const topicPages = (state: PublicState) => state.topicCodes.map(topicUrl)

const feeds = (state: PublicState) => columnAndAncestors(state.columnPath).map(feedUrl)

/** The part of the sitemap and of the opening data; when it is new, also the index that lists the parts. */
const parts = ({
  state: { number },
  isWritten,
}: {
  state: PublicState
  isWritten: (url: string) => boolean
}) => {
  const sitemap = sitemapPartUrl(sitemapPartOf(number))
  const data = dataPartUrl(dataPartOf(number))
  return [
    data,
    ...(isWritten(data) ? [] : [dataUrl()]),
    sitemap,
    ...(isWritten(sitemap) ? [] : [sitemapUrl()]),
  ]
}

/**
 * The URLs that a change of one post touches, in the order in which they are put in place: the post's own page,
 * the pages of posts that name it, then the pages that list it. Bounded, whatever the size of the site.
 * @param shown what the files may still show: nothing before the first publication, more than one state when a change
 * came in while another was being written
 * @param after what the site is to show now
 * @param naming URLs of live posts that show this one's title: its neighbours in the column, those related to it, an
 * interpretation and its policy file
 * @param isWritten whether a file for this URL exists already
 * @throws when they are different posts, which no change can bring about
 */
export const targets = ({
  shown,
  after,
  naming = [],
  isWritten,
}: {
  shown: PublicState[]
  after: PublicState
  naming?: string[]
  isWritten: (url: string) => boolean
}): Target[] => {
  const other = shown.find(({ number }) => number !== after.number)
  if (other) throw new Error(`Post ${other.number} cannot become post ${after.number}`)
  const own = postUrl(after)
  const states = [after, ...shown]
  const isEnglishKnown = states.some(({ inEnglish }) => inEnglish) || isWritten(englishUrl(own))
  const pages = [
    ...naming,
    homeUrl(),
    ...(isEnglishKnown ? [englishUrl(homeUrl())] : []),
    ...states.flatMap(columnPages),
    ...states.flatMap((state) => archivePages({ state, isWritten })),
    ...states.flatMap(departmentPages),
    ...states.flatMap(topicPages),
    ...states.flatMap(feeds),
    ...parts({ state: after, isWritten }),
  ]
  const unique = new Set(pages)
  unique.delete(own)
  const isGone = after.state === 'removed'
  const english: Target = {
    url: englishUrl(own),
    expect: after.inEnglish && !isGone ? 'page' : 'absent',
  }
  return [
    { url: own, expect: isGone ? 'absent' : 'page' },
    ...(isEnglishKnown ? [english] : []),
    ...[...unique].map((url): Target => ({ url, expect: 'page' })),
  ]
}
