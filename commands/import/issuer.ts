import { afterDay } from './dates'

const SESSION = /第[零〇一二三四五六七八九十百\d]+届/
const CONGRESS = /^(\P{P}{0,12}?人民代表大会(?:常务委员会)?)第[^次]{1,8}次会议/u
const ORDER =
  /^(?:经)?([^《》()，。]{2,30}?)(?:令?第[\d零〇一二三四五六七八九十百]+号|第[\d零〇一二三四五六七八九十百]+次(?:部务|委务|局务|署务|常务)会议|[部局署]长办公会议)/

/**
 * Who issued a text, as the first of its issuing lines says; later lines tell who changed it.
 * @returns the name as it stands there, without the session; `undefined` when the line names nobody clearly
 */
export const issuerOf = ([first = '']: string[]): string | undefined => {
  const text = afterDay(first)
  return CONGRESS.exec(text.replace(SESSION, ''))?.[1] ?? ORDER.exec(text)?.[1]
}
