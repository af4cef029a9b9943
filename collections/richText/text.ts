/** Plain text of a rich text, for comparing, searching, summaries and hashes. Reads what is stored, so it takes anything. */

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const INLINE_TYPES = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])

const childrenOf = (node: Record<string, unknown>): Record<string, unknown>[] =>
  Array.isArray(node.children) ? node.children.filter(isRecord) : []

const isInline = (node: Record<string, unknown>) =>
  typeof node.type === 'string' && INLINE_TYPES.has(node.type)

const inlineText = (node: Record<string, unknown>): string => {
  if (node.type === 'linebreak') return '\n'
  if (node.type === 'tab') return '\t'
  if (typeof node.text === 'string') return node.text
  return childrenOf(node).map(inlineText).join('')
}

const rowText = (row: Record<string, unknown>): string =>
  childrenOf(row)
    .map((cell) => blocksOf(cell).join(' '))
    .join('\t')

/** Runs of inline nodes become one block each; everything else is walked. */
const blocksOf = (node: Record<string, unknown>): string[] => {
  if (node.type === 'tablerow') return [rowText(node)]
  const blocks: string[] = []
  let run: string | undefined
  for (const child of childrenOf(node)) {
    if (isInline(child)) {
      run = (run ?? '') + inlineText(child)
      continue
    }
    if (run !== undefined) blocks.push(run)
    run = undefined
    blocks.push(...blocksOf(child))
  }
  return run === undefined ? blocks : [...blocks, run]
}

/**
 * The text of each block of a rich text, in reading order: paragraph, heading, list item, quote, table row.
 * @param value Lexical's JSON as stored; `null` and anything that is no rich text give no block
 */
export const blockTexts = (value: unknown): string[] =>
  isRecord(value) && isRecord(value.root)
    ? blocksOf(value.root).filter((block) => block.trim() !== '')
    : []

/** The block texts joined by newlines; the cells of a table row by tabs. Pictures give nothing. */
export const plainText = (value: unknown): string => blockTexts(value).join('\n')
