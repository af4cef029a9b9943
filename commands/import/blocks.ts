import { markRank } from '../../collections/richText/marks'
import type { Line } from './lines'
import type { Note } from './notes'
import { type Article, articleOf, isAppendix, unitRank } from './units'

export type HeadingLevel = 2 | 3 | 4
export type Item = { text: string; items: Item[] }
export type Block =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | { kind: 'article'; label: string; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: Item[] }
  | { kind: 'table'; rows: string[][] }

type Part =
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
const FIRST_RANK = 0
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
const partsOf = ({ path, lines }: { path: string; lines: Line[] }): Parts => {
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
const repairHeadings = ({ path, parts }: { path: string; parts: Part[] }): Parts => {
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

const clampLevel = ({ level, previous }: { level: number; previous: number }): HeadingLevel => {
  const step = Math.min(level, previous + 1)
  return step <= 2 ? 2 : step === 3 ? 3 : 4
}

/** A run of items as nested lists. Items of a lower rank than the first have ended the run before. */
const nest = (run: { rank: number; text: string }[]): Item[] => {
  const top: Item[] = []
  const open: { rank: number; items: Item[] }[] = []
  for (const { rank, text } of run) {
    while (open.length > 0 && (open.at(-1)?.rank ?? -1) > rank) open.pop()
    const level = open.at(-1)
    const item: Item = { text, items: [] }
    if (level && level.rank === rank) level.items.push(item)
    else {
      const parent = level?.items.at(-1)
      const items = parent ? parent.items : top
      items.push(item)
      open.push({ rank, items })
    }
  }
  return top
}

/** 一、 begins clauses as often as items: those are a list only after a line that announces them. */
const isList = ({ run, before }: { run: { rank: number; text: string }[]; before: string }) =>
  run.length > 1 && (run[0]?.rank !== FIRST_RANK || /[：:]$/.test(before))

const textOf = (block: Block | undefined) =>
  block && (block.kind === 'article' || block.kind === 'paragraph') ? block.text : ''

const takeWhile = <T>({
  from,
  parts,
  pick,
}: {
  from: number
  parts: Part[]
  pick: (part: Part) => T | undefined
}): T[] => {
  const taken: T[] = []
  for (let index = from; index < parts.length; index += 1) {
    const part = parts[index]
    const picked = part && pick(part)
    if (picked === undefined) break
    taken.push(picked)
  }
  return taken
}

const listAt = ({ from, parts, before }: { from: number; parts: Part[]; before: string }) => {
  const first = parts[from]
  if (first?.kind !== 'item') return undefined
  const run = takeWhile({
    from,
    parts,
    pick: (part) => (part.kind === 'item' && part.rank >= first.rank ? part : undefined),
  })
  return isList({ run, before }) ? { items: nest(run), length: run.length } : undefined
}

const levels = (parts: Part[]) => {
  const ranks = [...new Set(parts.flatMap((part) => (part.kind === 'unit' ? [part.rank] : [])))]
  const sorted = ranks.sort((a, b) => a - b)
  return (rank: number) => sorted.indexOf(rank) + 2
}

const assemble = (parts: Part[]): Block[] => {
  const levelOf = levels(parts)
  const blocks: Block[] = []
  let level = 1
  const heading = ({ wanted, text }: { wanted: number; text: string }) => {
    const next = clampLevel({ level: wanted, previous: level })
    level = next
    blocks.push({ kind: 'heading', level: next, text })
  }
  let index = 0
  while (index < parts.length) {
    const part = parts[index]
    if (!part) break
    let taken = 1
    if (part.kind === 'unit') heading({ wanted: levelOf(part.rank), text: part.text })
    else if (part.kind === 'title') heading({ wanted: Math.max(part.depth, 2), text: part.text })
    else if (part.kind === 'unnumbered') heading({ wanted: level, text: part.text })
    else if (part.kind === 'article') {
      blocks.push({ kind: 'article', label: part.article.label, text: part.article.text })
    } else if (part.kind === 'row') {
      const rows = takeWhile({
        from: index,
        parts,
        pick: (next) => (next.kind === 'row' ? next.cells : undefined),
      })
      taken = rows.length
      blocks.push({ kind: 'table', rows: square(rows.filter((cells) => cells.length > 0)) })
    } else {
      const list = listAt({ from: index, parts, before: textOf(blocks.at(-1)) })
      taken = list?.length ?? 1
      blocks.push(
        list ? { kind: 'list', items: list.items } : { kind: 'paragraph', text: part.text },
      )
    }
    index += taken
  }
  return blocks.filter((block) => block.kind !== 'table' || block.rows.length > 0)
}

/** Every row as long as the longest. */
const square = (rows: string[][]) => {
  const width = Math.max(...rows.map((cells) => cells.length), 0)
  return rows.map((cells) => [...cells, ...Array<string>(width - cells.length).fill('')])
}

const isContentsTitle = ({ text }: Line) => /^目\s?[录次]$/.test(text)

/** A source's own table of contents: chapter lines after 目录 that all come again. */
const withoutContents = ({ path, lines }: { path: string; lines: Line[] }) => {
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

/** The text of a law as blocks, in its order, each line in exactly one. */
export const blocksOf = ({
  path,
  lines,
}: {
  path: string
  lines: Line[]
}): { blocks: Block[]; notes: Note[] } => {
  const contents = withoutContents({ path, lines })
  const read = partsOf({ path, lines: contents.lines })
  const repaired = repairHeadings({ path, parts: read.parts })
  return {
    blocks: assemble(repaired.parts),
    notes: [...contents.notes, ...read.notes, ...repaired.notes],
  }
}
