import type { Reason } from '../../access/refusals'

/** Lexical's feature list holds in the browser only; this is the same list for what reaches the server. */

type Node = Record<string, unknown>

const HEADINGS = new Set(['h2', 'h3', 'h4'])
const LISTS = new Set(['ol', 'ul'])
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const MAX_DEPTH = 24
const MAX_NODES = 60_000
const MAX_CHARACTERS = 4_000_000
const MAX_SPAN = 200
const ALL_FORMATS = 127

const isRecord = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isCount = (value: unknown, max: number) =>
  value === undefined || (Number.isInteger(value) && Number(value) >= 0 && Number(value) <= max)

const isPlainText = (value: unknown) => typeof value === 'string' && !value.includes('\0')

/** True for addresses a government page may link to: web, mail, telephone, or a place of the own site. */
export const isSafeUrl = (url: unknown): url is string => {
  if (typeof url !== 'string' || url.length > 2000 || url !== url.trim()) return false
  if (/[\s\p{Cc}\p{Cf}\\]/u.test(url)) return false
  if (/^(\/(?!\/)|#)/.test(url)) return true
  try {
    return SCHEMES.has(new URL(url).protocol)
  } catch {
    return false
  }
}

const isExternalLink = ({ fields }: Node) =>
  isRecord(fields) &&
  (fields.linkType === undefined || fields.linkType === 'custom') &&
  !fields.doc &&
  isSafeUrl(fields.url)

type Rule = {
  /** Leaves have no children; elements have a list of them. */
  leaf?: true
  /** The only types of children, where the structure fixes them. */
  children?: readonly string[]
  /** The only type of parent. */
  parent?: string
  holds?: (node: Node) => boolean
}

/** Every type of node that a page can draw, and what it must be like for that. */
const NODES: Record<string, Rule> = {
  root: {},
  paragraph: {},
  quote: {},
  heading: { holds: ({ tag }) => typeof tag === 'string' && HEADINGS.has(tag) },
  text: {
    leaf: true,
    holds: ({ text, format }) => isPlainText(text) && isCount(format, ALL_FORMATS),
  },
  linebreak: { leaf: true },
  tab: { leaf: true, holds: ({ text }) => text === undefined || isPlainText(text) },
  horizontalrule: { leaf: true },
  list: {
    children: ['listitem'],
    holds: ({ tag, start }) =>
      typeof tag === 'string' && LISTS.has(tag) && isCount(start, 1_000_000),
  },
  listitem: { parent: 'list', holds: ({ value }) => isCount(value, 1_000_000) },
  link: {},
  autolink: {},
  upload: {
    leaf: true,
    holds: ({ relationTo, value }) => relationTo === 'media' && typeof value === 'string',
  },
  table: { children: ['tablerow'] },
  tablerow: { parent: 'table', children: ['tablecell'] },
  tablecell: {
    parent: 'tablerow',
    holds: ({ colSpan, rowSpan, headerState }) =>
      isCount(colSpan, MAX_SPAN) && isCount(rowSpan, MAX_SPAN) && isCount(headerState, 3),
  },
}

const ruleOf = (type: unknown): Rule | undefined =>
  typeof type === 'string' && Object.hasOwn(NODES, type) ? NODES[type] : undefined

const nodeReasons = ({
  node,
  parent,
  field,
}: {
  node: Node
  parent: Node | null
  field: string
}): Reason[] => {
  const rule = ruleOf(node.type)
  const unknown: Reason[] = [{ code: 'richtext-node', field }]
  if (!rule || (node.type === 'root') !== (parent === null)) return unknown
  if (rule.parent && parent?.type !== rule.parent) return unknown
  const allowed = parent ? ruleOf(parent.type)?.children : undefined
  if (allowed && !allowed.some((type) => type === node.type)) return unknown
  const { children } = node
  if (rule.leaf ? children !== undefined : !Array.isArray(children)) return unknown
  if (rule.holds && !rule.holds(node)) return unknown
  const isLink = node.type === 'link' || node.type === 'autolink'
  return isLink && !isExternalLink(node) ? [{ code: 'richtext-link', field }] : []
}

/**
 * Walks a rich text that came from outside.
 * @param field the field's path, for the message
 * @returns every reason to refuse it, each once; empty when it may be stored
 */
export const checkRichText = ({ value, field }: { value: unknown; field: string }): Reason[] => {
  if (value === null || value === undefined) return []
  if (!isRecord(value) || !isRecord(value.root)) return [{ code: 'richtext-node', field }]
  if (Object.keys(value).some((key) => key !== 'root')) return [{ code: 'richtext-node', field }]
  const found = new Map<string, Reason>()
  let nodes = 0
  let characters = 0
  const queue: { node: unknown; parent: Node | null; depth: number }[] = [
    { node: value.root, parent: null, depth: 0 },
  ]
  while (queue.length > 0) {
    const next = queue.pop()
    if (!next) break
    const { node, parent, depth } = next
    if (!isRecord(node)) {
      found.set('richtext-node', { code: 'richtext-node', field })
      continue
    }
    nodes += 1
    if (typeof node.text === 'string') characters += node.text.length
    if (nodes > MAX_NODES || characters > MAX_CHARACTERS || depth > MAX_DEPTH) {
      return [{ code: 'richtext-too-large', field }]
    }
    for (const reason of nodeReasons({ node, parent, field })) found.set(reason.code, reason)
    if (!Array.isArray(node.children)) continue
    if (node.children.length > MAX_NODES) return [{ code: 'richtext-too-large', field }]
    for (const child of node.children) queue.push({ node: child, parent: node, depth: depth + 1 })
  }
  return [...found.values()]
}

/** The ids of the media that a rich text shows, in order, each once. */
export const uploadsIn = (value: unknown): string[] => {
  const ids = new Set<string>()
  const walk = (node: unknown): void => {
    if (!isRecord(node)) return
    if (node.type === 'upload') {
      const media = isRecord(node.value) ? node.value.id : node.value
      if (typeof media === 'string') ids.add(media)
    }
    if (Array.isArray(node.children)) node.children.forEach(walk)
  }
  if (isRecord(value)) walk(value.root)
  return [...ids]
}

/** The same rich text with pictures by id: what was read with its relations filled in can be sent back. */
export const withPlainUploads = (value: unknown): unknown => {
  const plain = (node: unknown): unknown => {
    if (!isRecord(node)) return node
    const media = isRecord(node.value) ? node.value.id : node.value
    const self = node.type === 'upload' ? { ...node, value: media } : node
    return Array.isArray(node.children) ? { ...self, children: node.children.map(plain) } : self
  }
  return isRecord(value) ? { ...value, root: plain(value.root) } : value
}
