/**
 * A calendar day in Shanghai, as the demonstration texts speak of it. Texts name the days around their own publication,
 * so that nothing on the site looks older or younger than it is, whenever the bureau is seeded. Pure.
 */
export type Day = {
  year: number
  month: number
  /** Day of the month. */
  date: number
  /** 1 is Monday, 7 is Sunday. */
  weekday: number
  /** Days since 1970-01-01, for comparing. */
  serial: number
}

const DAY_MS = 86_400_000
const SHANGHAI_MS = 8 * 3_600_000

const ofSerial = (serial: number): Day => {
  const utc = new Date(serial * DAY_MS)
  return {
    year: utc.getUTCFullYear(),
    month: utc.getUTCMonth() + 1,
    date: utc.getUTCDate(),
    weekday: utc.getUTCDay() || 7,
    serial,
  }
}

/** The day in Shanghai at this moment. */
export const dayOf = (moment: Date): Day =>
  ofSerial(Math.floor((moment.getTime() + SHANGHAI_MS) / DAY_MS))

/** The day with this number in its month. */
export const dayAt = (year: number, month: number, date: number): Day =>
  ofSerial(Math.floor(Date.UTC(year, month - 1, date) / DAY_MS))

export const daysBefore = (day: Day, days: number): Day => ofSerial(day.serial - days)
export const daysAfter = (day: Day, days: number): Day => ofSerial(day.serial + days)

/** The day itself, or the Friday before a weekend: nobody signs on a Saturday. */
export const weekdayBefore = (day: Day): Day =>
  day.weekday > 5 ? daysBefore(day, day.weekday - 5) : day

/** A weekday so many days ago, or just before that: when something was held or seen. */
export const lately = (day: Day, days: number): Day => weekdayBefore(daysBefore(day, days))

/** The month so many months before the day's own, as its first day. */
export const monthBefore = (day: Day, months: number): Day => dayAt(day.year, day.month - months, 1)

/** `2026年3月5日` */
export const longDate = (day: Day): string => `${day.year}年${day.month}月${day.date}日`
/** `3月5日` */
export const shortDate = (day: Day): string => `${day.month}月${day.date}日`
/** `2026年3月` */
export const monthName = (day: Day): string => `${day.year}年${day.month}月`

/** Noon in Shanghai of that day, as Payload stores a date without a time. */
export const isoDate = (day: Day): string =>
  new Date(day.serial * DAY_MS + 12 * 3_600_000 - SHANGHAI_MS).toISOString()

/** A moment of that day in Shanghai, as minutes after midnight. */
export const momentOf = (day: Day, minutes: number): Date =>
  new Date(day.serial * DAY_MS + minutes * 60_000 - SHANGHAI_MS)
