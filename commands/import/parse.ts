import { type Block, blocksOf } from './blocks'
import { dateInName, datesOfIssue } from './dates'
import { frontOf } from './front'
import { linesOf } from './lines'
import type { Note, Problem } from './notes'
import { normalTitle } from './title'

/** `versionDate` is an ISO day; `key` tells one version of one law from every other. */
export type ParsedLaw = {
  key: string
  title: string
  versionDate: string
  issuingLines: string[]
  blocks: Block[]
}
export type Parsed = { law: ParsedLaw; notes: Note[] } | { problem: Problem }

type Dated = { date: string; notes: Note[] } | { problem: Problem }

/** The file's name says which version it holds; the last day of issue or revision stands in for it. */
const versionDate = ({ path, issuingLines }: { path: string; issuingLines: string[] }): Dated => {
  const named = dateInName(path)
  const last = issuingLines.flatMap(datesOfIssue).sort().at(-1)
  if (named === undefined && last === undefined) return { problem: { path, code: 'no-date' } }
  if (named === undefined) {
    return { date: last ?? '', notes: [{ path, code: 'date-from-front', detail: last }] }
  }
  if (last === undefined || last === named) return { date: named, notes: [] }
  return { date: named, notes: [{ path, code: 'date-differs', detail: `${named}，${last}` }] }
}

/** Title and date of the version: the same title with another date is another law. */
const lawKey = ({ title, versionDate: date }: { title: string; versionDate: string }) =>
  `${normalTitle(title)}(${date})`

/**
 * Reads a law from Markdown as public law collections write it: `#` title, lines on issuing and revisions, INFO END mark,
 * chapters, articles. Front matter that is broken is read by what it says. Never throws.
 * @returns the law with what a person should know of it, or the reason to leave the file out
 */
export const parseLaw = ({ path, text }: { path: string; text: string }): Parsed => {
  const { lines, mark, notes } = linesOf({ path, text })
  if (lines.length === 0) return { problem: { path, code: 'empty' } }
  const front = frontOf({ path, lines, mark })
  if ('problem' in front) return front
  const { title, issuingLines } = front
  const dated = versionDate({ path, issuingLines })
  if ('problem' in dated) return dated
  const { blocks, notes: blockNotes } = blocksOf({ path, lines: front.body })
  if (blocks.every(({ kind }) => kind === 'heading')) return { problem: { path, code: 'no-text' } }
  const key = lawKey({ title, versionDate: dated.date })
  return {
    law: { key, title, versionDate: dated.date, issuingLines, blocks },
    notes: [...notes, ...front.notes, ...dated.notes, ...blockNotes],
  }
}
