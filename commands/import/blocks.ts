import { withoutContents } from './contents'
import type { Line } from './lines'
import type { Note } from './notes'
import { type Part, partsOf, repairHeadings } from './parts'

export type HeadingLevel = 2 | 3 | 4
export type Item = { text: string; items: Item[] }
export type Block =
  | { kind: 'heading'; level: HeadingLevel; text: string }
  | { kind: 'article'; label: string; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; items: Item[] }
  | { kind: 'table'; rows: string[][] }

const FIRST_RANK = 0

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
