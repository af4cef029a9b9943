import { isBalanced } from './brackets'
import { isIssuing, joinBroken, opens } from './issuing'
import type { Line, Lines } from './lines'
import type { Note, Problem } from './notes'
import { findTitle, isStructure, repeats } from './title'
import { isAppendix } from './units'

export type Front = { title: string; issuingLines: string[]; body: Line[]; notes: Note[] }

/** Where the front matter ends by what the lines say. */
const endByContent = ({ lines, start, title }: { lines: Line[]; start: number; title: string }) => {
  let index = start
  let previous = ''
  while (index < lines.length) {
    const line = lines[index]
    if (!line) break
    const repeated = repeats({ lines, start: index, title })
    const continues = opens(previous) && !isAppendix(line) && line.depth === 0
    if (repeated === 0 && !isIssuing(line) && !(continues && index > start)) break
    previous = repeated > 0 ? '' : continues ? previous + line.text : line.text
    index += Math.max(repeated, 1)
  }
  return index
}

const endOfFront = ({
  path,
  lines,
  mark,
  start,
  title,
}: {
  path: string
  lines: Line[]
  mark: number | undefined
  start: number
  title: string
}): { end: number; notes: Note[] } => {
  const end = endByContent({ lines, start, title })
  if (mark === undefined) return { end, notes: [{ path, code: 'no-mark' }] }
  const structure = lines.findIndex((line, index) => index >= end && isStructure(line))
  if (mark >= start && (structure === -1 || mark <= structure) && mark < lines.length) {
    return { end: mark, notes: [] }
  }
  return { end, notes: [{ path, code: 'mark-misplaced' }] }
}

const withoutRepeats = ({ path, lines, title }: { path: string; lines: Line[]; title: string }) => {
  const kept: Line[] = []
  const notes: Note[] = []
  for (let index = 0; index < lines.length; index += 1) {
    const taken = repeats({ lines, start: index, title })
    const line = lines[index]
    if (taken === 0 && line) kept.push(line)
    if (taken === 0) continue
    const detail = lines
      .slice(index, index + taken)
      .map(({ text }) => text)
      .join('')
    notes.push({ path, line: line?.number, code: 'title-repeated', detail })
    index += taken - 1
  }
  return { kept, notes }
}

/** Takes the front matter of a law apart: its title, the lines on its issuing and revisions, and where its text begins. */
export const frontOf = ({
  path,
  lines,
  mark,
}: {
  path: string
} & Pick<Lines, 'lines' | 'mark'>): Front | { problem: Problem } => {
  const found = findTitle({ path, lines })
  if (!found) return { problem: { path, code: 'no-title' } }
  const { title, next } = found
  const { end, notes: endNotes } = endOfFront({ path, lines, mark, start: next, title })
  const front = withoutRepeats({ path, lines: [...found.before, ...lines.slice(next, end)], title })
  const { joined, notes: joinNotes } = joinBroken({ path, lines: front.kept })
  const head = repeats({ lines, start: end, title })
  const body = withoutRepeats({ path, lines: lines.slice(end, end + head), title })
  const odd: Note[] = isBalanced(joined.join(''))
    ? []
    : [{ path, line: front.kept.at(-1)?.number, code: 'front-brackets' }]
  return {
    title,
    issuingLines: joined,
    body: lines.slice(end + head),
    notes: [...found.notes, ...endNotes, ...front.notes, ...joinNotes, ...odd, ...body.notes],
  }
}
