import type { Line } from './lines'
import { chineseNumber, NUMBER_SIGNS } from './numerals'

/** The parts a law is divided into, from the outermost (立法技术规范（试行）（一）, 3.1). */
const UNIT_NAMES: readonly string[] = ['编', '分编', '章', '节']

const UNIT = new RegExp(`^第[${NUMBER_SIGNS}]{1,7}(分编|编|部分|章|节)(\\s|[:：]|$)?(.*)$`)
const ARTICLE = new RegExp(
  `^(第([${NUMBER_SIGNS}]{1,7})条(?:之[${NUMBER_SIGNS}]{1,3})?)(\\s|[:：]|$)?(.*)$`,
)
const APPENDIX = new RegExp(
  `^附(?:件|表|录|图|则表)(?:\\s?[${NUMBER_SIGNS}]{1,3})?(?:$|[\\s:：.、]|(?=[《（(]))(?!\\s?\\d+[、.．])(.*)$`,
)
const SENTENCE_END = /[。；，、;,]$/

/** Rank of a chapter-like line, 0 for 编 to 3 for 节; `undefined` for any other line. */
export const unitRank = ({ text, depth }: Line): number | undefined => {
  const match = UNIT.exec(text)
  if (!match) return undefined
  const [, name = '', separator, rest = ''] = match
  const unmarked = depth === 0
  if (unmarked && (SENTENCE_END.test(text) || text.length > 60)) return undefined
  if (
    unmarked &&
    separator === undefined &&
    (/^[的规、，和及与至或]/.test(rest) || /[，。；：]/.test(rest))
  ) {
    return undefined
  }
  const rank = UNIT_NAMES.indexOf(name)
  return rank === -1 ? 0 : rank
}

export type Article = { label: string; number: number; text: string }

/**
 * The article a line begins, if it does.
 * @param expected the number that comes next: without a space after 第X条 only that one counts, since 第三条规定的… refers to an article
 */
export const articleOf = ({
  line,
  expected,
}: {
  line: Line
  expected: number
}): Article | undefined => {
  const match = ARTICLE.exec(line.text)
  if (!match) return undefined
  const [, label = '', written = '', separator, rest = ''] = match
  const number = chineseNumber(written)
  if (number === undefined) return undefined
  const sure = separator !== undefined || line.depth > 0
  if (!sure && (number !== expected || /^[的规、，。；和及与至或第款项]/.test(rest)))
    return undefined
  return { label, number, text: line.text.slice(label.length).trimStart() }
}

/** True for the heading of an appendix: 附件1：…, 附表, 附录二 …; not for a list of them (附件：1、…) nor for a sentence. */
export const isAppendix = ({ text }: Line) =>
  APPENDIX.test(text) && text.length <= 60 && !SENTENCE_END.test(text)
