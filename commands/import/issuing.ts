import { startsWithDay } from './dates'
import type { Line } from './lines'
import type { Note } from './notes'

const MAX_ISSUING = 300
const ISSUED = /通过|公布|发布|修订|修正|修改|施行|实施|批准|颁布|印发|令|决定/
const DOCUMENT_NUMBER = /[〔[（(]\d{4}[〕\])）]第?\d+号[)）]?$/
const SENTENCE = /。(?!根据$)./

/** True for a text with a 《 that is not closed. */
export const opens = (text: string) => text.split('《').length > text.split('》').length

/** A line that breaks off inside 《…》, or before the day of the decision it is based on, goes on in the next. */
const goesOn = ({ text, next }: { text: string; next: string }) =>
  text.endsWith('根据') || (opens(text) && !startsWithDay(next))

/** True for a line on how a text was passed, issued or changed, or for its document number. */
export const isIssuing = ({ text, depth }: Line) => {
  if (depth > 0 || text.length > MAX_ISSUING || SENTENCE.test(text)) return false
  return DOCUMENT_NUMBER.test(text) || (startsWithDay(text) && ISSUED.test(text))
}

/** Broken lines are put together again. */
export const joinBroken = ({ path, lines }: { path: string; lines: Line[] }) => {
  const joined: string[] = []
  const notes: Note[] = []
  for (const { text, number } of lines) {
    const last = joined.at(-1)
    if (last !== undefined && goesOn({ text: last, next: text })) {
      joined[joined.length - 1] = `${last} ${text}`
      notes.push({ path, line: number, code: 'front-joined', detail: text })
    } else joined.push(text)
  }
  return { joined, notes }
}
