import { chineseNumber } from './chineseNumber'
import type { RichTextData } from './views'

/** A line of the table of contents. */
export type OutlineEntry = { id: string; text: string; level: number }

/** Anchors of a text: by heading and article node, and the table of contents made from them. */
export type Outline = {
  headingIds: ReadonlyMap<object, string>
  articles: ReadonlyMap<object, { id: string; label: string }>
  contents: OutlineEntry[]
}

type Node = RichTextData['root']['children'][number]

const HEADINGS_WORTH_A_TABLE = 4
const ARTICLES_WORTH_A_TABLE = 20
const ARTICLES_A_LINE = 20
const ARTICLE =
  /^(第([〇零一二三四五六七八九十百千]+)条(?:之([一二三四五六七八九十]+))?)(?=[\s\u3000]|$)/

const childrenOf = (node: object): object[] => {
  if (!('children' in node) || !Array.isArray(node.children)) return []
  return node.children.filter((child) => typeof child === 'object' && child !== null)
}

/** All text under a node. */
export const textOf = (node: object): string =>
  'text' in node && typeof node.text === 'string'
    ? node.text
    : childrenOf(node).map(textOf).join('')

const articleOf = (node: Node) => {
  if (node.type !== 'paragraph') return null
  const [first] = childrenOf(node)
  const found = first ? ARTICLE.exec(textOf(first)) : null
  if (!found) return null
  const [, label = '', number = '', suffix] = found
  const value = chineseNumber(number)
  const part = suffix ? `-${chineseNumber(suffix)}` : ''
  return { label, id: `article-${value}${part}` }
}

const levelOf = (node: Node) =>
  'tag' in node && typeof node.tag === 'string' ? Number(node.tag.slice(1)) || 2 : 2

type Section = { heading: OutlineEntry | null; articles: { id: string; label: string }[] }

const chunks = <Item>(items: Item[], size: number) =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )

const rangeText = (articles: Section['articles']) => {
  const first = articles.at(0)?.label ?? ''
  const last = articles.at(-1)?.label ?? ''
  return first === last ? first : `${first}至${last}`
}

/** A section's lines: its heading, and every twenty articles where there are more than that. */
const linesOf = ({ heading, articles }: Section): OutlineEntry[] => {
  const own = heading ? [heading] : []
  if (heading && articles.length <= ARTICLES_A_LINE) return own
  const ranges = chunks(articles, ARTICLES_A_LINE).map((some) => ({
    id: some[0]?.id ?? '',
    text: rangeText(some),
    level: (heading?.level ?? 1) + 1,
  }))
  return [...own, ...ranges]
}

/**
 * Anchors and table of contents of a text. Headings are numbered through (`section-3`), articles of a law carry
 * their own number (`article-12`); a second article of the same number gets no anchor, so ids stay unique.
 * A short text has no table of contents.
 */
export const outlineOf = (body: RichTextData | null | undefined): Outline => {
  const headingIds = new Map<object, string>()
  const articles = new Map<object, { id: string; label: string }>()
  const known = new Set<string>()
  const sections: Section[] = [{ heading: null, articles: [] }]
  for (const node of body?.root.children ?? []) {
    if (node.type === 'heading') {
      const id = `section-${headingIds.size + 1}`
      headingIds.set(node, id)
      sections.push({ heading: { id, text: textOf(node), level: levelOf(node) }, articles: [] })
      continue
    }
    const article = articleOf(node)
    if (!article) continue
    const isNew = !known.has(article.id)
    known.add(article.id)
    articles.set(node, { ...article, id: isNew ? article.id : '' })
    if (isNew) sections.at(-1)?.articles.push(article)
  }
  const isLong =
    headingIds.size >= HEADINGS_WORTH_A_TABLE || articles.size >= ARTICLES_WORTH_A_TABLE
  return { headingIds, articles, contents: isLong ? sections.flatMap(linesOf) : [] }
}
