import type { Reason } from '../../access/refusals'

/** Lexical's feature list holds in the browser only; this is the same list for what reaches the server. */

type Node = Record<string, unknown>

const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const MAX_DEPTH = 24
const MAX_NODES = 60_000
const MAX_CHARACTERS = 4_000_000
const MAX_SPAN = 200
const ALL_FORMATS = 127
/** An empty paragraph remembers formats that no text here has. */
const MOST_FORMATS = 4095
const MAX_STYLE = 1000

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

type Holds = (value: unknown) => boolean
type Keys = Record<string, Holds>

const oneOf =
  (...values: unknown[]): Holds =>
  (value) =>
    values.includes(value)
const upTo =
  (max: number): Holds =>
  (value) =>
    isCount(value, max)
const absentOr =
  (holds: Holds): Holds =>
  (value) =>
    value === undefined || holds(value)

const isShort = (value: unknown) => isPlainText(value) && String(value).length <= MAX_STYLE
const isSize = (value: unknown) => Number.isFinite(value)
const isNothing = (value: unknown) =>
  value === null || (isRecord(value) && Object.keys(value).length === 0)

/** What Lexical writes into every node, into a text and into an element; styles are kept, as it keeps them, but never drawn. */
const NODE: Keys = { type: isPlainText, version: upTo(100) }
const TEXT: Keys = {
  ...NODE,
  format: upTo(ALL_FORMATS),
  style: absentOr(isShort),
  mode: oneOf(undefined, 'normal', 'token', 'segmented'),
  detail: upTo(3),
}
const ALIGNMENT = oneOf(undefined, '', 'left', 'start', 'center', 'right', 'end', 'justify')
const ELEMENT: Keys = {
  ...NODE,
  children: Array.isArray,
  direction: oneOf(undefined, null, 'ltr', 'rtl'),
  format: ALIGNMENT,
  indent: upTo(100),
  textFormat: upTo(MOST_FORMATS),
  textStyle: absentOr(isShort),
}
const LINK: Keys = { ...ELEMENT, id: absentOr(isShort), fields: isRecord }
const LINK_FIELDS: Keys = {
  id: (value) => value === null || value === undefined || isShort(value),
  linkType: oneOf(undefined, 'custom'),
  url: isSafeUrl,
  newTab: oneOf(undefined, null, true, false),
  doc: oneOf(undefined, null),
}

type Rule = {
  /** Every key that a node of this type may have, and what it holds. */
  keys: Keys
  /** The only types of children, where the structure fixes them. */
  children?: readonly string[]
  /** The only type of parent. */
  parent?: string
}

/** Every type of node that a page can draw, and what it must be like for that. */
const NODES: Record<string, Rule> = {
  root: { keys: ELEMENT },
  paragraph: { keys: ELEMENT },
  quote: { keys: ELEMENT },
  heading: { keys: { ...ELEMENT, tag: oneOf('h2', 'h3', 'h4') } },
  text: { keys: { ...TEXT, text: isPlainText } },
  linebreak: { keys: NODE },
  tab: { keys: { ...TEXT, text: absentOr(isPlainText) } },
  horizontalrule: { keys: NODE },
  list: {
    keys: {
      ...ELEMENT,
      tag: oneOf('ol', 'ul'),
      listType: oneOf(undefined, 'bullet', 'number', 'check'),
      start: upTo(1_000_000),
    },
    children: ['listitem'],
  },
  listitem: {
    keys: {
      ...ELEMENT,
      value: upTo(1_000_000),
      checked: oneOf(undefined, null, true, false),
    },
    parent: 'list',
  },
  link: { keys: LINK },
  autolink: { keys: LINK },
  upload: {
    keys: {
      ...NODE,
      format: ALIGNMENT,
      id: absentOr(isShort),
      relationTo: oneOf('media'),
      value: (value) => typeof value === 'string',
      fields: absentOr(isNothing),
    },
  },
  table: {
    keys: {
      ...ELEMENT,
      colWidths: absentOr((value) => Array.isArray(value) && value.every(isSize)),
      frozenColumnCount: upTo(MAX_SPAN),
      frozenRowCount: upTo(MAX_SPAN),
      rowStriping: oneOf(undefined, true, false),
    },
    children: ['tablerow'],
  },
  tablerow: {
    keys: { ...ELEMENT, height: absentOr(isSize) },
    parent: 'table',
    children: ['tablecell'],
  },
  tablecell: {
    keys: {
      ...ELEMENT,
      colSpan: upTo(MAX_SPAN),
      rowSpan: upTo(MAX_SPAN),
      headerState: upTo(3),
      backgroundColor: absentOr((value) => value === null || isShort(value)),
      verticalAlign: oneOf(undefined, 'top', 'middle', 'bottom'),
      width: absentOr(isSize),
    },
    parent: 'tablerow',
  },
}

/** Nothing but these keys, and every one of them as it must be. */
const fits = (node: Node, keys: Keys) =>
  Object.keys(node).every((key) => Object.hasOwn(keys, key)) &&
  Object.entries(keys).every(([key, holds]) => holds(node[key]))

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
  if (!fits(node, rule.keys)) return unknown
  const { fields } = node
  const isLink = node.type === 'link' || node.type === 'autolink'
  const isGood = !isLink || (isRecord(fields) && fits(fields, LINK_FIELDS))
  return isGood ? [] : [{ code: 'richtext-link', field }]
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
