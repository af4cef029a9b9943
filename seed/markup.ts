import {
  heading,
  link,
  list,
  paragraph,
  picture,
  type RichText,
  type RichTextNode,
  richText,
  table,
  text,
} from '../collections/richText/build'

/**
 * The plain notation in which the demonstration's texts are written, one block a line:
 * `# ` and `## ` headings, `- ` and `1. ` lists, `| a | b |` tables (first row the header), `![name]` a picture,
 * anything else a paragraph; `**bold**` and `[words](address)` inside. One notation, three forms: web page, docx, pdf.
 */
export type Inline = { text: string; bold: boolean; url?: string }
export type Block =
  | { type: 'heading'; level: 2 | 3; text: string }
  | { type: 'paragraph'; text: string }
  | { type: 'list'; ordered: boolean; items: string[] }
  | { type: 'table'; rows: string[][] }
  | { type: 'picture'; name: string }

const cellsOf = (line: string) =>
  line
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const blockOf = (line: string): Block => {
  if (line.startsWith('## ')) return { type: 'heading', level: 3, text: line.slice(3) }
  if (line.startsWith('# ')) return { type: 'heading', level: 2, text: line.slice(2) }
  if (line.startsWith('- ')) return { type: 'list', ordered: false, items: [line.slice(2)] }
  if (line.startsWith('|')) return { type: 'table', rows: [cellsOf(line)] }
  const numbered = /^\d+\. (.*)$/.exec(line)
  if (numbered) return { type: 'list', ordered: true, items: [numbered[1] ?? ''] }
  const shown = /^!\[(.+)\]$/.exec(line)
  if (shown) return { type: 'picture', name: shown[1] ?? '' }
  return { type: 'paragraph', text: line }
}

const joined = (blocks: Block[], next: Block): Block[] => {
  const last = blocks.at(-1)
  if (last?.type === 'list' && next.type === 'list' && last.ordered === next.ordered) {
    last.items.push(...next.items)
    return blocks
  }
  if (last?.type === 'table' && next.type === 'table') {
    last.rows.push(...next.rows)
    return blocks
  }
  blocks.push(next)
  return blocks
}

/** The blocks of a text in the notation above. */
export const blocksOf = (markup: string): Block[] =>
  markup
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map(blockOf)
    .reduce(joined, [])

const INLINE = /\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)/g

/** A line cut into plain, bold and linked pieces. */
export const inlineOf = (line: string): Inline[] => {
  const pieces: Inline[] = []
  let at = 0
  for (const match of line.matchAll(INLINE)) {
    if (match.index > at) pieces.push({ text: line.slice(at, match.index), bold: false })
    const [whole, bold, words, url] = match
    if (bold) pieces.push({ text: bold, bold: true })
    if (words && url) pieces.push({ text: words, bold: false, url })
    at = match.index + whole.length
  }
  if (at < line.length) pieces.push({ text: line.slice(at), bold: false })
  return pieces
}

/** Names of the pictures that stand in the text, in order. */
export const picturesIn = (markup: string): string[] =>
  blocksOf(markup).flatMap((block) => (block.type === 'picture' ? [block.name] : []))

const inlineNodes = (line: string): RichTextNode[] =>
  inlineOf(line).map((piece) =>
    piece.url ? link(piece.url, piece.text) : text(piece.text, { bold: piece.bold }),
  )

/** The text as Lexical's JSON; `mediaId` gives the id of the media row that holds a picture. */
export const richTextOf = ({
  markup,
  mediaId,
}: {
  markup: string
  mediaId: (pictureName: string) => string
}): RichText =>
  richText(
    ...blocksOf(markup).map((block, index): RichTextNode => {
      if (block.type === 'heading') {
        return heading(block.level === 2 ? 'h2' : 'h3', inlineNodes(block.text))
      }
      if (block.type === 'list') {
        return list(block.ordered ? 'number' : 'bullet', block.items.map(inlineNodes))
      }
      if (block.type === 'table') return table(block.rows)
      if (block.type === 'picture') {
        return picture({ id: `picture-${index}-${block.name}`, media: mediaId(block.name) })
      }
      return paragraph(inlineNodes(block.text))
    }),
  )
