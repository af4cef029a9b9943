import { chineseNumber } from './numerals'

const DAY =
  /(\d{4}|[零〇○一二三四五六七八九]{4})年([\d一二三四五六七八九十]{1,2})月([\d一二三四五六七八九十]{1,3})日/g
const NAME_DAY = /[(（]\s*(\d{4})[-.年](\d{1,2})[-.月](\d{1,2})日?\s*[)）]/

type Parts = { year?: number; month?: number; day?: number }

/** The ISO day of a calendar date that exists; `undefined` for one that doesn't. */
const isoDay = ({ year, month, day }: Parts): string | undefined => {
  if (year === undefined || month === undefined || day === undefined) return undefined
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  return exists && year >= 1900 && year < 2200 ? date.toISOString().slice(0, 10) : undefined
}

const partsOf = ([, year, month, day]: RegExpMatchArray): Parts => ({
  year: chineseNumber(year ?? ''),
  month: chineseNumber(month ?? ''),
  day: chineseNumber(day ?? ''),
})

/** The date in a file's name, such as `广告法(2021-04-29).md`. */
export const dateInName = (path: string): string | undefined => {
  const match = NAME_DAY.exec(path.slice(path.lastIndexOf('/') + 1).normalize('NFKC'))
  return match ? isoDay(partsOf(match)) : undefined
}

/** The days a line names on which a text was passed, issued or changed: not those on which it comes into force. */
export const datesOfIssue = (line: string): string[] => {
  const text = line.normalize('NFKC').replace(/\s+/g, '')
  return [...text.matchAll(DAY)].flatMap((match) => {
    const after = text.slice(match.index + match[0].length)
    const day = /^起?(施行|实施|生效)/.test(after) ? undefined : isoDay(partsOf(match))
    return day === undefined ? [] : [day]
  })
}

/** A line in one width, without the spaces and the opening brackets that stand around its day. */
const bare = (line: string) => line.normalize('NFKC').replace(/[\s(]+/g, '')

/** True for a line that begins with a day, with or without an opening bracket. */
export const startsWithDay = (line: string) => bare(line).search(DAY) === 0

/** What a line says after the day that it begins with, in one width and without spaces or opening brackets. */
export const afterDay = (line: string) => {
  const text = bare(line)
  const [day] = text.matchAll(DAY)
  return day?.index === 0 ? text.slice(day[0].length) : text
}
