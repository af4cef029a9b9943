/** How a text is cut for searching: the same for what is stored, what is asked and what is marked in a result. Pure. */

/**
 * A sign of Chinese, Japanese or Korean, or a run of letters or of digits. `text` is in lower case and without
 * differences of width (NFKC); `start` and `end` are where it stands in the text that was cut.
 */
export type Unit = {
  text: string
  start: number
  end: number
  isSign: boolean
  /** A sign right after another one; brackets and quotation marks between them do not count. */
  isJoined: boolean
}

const LONGEST_WORD = 64

const SIGN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]/u
const IGNORED = /[\p{M}\p{Cf}]/u
const BRACKET = /[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`]/u

type Kind = 'sign' | 'letter' | 'digit' | 'bracket' | 'ignored' | 'gap'

const kindOf = (char: string): Kind => {
  if (SIGN.test(char)) return 'sign'
  if (/\p{L}/u.test(char)) return 'letter'
  if (/\p{N}/u.test(char)) return 'digit'
  if (IGNORED.test(char)) return 'ignored'
  return BRACKET.test(char) ? 'bracket' : 'gap'
}

type Plain = { text: string; kind: Kind }

const isCommonSign = (char: string) => char >= '\u4e00' && char <= '\u9fff'

const known = new Map<string, Plain[]>()

/** A character as it is compared: several for one such as ㎏. */
const plainOf = (char: string): Plain[] => {
  const kept = known.get(char)
  if (kept) return kept
  const plain = [...char.normalize('NFKC').toLowerCase()].map((text) => ({
    text,
    kind: kindOf(text),
  }))
  // Signs would fill the map; letters, digits and punctuation are few.
  if (known.size < 2_000) known.set(char, plain)
  return plain
}

/** Cuts a text, unit by unit. The text should be in NFC. */
export function* unitsIn(text: string): Generator<Unit> {
  let word: (Unit & { kind: Kind }) | null = null
  let isAfterSign = false
  let end = 0
  for (const char of text) {
    const start = end
    end += char.length
    const plain = isCommonSign(char) ? [{ text: char, kind: 'sign' as const }] : plainOf(char)
    for (const { text: part, kind } of plain) {
      if (kind === 'ignored') continue
      if (word && word.kind === kind && word.text.length < LONGEST_WORD) {
        word.text += part
        word.end = end
        continue
      }
      if (word) yield word
      word = null
      if (kind === 'letter' || kind === 'digit') {
        word = { text: part, start, end, isSign: false, isJoined: false, kind }
      } else if (kind === 'sign') {
        yield { text: part, start, end, isSign: true, isJoined: isAfterSign }
      }
      if (kind !== 'bracket') isAfterSign = kind === 'sign'
    }
  }
  if (word) yield word
}

/**
 * The words that the index stores for some units: each sign with the one joined to it, the last of a run alone, so that
 * every sign begins a word and a single one is found by prefix; letters and digits as they are.
 */
export const indexWords = (units: Unit[]): string[] =>
  units.map((unit, index) => {
    const next = units[index + 1]
    return unit.isSign && next?.isJoined ? unit.text + next.text : unit.text
  })
