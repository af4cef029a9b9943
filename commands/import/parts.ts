import { markRank } from '../../collections/richText/marks'
import type { Line } from './lines'
import type { Note } from './notes'
import { type Article, articleOf, isAppendix, unitRank } from './units'

/** What a line of a law's text is. */
export type Part =
  | { kind: 'unit'; rank: number; text: string; line: number }
  | { kind: 'title'; depth: number; text: string; line: number }
  | { kind: 'unnumbered'; text: string; line: number }
  | { kind: 'article'; article: Article; line: number }
  | { kind: 'item'; rank: number; text: string }
  | { kind: 'row'; cells: string[] }
  | { kind: 'text'; text: string; line: number }

/** Markdown's own bullets rank below every mark that belongs to the text. */
const BULLET_RANK = 9
const BULLET = /^[-*+•] (?=\S)/
const TABLE_RULE = /^[\s:|-]+$/
const MAX_HEADING = 60
const BREAKS_OFF = /[的和与及或、]$/
const PUNCTUATION = /[，。；：！？、,;:]/

const cellsOf = (text: string) =>
  text
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replace(/\\\|/g, '|').trim())

const isRow = (text: string) => text.startsWith('|') && text.length > 1

const partOf = ({ line, expected }: { line: Line; expected: number }): Part => {
  const { text, depth, number } = line
  const rank = unitRank(line)
  if (rank !== undefined) return { kind: 'unit', rank, text, line: number }
  const article = articleOf({ line, expected })
  if (article) return { kind: 'article', article, line: number }
  if (isAppendix(line)) return { kind: 'title', depth: 2, text, line: number }
  if (depth > 0 && text.length <= MAX_HEADING && !/[。；]$/.test(text)) {
    return { kind: 'title', depth, text, line: number }
  }
  if (isRow(text)) return { kind: 'row', cells: TABLE_RULE.test(text) ? [] : cellsOf(text) }
  const mark = markRank(text)
  if (mark !== undefined) return { kind: 'item', rank: mark, text }
  return BULLET.test(text)
    ? { kind: 'item', rank: BULLET_RANK, text: text.replace(BULLET, '') }
    : { kind: 'text', text, line: number }
}

type Parts = { parts: Part[]; notes: Note[] }

const orderNote = ({
  path,
  line,
  expected,
  article,
}: {
  path: string
  line: number
  expected: number
  article: Article
}): Note[] =>
  article.number === expected || (article.label.includes('条之') && article.number === expected - 1)
    ? []
    : [
        {
          path,
          line,
          code: 'article-order',
          detail: expected === 1 ? article.label : `第${expected - 1}条之后是${article.label}`,
        },
      ]

/** What each line is, read in order: an article's number depends on the one before. */
export const partsOf = ({ path, lines }: { path: string; lines: Line[] }): Parts => {
  const parts: Part[] = []
  const notes: Note[] = []
  let expected = 1
  for (const line of lines) {
    const part = partOf({ line, expected })
    if (part.kind === 'article') {
      notes.push(...orderNote({ path, line: line.number, expected, article: part.article }))
      expected = part.article.number + 1
    } else if (isAppendix(line)) expected = 1
    parts.push(part)
  }
  return { parts, notes }
}

/** A heading broken into two lines, and a heading that lost its number, both stand as short lines before an article. */
export const repairHeadings = ({ path, parts }: { path: string; parts: Part[] }): Parts => {
  const repaired: Part[] = []
  const notes: Note[] = []
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]
    const last = repaired.at(-1)
    const short = part.kind === 'text' && part.text.length <= 30 && !PUNCTUATION.test(part.text)
    if (!short || next?.kind !== 'article') repaired.push(part)
    else if (last?.kind === 'unit' && BREAKS_OFF.test(last.text)) {
      repaired[repaired.length - 1] = { ...last, text: last.text + part.text }
      notes.push({ path, line: last.line, code: 'heading-joined', detail: last.text + part.text })
    } else if (last !== undefined && last.kind !== 'unit' && last.kind !== 'title') {
      repaired.push({ kind: 'unnumbered', text: part.text, line: part.line })
      notes.push({ path, line: part.line, code: 'heading-unnumbered', detail: part.text })
    } else repaired.push(part)
  }
  return { parts: repaired, notes }
}
