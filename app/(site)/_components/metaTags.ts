import { shanghaiDateTime } from '../../../collections/dates'
import type { ColumnView, SiteView } from './views'

export type ArticleMeta = {
  title: string
  publishedAt: string | null
  revisedAt?: string | null
  source: string
  keywords?: string
  author?: string
  description?: string
  /** A full address. */
  image?: string
}

export type PageMeta = {
  /** What the page is called, without the site's name. */
  title: string
  /** The page's own address; null when it has none (not found, preview). */
  path: string | null
  column?: Pick<ColumnView, 'name' | 'description' | 'keywords' | 'type'> &
    Partial<Pick<ColumnView, 'pillar'>>
  article?: ArticleMeta
  description?: string
  /** For search engines: not to be listed. */
  noindex?: boolean
  feed?: { title: string; href: string }
  /** The address of the same page in English, where there is one. */
  english?: string | null
  /** Of an English page: the address of the same page in Chinese. */
  chinese?: string
}

export type MetaTag = { name: string; content: string }

const filled = (tags: { name: string; content: string | undefined }[]): MetaTag[] =>
  tags.flatMap(({ name, content }) => (content ? [{ name, content }] : []))

const columnTags = ({ name, description, keywords, type }: NonNullable<PageMeta['column']>) => [
  { name: 'ColumnName', content: name },
  { name: 'ColumnDescription', content: description || `${name}栏目` },
  { name: 'ColumnKeywords', content: keywords || name },
  { name: 'ColumnType', content: type },
]

const articleTags = (article: ArticleMeta) => [
  { name: 'ArticleTitle', content: article.title },
  ...(article.publishedAt
    ? [{ name: 'PubDate', content: shanghaiDateTime(article.publishedAt) }]
    : []),
  { name: 'ContentSource', content: article.source },
]

const descriptionOf = ({ description, article, column }: PageMeta) =>
  description || article?.description || column?.description

/**
 * The meta tags of a page after the annex of 国办发〔2017〕47号: three of the site on every page, four of the column
 * on column and content pages, three of the article on content pages; then the optional ones that have a value.
 */
export const metaTags = ({ site, meta }: { site: SiteView; meta: PageMeta }): MetaTag[] => [
  { name: 'SiteName', content: site.name },
  { name: 'SiteDomain', content: site.domain },
  { name: 'SiteIDCode', content: site.idCode },
  ...(meta.column ? columnTags(meta.column) : []),
  ...(meta.article ? articleTags(meta.article) : []),
  ...filled([
    { name: 'Keywords', content: meta.article?.keywords },
    { name: 'Author', content: meta.article?.author },
    { name: 'Description', content: descriptionOf(meta) },
    { name: 'Image', content: meta.article?.image },
    { name: 'Url', content: meta.article && meta.path ? site.origin + meta.path : undefined },
    { name: 'robots', content: meta.noindex ? 'noindex' : undefined },
  ]),
]

/** How a page that is shared looks elsewhere (ogp.me). Nothing for a page without an address of its own. */
export const openGraph = ({ site, meta }: { site: SiteView; meta: PageMeta }) => {
  const { path, title, article, column } = meta
  if (!path) return []
  const tags: [property: string, content: string | null | undefined][] = [
    ['og:type', article ? 'article' : 'website'],
    ['og:site_name', site.name],
    ['og:title', title],
    ['og:url', site.origin + path],
    ['og:description', descriptionOf(meta)],
    ['og:image', article?.image],
    ['article:published_time', article?.publishedAt],
    ['article:modified_time', article?.revisedAt],
    ['article:section', article && column?.name],
  ]
  return tags.flatMap(([property, content]) => (content ? [{ property, content }] : []))
}

type Alternate = { language: 'zh-CN' | 'en'; path: string }

/** The versions of a page in both languages, itself included; none for a page in Chinese only. Pure. */
export const alternatesOf = ({ path, english, chinese }: PageMeta): Alternate[] => {
  if (path && english) {
    return [
      { language: 'zh-CN', path },
      { language: 'en', path: english },
    ]
  }
  if (path && chinese) {
    return [
      { language: 'zh-CN', path: chinese },
      { language: 'en', path },
    ]
  }
  return []
}
