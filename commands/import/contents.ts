import type { Line } from './lines'
import type { Note } from './notes'

const isContentsTitle = ({ text }: Line) => /^目\s?[录次]$/.test(text)

/** A source's own table of contents: chapter lines after 目录 that all come again. */
export const withoutContents = ({ path, lines }: { path: string; lines: Line[] }) => {
  const start = lines.findIndex(isContentsTitle)
  if (start === -1) return { lines, notes: [] }
  const plain = ({ text }: Line) => text.replace(/[\s.…·]|\d+$/g, '')
  const first = lines[start + 1]
  if (!first) return { lines, notes: [] }
  const again = lines.findIndex((line, index) => index > start + 1 && plain(line) === plain(first))
  const entries = lines.slice(start + 1, again)
  const later = new Set(lines.slice(again).map(plain))
  if (again === -1 || !entries.every((line) => later.has(plain(line)))) return { lines, notes: [] }
  const note: Note = { path, line: lines[start]?.number, code: 'contents-left-out' }
  return { lines: [...lines.slice(0, start), ...lines.slice(again)], notes: [note] }
}
