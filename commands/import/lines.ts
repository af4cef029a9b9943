import type { Note } from './notes'

/** A line that holds something: its number in the file, its depth of `#` (0 for none), its text without Markdown. */
export type Line = { number: number; depth: number; text: string }
export type Lines = { lines: Line[]; mark?: number; notes: Note[] }

const COMMENT = /<!--(?!\s*INFO\s*END)(?:(?!<!--)[\s\S])*?-->/gi
const MARK = /<!-*\s*INFO\s*END\s*-*>|^\s*(?:[<!【[(（-]+\s*)?INFO\s*END\s*(?:[-)）\]】>]+\s*)?$/i
const BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/
const CONTROL = /[\p{Cc}\p{Cf}]/gu
const ODD = /[\ufffd\ue000-\uf8ff]/
const RULE = /^([-*_=])( ?\1){2,}$/

/** Without invisible characters, with single spaces: what whitespace a source has is no part of a law's text. */
const tidy = (raw: string) =>
  raw
    .replace(/&(?:nbsp|ensp|emsp|#12288);/g, ' ')
    .replace(CONTROL, (sign) => (/\s/.test(sign) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()

const withoutEmphasis = (text: string) => text.replace(/\*\*(?=[^\s*])([^*]+)\*\*/g, '$1')

/** `#` before a digit is text: `#1 机组`. */
const HEADING = /^[#＃]{1,6}(?:\s+|(?=[^\s#＃\d]))/

const lineOf = ({ raw, number }: { raw: string; number: number }): Line => {
  const text = tidy(raw).replace(/^(?:> ?)+/, '')
  const hashes = HEADING.exec(text)
  if (hashes) {
    return {
      number,
      depth: hashes[0].trim().length,
      text: text.slice(hashes[0].length).replace(/ #+$/, ''),
    }
  }
  return { number, depth: 0, text: /^[#＃]+$/.test(text) || RULE.test(text) ? '' : text }
}

/**
 * Cuts a file into its lines and finds the mark that ends the front matter.
 * `mark` is the index in `lines` before which the front matter ends. Nothing but Markdown's own signs is taken away unnoted.
 */
export const linesOf = ({ path, text }: { path: string; text: string }): Lines => {
  const notes: Note[] = []
  const lines: Line[] = []
  let mark: number | undefined
  const withoutComments = text.replace(COMMENT, (comment: string, offset: number) => {
    const line = text.slice(0, offset).split(BREAK).length
    notes.push({ path, line, code: 'comment-left-out', detail: tidy(comment).slice(0, 80) })
    return comment.replace(/[^\r\n]+/g, '')
  })
  withoutComments.split(BREAK).forEach((whole, index) => {
    const number = index + 1
    whole.split(MARK).forEach((raw, part) => {
      if (part > 0) mark ??= lines.length
      const line = lineOf({ raw, number })
      const plain = withoutEmphasis(line.text)
      if (plain !== line.text) notes.push({ path, line: number, code: 'emphasis-left-out' })
      if (ODD.test(plain)) notes.push({ path, line: number, code: 'odd-characters' })
      if (plain !== '') lines.push({ ...line, text: plain })
    })
  })
  return { lines, mark, notes }
}
