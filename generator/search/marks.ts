import type { Phrase } from './query'
import { type Unit, unitsIn } from './units'

/** Finds in a text what was searched for, to mark it. Pure. */

/** A piece of a text; what was searched for is marked. */
export type Piece = { text: string; isMarked: boolean }

type Range = { start: number; end: number }

const EXCERPT = 130
const BEFORE = 30
const MOST_UNITS = 5_000

const fits = ({ units, at, phrase }: { units: Unit[]; at: number; phrase: Phrase }) =>
  phrase.units.every((wanted, index) => {
    const unit = units[at + index]
    return unit?.text === wanted.text && (index === 0 || unit.isJoined === wanted.isJoined)
  })

const rangesIn = ({ units, phrases }: { units: Unit[]; phrases: Phrase[] }): Range[] => {
  const ranges: Range[] = []
  for (let at = 0; at < units.length; at += 1) {
    for (const phrase of phrases) {
      const [first, last] = [units[at], units[at + phrase.units.length - 1]]
      if (!first || !last || !fits({ units, at, phrase })) continue
      const open = ranges.at(-1)
      if (open && first.start <= open.end) open.end = Math.max(open.end, last.end)
      else ranges.push({ start: first.start, end: last.end })
    }
  }
  return ranges
}

const piecesOf = ({ text, ranges }: { text: string; ranges: Range[] }): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const { start, end } of ranges) {
    pieces.push({ text: text.slice(at, start), isMarked: false })
    pieces.push({ text: text.slice(start, end), isMarked: true })
    at = end
  }
  pieces.push({ text: text.slice(at), isMarked: false })
  return pieces.filter((piece) => piece.text !== '')
}

/** A text in pieces with every phrase marked. */
export const markedText = ({ text, phrases }: { text: string; phrases: Phrase[] }): Piece[] =>
  piecesOf({ text, ranges: rangesIn({ units: [...unitsIn(text)], phrases }) })

/** Where the first phrase stands: by the letters typed at once, else by walking the beginning of the text. */
const firstPlace = ({ text, phrases }: { text: string; phrases: Phrase[] }) => {
  const places = phrases.map(({ typed }) => text.indexOf(typed)).filter((place) => place >= 0)
  if (places.length > 0) return Math.min(...places)
  const units: Unit[] = []
  for (const unit of unitsIn(text)) {
    if (units.push(unit) >= MOST_UNITS) break
  }
  return rangesIn({ units, phrases })[0]?.start ?? 0
}

/** Not in the middle of a sign of two code units. */
const wholeSigns = (text: string) => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '')

/** The part of a text around the first thing found, with every phrase in it marked; the beginning when there is none. */
export const excerptOf = ({ text, phrases }: { text: string; phrases: Phrase[] }): Piece[] => {
  const place = firstPlace({ text, phrases })
  const nearby = text.slice(Math.max(0, place - BEFORE), place)
  const sentence = /[。！？；\n][^。！？；\n]*$/.exec(nearby)?.[0].length
  const lead = sentence === undefined ? nearby.length : sentence - 1
  const start = place - lead
  const end = start + EXCERPT
  const part = wholeSigns(text.slice(start, end)).replace(/\s+/g, ' ').trim()
  return [
    ...(start > 0 && sentence === undefined ? [{ text: '……', isMarked: false }] : []),
    ...markedText({ text: part, phrases }),
    ...(end < text.length ? [{ text: '……', isMarked: false }] : []),
  ]
}
