/**
 * The marks that items of Chinese official texts carry in their own words, in order of rank (GB/T 9704-2012, 7.3.3:
 * 一、 then （一） then 1. then （1）). They belong to the text, so a list of such items shows no bullets of its own.
 */
const MARKS = [
  /^[一二三四五六七八九十]{1,3}、/,
  /^[（(][一二三四五六七八九十]{1,3}[）)]/,
  /^[\d０-９]{1,3}(?:、|[.．](?![\d０-９]))/,
  /^[（(][\d０-９]{1,3}[）)]/,
  /^[①-⑳]/,
] as const

/** The rank of the mark a text begins with, 0 for 一、 to 4 for ①; `undefined` when it begins with none. */
export const markRank = (text: string): number | undefined => {
  const rank = MARKS.findIndex((mark) => mark.test(text))
  return rank === -1 ? undefined : rank
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const childrenOf = (node: unknown): unknown[] =>
  isRecord(node) && Array.isArray(node.children) ? node.children : []

const firstText = (node: unknown): string => {
  if (!isRecord(node)) return ''
  if (typeof node.text === 'string') return node.text
  return firstText(childrenOf(node)[0])
}

const holdsOnlyList = (item: unknown) => {
  const [first] = childrenOf(item)
  return isRecord(first) && first.type === 'list'
}

/**
 * True for a list whose every item begins with a mark of its own, such as （一）: bullets or numbers beside it would double it.
 * @param list a Lexical `list` node, as stored; items that only hold a nested list are not counted
 */
export const carriesOwnMarks = (list: unknown): boolean => {
  const items = childrenOf(list).filter((item) => !holdsOnlyList(item))
  return items.length > 0 && items.every((item) => markRank(firstText(item)) !== undefined)
}
