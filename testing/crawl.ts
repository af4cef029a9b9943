import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { homeUrl, notFoundUrl, searchUrl, sitemapUrl } from '../collections/urls'
import { fileOf, urlOf } from '../generator/paths'
import { privateIn, readPage, type SiteFacts, type SitePage } from './pageRules'

const COPY = /\.(?:br|gz)$/
const TEXT = /\.(?:html|xml|json|txt|js|css)$/
// Opening data explain their fields: `"url": "网页地址"` is no address.
const ADDRESS = /<loc>([^<]+)<\/loc>|\shref="([^"]+)"|"(?:url|index)":\s?"([^"]*[/:][^"]*)"/g

type Folder = { root: string; site: Omit<SiteFacts, 'has'> }

const filesIn = async (root: string) => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !COPY.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
}

/** The addresses that a feed, a sitemap or a file of data names. */
const namedIn = (text: string) =>
  [...text.matchAll(ADDRESS)].map((found) => found.slice(1).find(Boolean) ?? '')

/** Pages that no way leads to from the home page; notices of withdrawn posts have none. */
const unreached = (pages: (SitePage & { links: string[] })[]) => {
  const linksFrom = new Map(pages.map(({ url, links }) => [url, links]))
  const seen = new Set([homeUrl()])
  for (const url of seen) for (const link of linksFrom.get(url) ?? []) seen.add(link)
  return pages
    .filter(({ url, html }) => !seen.has(url) && !isUnlisted(html) && url !== notFoundUrl())
    .map(({ url }) => `${url}: nothing leads here`)
}

const isUnlisted = (html: string) => html.includes('<meta name="robots" content="noindex"')

/** Posts that are missing in the sitemap or the opening data, or stand there although they were withdrawn. */
const wronglyListed = ({ pages, texts, site }: Listing) => {
  const listed = (folder: string) => {
    const named = texts
      .filter(({ file }) => file.startsWith(folder))
      .flatMap(({ text }) => namedIn(text))
    return named
      .map((url) => url.replace(site.origin, ''))
      .filter((url) => url.startsWith('/posts/'))
  }
  const live = pages.filter(({ url, html }) => url.startsWith('/posts/') && !isUnlisted(html))
  const wanted = live.map(({ url }) => url).toSorted()
  return ['sitemaps/', 'data/posts/'].flatMap((folder) => {
    const found = listed(folder).toSorted()
    return [
      ...wanted.filter((url) => !found.includes(url)).map((url) => `${url}: not in ${folder}`),
      ...found.filter((url) => !wanted.includes(url)).map((url) => `${url}: wrongly in ${folder}`),
    ]
  })
}
type Listing = { pages: SitePage[]; texts: { file: string; text: string }[]; site: SiteFacts }

/**
 * Reads every public file, and the site as a visitor goes through it, against the rules of `pageRules.ts`.
 * @param root the folder that visitors are shown
 * @returns everything that is wrong, and how many pages were read
 */
export const crawl = async ({ root, site: given }: Folder) => {
  const files = await filesIn(root)
  const texts = await Promise.all(
    files
      .filter((file) => TEXT.test(file))
      .map(async (file) => ({ file, text: await readFile(join(root, file), 'utf8') })),
  )
  const site: SiteFacts = {
    ...given,
    has: (url) => url === searchUrl() || existsSync(join(root, fileOf(url))),
  }
  const pages = texts
    .filter(({ file }) => file.endsWith('.html'))
    .map(({ file, text }) => ({ url: decodeURI(urlOf(file)), html: text }))
    .map((page) => ({ ...page, ...readPage(page, site) }))
  const others = texts.filter(({ file }) => /\.(?:xml|json)$/.test(file))
  const faults = [
    ...pages.flatMap((page) => page.faults),
    ...unreached(pages),
    ...wronglyListed({ pages, texts, site }),
    ...others.flatMap(({ file, text }) => [
      ...privateIn(text, site).map((found) => `${file}: private: ${found}`),
      ...namedIn(text)
        .filter(
          (url) => !url.startsWith(site.origin) || !site.has(decodeURI(new URL(url).pathname)),
        )
        .map((url) => `${file}: leads nowhere: ${url}`),
    ]),
    ...(texts.some(({ file }) => `/${file}` === sitemapUrl()) ? [] : ['no sitemap']),
  ]
  return { pages: pages.length, faults }
}
