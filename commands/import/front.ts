import { startsWithDay } from './dates'
import type { Line, Lines } from './lines'
import type { Note, Problem } from './notes'
import { articleOf, isAppendix, unitRank } from './units'

export type Front = { title: string; issuingLines: string[]; body: Line[]; notes: Note[] }

const MAX_TITLE = 120
const MAX_ISSUING = 300
const ISSUED = /通过|公布|发布|修订|修正|修改|施行|实施|批准|颁布|印发|令|决定/
const DOCUMENT_NUMBER = /[〔[（(]\d{4}[〕\])）]第?\d+号[)）]?$/
const SENTENCE = /。./

/** Titles are compared without any space, in one width of letters and brackets. */
export const normalTitle = (title: string) => title.normalize('NFKC').replace(/\s+/g, '')

/** 广告法(2021-04-29).md -> 广告法 */
const nameOf = (path: string) =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.md$/i, '')
    .replace(/[(（]\s*\d{4}[^()（）]*[)）]/g, '')
    .replace(/[\s_]+/g, '')

const isStructure = (line: Line) =>
  unitRank(line) !== undefined || articleOf({ line, expected: 1 }) !== undefined

const opens = (text: string) => text.split('《').length > text.split('》').length

const isIssuing = ({ text, depth }: Line) => {
  if (depth > 0 || text.length > MAX_ISSUING || SENTENCE.test(text)) return false
  return DOCUMENT_NUMBER.test(text) || (startsWithDay(text) && ISSUED.test(text))
}

const isTitleLike = (line: Line) =>
  line.text.length <= MAX_TITLE &&
  !/[。；，：;,:]$/.test(line.text) &&
  !/^目\s?[录次]$/.test(line.text) &&
  !isIssuing(line) &&
  !startsWithDay(line.text) &&
  !isStructure(line)

const balance = ({ text, open, close }: { text: string; open: string; close: string }) => {
  let depth = 0
  let lowest = 0
  for (const sign of text) {
    if (open.includes(sign)) depth += 1
    if (close.includes(sign)) depth -= 1
    lowest = Math.min(lowest, depth)
  }
  return { depth, lowest }
}

const isBalanced = (text: string) => {
  const { depth, lowest } = balance({ text, open: '(（', close: ')）' })
  return depth === 0 && lowest === 0
}

/** Spaces between Chinese characters are gone, brackets that belong to nothing too. */
const cleanTitle = (raw: string) => {
  let title = raw.replace(/(?<=\P{ASCII}) | (?=\P{ASCII})/gu, '')
  const spaced = title
  const whole = /^(?:《([^《》]+)》|【([^【】]+)】)$/.exec(title)
  title = whole?.[1] ?? whole?.[2] ?? title
  if (!isBalanced(title)) {
    const { lowest } = balance({ text: title, open: '(（', close: ')）' })
    title =
      lowest < 0 ? title.replace(/[)）]$/, '') : title.replace(/^[(（]/, '').replace(/[(（]$/, '')
  }
  return { title, changed: title !== spaced }
}

/** How many lines from `start` together repeat the title; 0 when they don't. */
const repeats = ({ lines, start, title }: { lines: Line[]; start: number; title: string }) => {
  let joined = ''
  for (let taken = 1; taken <= 4; taken += 1) {
    joined += lines[start + taken - 1]?.text ?? ''
    if (cleanTitle(normalTitle(joined)).title === normalTitle(title)) return taken
  }
  return 0
}

type Title = { title: string; next: number; notes: Note[]; before: Line[] }

/** Some titles run over two lines; the file's name tells. */
const joinTitle = ({ lines, index, name }: { lines: Line[]; index: number; name: string }) => {
  const first = lines[index]?.text ?? ''
  const second = lines[index + 1]
  if (!second || !name || !isTitleLike(second)) return { text: first, next: index + 1 }
  const includes = (text: string) => normalTitle(text).includes(normalTitle(name))
  const joined = first + second.text
  return !includes(first) && includes(joined) && !includes(second.text)
    ? { text: joined, next: index + 2 }
    : { text: first, next: index + 1 }
}

/** The first `#` line; else the line that holds the file's name; else the first line, if it can be a title. */
const titleIndex = ({ lines, name }: { lines: Line[]; name: string }) => {
  const marked = lines.findIndex((line) => line.depth === 1 && isTitleLike(line))
  if (marked !== -1) return marked
  const holdsName = (line: Line) =>
    name !== '' && isTitleLike(line) && normalTitle(line.text).includes(normalTitle(name))
  const named = lines.findIndex(holdsName)
  if (named !== -1) return named
  return lines[0] && isTitleLike(lines[0]) ? 0 : -1
}

const findTitle = ({ path, lines }: { path: string; lines: Line[] }): Title | undefined => {
  const structure = lines.findIndex(isStructure)
  const head = structure === -1 ? lines : lines.slice(0, structure)
  const name = nameOf(path)
  const index = titleIndex({ lines: head, name })
  if (index === -1) {
    const note: Note = { path, code: 'title-from-name', detail: name }
    return name ? { title: name, next: 0, notes: [note], before: [] } : undefined
  }
  const { text, next } = joinTitle({ lines, index, name })
  const { title, changed } = cleanTitle(text)
  const line = lines[index]?.number
  const notes: Note[] = []
  if (next > index + 1) notes.push({ path, line, code: 'title-joined', detail: title })
  if (changed) notes.push({ path, line, code: 'title-brackets', detail: text })
  return title ? { title, next, notes, before: lines.slice(0, index) } : undefined
}

/** Lines broken inside 《…》 are put together again. */
const joinBroken = ({ path, lines }: { path: string; lines: Line[] }) => {
  const joined: string[] = []
  const notes: Note[] = []
  for (const { text, number } of lines) {
    const last = joined.at(-1)
    if (last !== undefined && opens(last) && !startsWithDay(text)) {
      joined[joined.length - 1] = `${last} ${text}`
      notes.push({ path, line: number, code: 'front-joined', detail: text })
    } else joined.push(text)
  }
  return { joined, notes }
}

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
