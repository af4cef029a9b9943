import { indexWords, type Unit, unitsIn } from './units'

/** What a visitor typed becomes an expression of FTS5 here. Nothing typed is ever syntax. Pure. */

export const LONGEST_QUERY = 100
const MOST_PHRASES = 10

/** Units that must follow one another. `typed` is how the visitor wrote them; in quotation marks they are not parted. */
export type Phrase = { typed: string; units: Unit[]; isQuoted: boolean }

/** A query that was read. `isCut` says that it was too long and its end is left out. */
export type Query = { text: string; phrases: Phrase[]; isCut: boolean }

const phraseOf = (typed: string, isQuoted = false): Phrase => ({
  typed,
  units: [...unitsIn(typed)],
  isQuoted,
})

const keyOf = ({ units }: Phrase) => indexWords(units).join(' ')

/** The phrases that hold anything to search for, each once. */
const distinct = (phrases: Phrase[]) => [
  ...new Map(
    phrases.filter(({ units }) => units.length > 0).map((phrase) => [keyOf(phrase), phrase]),
  ).values(),
]

/** Straight quotation marks around several words keep them together; everything else is parted at spaces. */
const TERM = /(?<=^| )"([^"]+)"(?= |$)|[^ ]+/gu

/**
 * Reads what was typed. Words are parted by spaces and must all be found; the signs of one word must stand together.
 * Anything can be typed: marks, emoji and unfinished quotation marks are passed over.
 */
export const readQuery = (typed: string): Query => {
  const whole = typed.toWellFormed().normalize('NFC').replace(/\s+/gu, ' ').trim()
  const signs = [...whole]
  const text = signs.slice(0, LONGEST_QUERY).join('').trim()
  const terms = [...text.matchAll(TERM)]
  const phrases = distinct(
    terms.map(([term, quoted]) => phraseOf(quoted ?? term, quoted !== undefined)),
  )
  return {
    text,
    phrases: phrases.slice(0, MOST_PHRASES),
    isCut: signs.length > LONGEST_QUERY || phrases.length > MOST_PHRASES,
  }
}

/** Words of questions, which the texts that answer them do not hold. */
const QUESTION_WORDS = new Set(
  '如何 怎么 怎样 怎么办 什么 哪些 哪里 哪儿 多少 为什么 是否 可以 需要 应该 请问 我要 我想 关于 有关 以及 或者'.split(
    ' ',
  ),
)

const partsOf = ({ typed }: Phrase): Phrase[] => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return [...segmenter.segment(typed)]
    .flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []))
    .filter((word) => [...word].length > 1 && !QUESTION_WORDS.has(word))
    .map((word) => phraseOf(word))
}

/**
 * The words inside the phrases of a query: `如何办理食品备案` holds 办理, 食品 and 备案. For a query that is nowhere
 * found as it stands. Empty when the query consists of single words already.
 */
export const wordsWithin = (phrases: Phrase[]): Phrase[] => {
  const words = phrases.flatMap((phrase) => (phrase.isQuoted ? [phrase] : partsOf(phrase)))
  const found = distinct(words).slice(0, MOST_PHRASES)
  const before = new Set(phrases.map(keyOf))
  return found.every((phrase) => before.has(keyOf(phrase))) ? [] : found
}

/** The last sign of a run stands for anything that begins with it; inside a run its pair holds it already. */
const phraseExpression = ({ units }: Phrase) => {
  const words = indexWords(units)
  const last = units.at(-1)
  if (!last?.isSign) return `"${words.join(' ')}"`
  return last.isJoined ? `"${words.slice(0, -1).join(' ')}"` : `"${words.join(' ')}" *`
}

/** Where the phrases must be: anywhere, in title or number, or only in the text. */
export type Place = 'anywhere' | 'head' | 'text'

/**
 * The expression for FTS5. Inside its quotation marks stand only words that `unitsIn` made of letters, digits and signs.
 * @param labels one group for each filter; a post must carry one label of every group
 * @throws without phrases and labels: there is nothing to match
 */
export const matchExpression = ({
  phrases,
  labels,
  place = 'anywhere',
}: {
  phrases: Phrase[]
  labels: string[][]
  place?: Place
}) => {
  const filters = labels.map((group) => `(labels : (${group.join(' OR ')}))`)
  if (phrases.length === 0 && filters.length === 0) throw new Error('Nothing to search for')
  if (phrases.length === 0) return filters.join(' AND ')
  const all = phrases.map(phraseExpression).join(' AND ')
  // No column is named: a label is letters with digits, which no word of a text is.
  const anywhere = `(${all})`
  const inHead = `(head : (${all}))`
  const places = { anywhere, head: inHead, text: `(${anywhere} NOT ${inHead})` }
  return [places[place], ...filters].join(' AND ')
}
