import { balance, isBalanced } from './brackets'
import { startsWithDay } from './dates'
import { isIssuing } from './issuing'
import type { Line } from './lines'
import type { Note } from './notes'
import { articleOf, unitRank } from './units'

const MAX_TITLE = 120

/** Titles are compared without any space, in one width of letters and brackets. */
export const normalTitle = (title: string) => title.normalize('NFKC').replace(/\s+/g, '')

/** 广告法(2021-04-29).md -> 广告法 */
const nameOf = (path: string) =>
  path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/\.md$/i, '')
    .replace(/[(（]\s*\d{4}[^()（）]*[)）]/g, '')
    .replace(/[\s_]+/g, '')

/** True for a line with which the text of a law has begun: a chapter or an article. */
export const isStructure = (line: Line) =>
  unitRank(line) !== undefined || articleOf({ line, expected: 1 }) !== undefined

const isTitleLike = (line: Line) =>
  line.text.length <= MAX_TITLE &&
  !/[。；，：;,:]$/.test(line.text) &&
  !/^目\s?[录次]$/.test(line.text) &&
  !isIssuing(line) &&
  !startsWithDay(line.text) &&
  !isStructure(line)

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
export const repeats = ({
  lines,
  start,
  title,
}: {
  lines: Line[]
  start: number
  title: string
}) => {
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

/** A law's title, where the lines go on after it, and what stood before it. */
export const findTitle = ({ path, lines }: { path: string; lines: Line[] }): Title | undefined => {
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
