import type { Reason } from '../../access/refusals'

/** Lexical's feature list holds in the browser only; this is the same list for what reaches the server. */
const NODE_TYPES = new Set([
  'root',
  'paragraph',
  'text',
  'linebreak',
  'tab',
  'heading',
  'list',
  'listitem',
  'link',
  'autolink',
  'quote',
  'horizontalrule',
  'upload',
  'table',
  'tablerow',
  'tablecell',
])
const HEADINGS = new Set(['h2', 'h3', 'h4'])
const SCHEMES = new Set(['http:', 'https:', 'mailto:', 'tel:'])
const MAX_DEPTH = 24
const MAX_NODES = 60_000
const MAX_CHARACTERS = 4_000_000

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** True for addresses a government page may link to: web, mail, telephone, or a place of the own site. */
export const isSafeUrl = (url: unknown): url is string => {
  if (typeof url !== 'string' || url.length > 2000) return false
  if ([...url.trim()].some((character) => character <= ' ')) return false
  if (/^(\/(?!\/)|#)/.test(url)) return true
  try {
    return SCHEMES.has(new URL(url).protocol)
  } catch {
    return false
  }
}

const checkNode = (node: Record<string, unknown>, field: string): Reason[] => {
  const type = node.type
  if (typeof type !== 'string' || !NODE_TYPES.has(type)) return [{ code: 'richtext-node', field }]
  if (type === 'text' && typeof node.text !== 'string') return [{ code: 'richtext-node', field }]
  if (type === 'heading' && !HEADINGS.has(String(node.tag)))
    return [{ code: 'richtext-node', field }]
  if (type === 'upload' && (node.relationTo !== 'media' || node.value === undefined)) {
    return [{ code: 'richtext-node', field }]
  }
  if (type === 'link' || type === 'autolink') {
    const fields = isRecord(node.fields) ? node.fields : {}
    const external = fields.linkType === undefined || fields.linkType === 'custom'
    if (!external || fields.doc || !isSafeUrl(fields.url)) return [{ code: 'richtext-link', field }]
  }
  return []
}

/**
 * Walks a rich text that came from outside.
 * @param field the field's path, for the message
 * @returns every reason to refuse it, each once; empty when it may be stored
 */
export const checkRichText = ({ value, field }: { value: unknown; field: string }): Reason[] => {
  if (value === null || value === undefined) return []
  if (!isRecord(value) || !isRecord(value.root) || value.root.type !== 'root') {
    return [{ code: 'richtext-node', field }]
  }
  if (Object.keys(value).some((key) => key !== 'root')) return [{ code: 'richtext-node', field }]
  const found = new Map<string, Reason>()
  let nodes = 0
  let characters = 0
  const queue: { node: Record<string, unknown>; depth: number }[] = [{ node: value.root, depth: 0 }]
  while (queue.length > 0) {
    const next = queue.pop()
    if (!next) break
    nodes += 1
    if (typeof next.node.text === 'string') characters += next.node.text.length
    if (nodes > MAX_NODES || characters > MAX_CHARACTERS || next.depth > MAX_DEPTH) {
      return [{ code: 'richtext-too-large', field }]
    }
    for (const reason of checkNode(next.node, field)) found.set(reason.code, reason)
    const { children } = next.node
    if (children === undefined) continue
    if (!Array.isArray(children)) return [{ code: 'richtext-node', field }]
    for (const child of children) {
      if (!isRecord(child) || child.type === 'root') {
        found.set('richtext-node', { code: 'richtext-node', field })
      } else queue.push({ node: child, depth: next.depth + 1 })
    }
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
