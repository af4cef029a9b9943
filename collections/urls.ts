/** Every public URL is written here and nowhere else. Pure. */
import { z } from 'zod'
import { type Variant, variantName } from './media/variants'

const POSTS_PER_ARCHIVE = 20
const POSTS_PER_SITEMAP = 200
const POSTS_PER_DATA = 50

/** What the public site shows of a post, as far as it decides which pages the post appears on. */
export const publicStateSchema = z.object({
  number: z.number(),
  year: z.number(),
  columnId: z.string(),
  columnPath: z.string(),
  columnSeq: z.number(),
  departmentCode: z.string(),
  providerCodes: z.array(z.string()),
  /** the policy post that this one interprets and that lists its title, by id */
  interprets: z.string().nullable(),
  topicCodes: z.array(z.string()).default([]),
  /** has a page of its own in English */
  inEnglish: z.boolean().default(false),
  state: z.enum(['live', 'withdrawn', 'removed']),
})
export type PublicState = z.infer<typeof publicStateSchema>

export const homeUrl = () => '/'
export const notFoundUrl = () => '/404.html'
export const siteMapPageUrl = () => '/map/'
export const departmentsUrl = () => '/departments/'
export const departmentUrl = (code: string) => `/departments/${code}/`
export const columnUrl = (path: string) => `/columns/${path}/`
export const archiveUrl = ({ path, page }: { path: string; page: number }) =>
  `/columns/${path}/archive/${page}/`
export const feedUrl = (path: string) => `/feeds/${path}.xml`
export const sitemapUrl = () => '/sitemap.xml'
export const sitemapPartUrl = (part: number) => `/sitemaps/${part}.xml`
export const dataUrl = () => '/data/posts.json'
export const dataPartUrl = (part: number) => `/data/posts/${part}.json`
export const robotsUrl = () => '/robots.txt'
export const INFORMATION_PAGES = ['about', 'contact', 'copyright', 'accessibility'] as const
export type InformationPage = (typeof INFORMATION_PAGES)[number]
export const informationUrl = (page: InformationPage) => `/${page}/`
export const postUrl = ({ number, year }: { number: number; year: number }) =>
  `/posts/${year}/${number}.html`
export const topicUrl = (code: string) => `/topics/${code}/`

const ENGLISH = '/en'
/** The pages that exist in both languages: the address of the English one. */
export const englishUrl = (url: string) => ENGLISH + url
/** The address of the Chinese page that an English page is the version of; null for a Chinese one. */
export const chineseUrl = (url: string) =>
  url.startsWith(`${ENGLISH}/`) ? url.slice(ENGLISH.length) : null
/** The pages in English that are no posts. */
export const englishPages = () =>
  [homeUrl(), informationUrl('about'), departmentsUrl()].map(englishUrl)

/** The archive page that holds the post with this fixed number of its column: page n holds 20(n-1)+1 to 20n. */
export const archivePageOf = (columnSeq: number) => Math.ceil(columnSeq / POSTS_PER_ARCHIVE)

/** First and last `columnSeq` of an archive page, both inclusive. */
export const archiveRange = (page: number) => ({
  first: POSTS_PER_ARCHIVE * (page - 1) + 1,
  last: POSTS_PER_ARCHIVE * page,
})

/** The part of the sitemap that holds the post with this number. */
export const sitemapPartOf = (number: number) => Math.ceil(number / POSTS_PER_SITEMAP)

/** First and last post number of a sitemap part, both inclusive. */
export const sitemapRange = (part: number) => ({
  first: POSTS_PER_SITEMAP * (part - 1) + 1,
  last: POSTS_PER_SITEMAP * part,
})

/** The part of the opening data that holds the post with this number. */
export const dataPartOf = (number: number) => Math.ceil(number / POSTS_PER_DATA)

/** First and last post number of a part of the opening data, both inclusive. */
export const dataRange = (part: number) => ({
  first: POSTS_PER_DATA * (part - 1) + 1,
  last: POSTS_PER_DATA * part,
})

/** A file name that is safe in a URL and on disk: letters, digits, dot, dash and underscore, at most 80 characters. */
export const safeFileName = (name: string) => {
  const safe = name
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[.-]+/, '')
  return safe.length <= 80 ? safe || 'file' : safe.slice(-80).replace(/^[.-]+/, '')
}

export const mediaUrl = ({ sha256, filename }: { sha256: string; filename: string }) =>
  `/media/${sha256.slice(0, 16)}/${encodeURIComponent(safeFileName(filename))}`

export const variantUrl = ({ sha256, ...variant }: Variant & { sha256: string }) =>
  `/media/${sha256.slice(0, 16)}/${variantName(variant)}`

export const assetUrl = ({ name, hash, ext }: { name: string; hash: string; ext: string }) =>
  `/assets/${name}.${hash}.${ext}`

/** What can stand in the address of a search. Columns by path, departments by code; the last three of policy files. */
export type SearchAddress = {
  q: string
  column?: string
  department?: string
  year?: string
  kind?: string
  topic?: string
  issuer?: string
  validity?: string
  order?: string
  page?: number
}

/** Without a query, the address of the empty search form. */
export const searchUrl = (address?: SearchAddress) => {
  if (!address) return '/search'
  const { page, ...rest } = address
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value) query.set(name, value)
  if (page && page > 1) query.set('page', String(page))
  return `/search?${query}`
}

/** Where several pages are drawn for one request. The generator asks there; what it shows the pages' own addresses show. */
export const DRAW_URL = '/draw'

/** Pages in one request for several. */
export const MOST_DRAWN = 40
