import { dayAt, dayOf, daysAfter, momentOf } from '../day'
import { steadyNumber } from '../steady'
import { BENCH_PLACES, type BenchPlace } from './places'

/** Which bench post is what: everything follows from how many there are and the day on which they are made. Pure. */
export type BenchItem = {
  index: number
  place: BenchPlace
  department: string
  /** the moment of the last signature, ISO */
  publishedAt: string
  /** the number of this post among the bench posts of its column, from 1 */
  columnSeq: number
  /** the number of its form among the bench forms of its year, from 1 */
  formSeq: number
  hasAttachment: boolean
}

const YEARS = 12
const ATTACHED = 10
const FIRST_MINUTE = 11 * 60
const MINUTES = 6.5 * 60
const TOTAL_SHARE = BENCH_PLACES.reduce((sum, { share }) => sum + share, 0)

const placeOf = (index: number): BenchPlace => {
  let left = steadyNumber(`bench place ${index}`) * TOTAL_SHARE
  for (const place of BENCH_PLACES) {
    left -= place.share
    if (left < 0) return place
  }
  throw new Error('The shares of the columns do not add up')
}

/** Few departments write much, many write little. */
const departmentOf = (index: number, { departments }: BenchPlace) => {
  const chance = steadyNumber(`bench department ${index}`)
  const found = departments[Math.floor(departments.length * chance ** 2)]
  if (!found) throw new Error('A column without departments')
  return found
}

/** The weekdays of the twelve years before a day, as days since 1970. */
const weekdays = (serial: number) => {
  const today = dayOf(new Date(serial * 86_400_000))
  const first = dayAt(today.year - YEARS, today.month, today.date)
  const days = []
  for (let day = first; day.serial < serial; day = daysAfter(day, 1)) {
    if (day.weekday <= 5) days.push(day)
  }
  return days
}

const counting = () => {
  const counts = new Map<string, number>()
  return {
    counts,
    next: (key: string) => {
      const count = (counts.get(key) ?? 0) + 1
      counts.set(key, count)
      return count
    },
  }
}

/**
 * All bench posts, oldest first.
 * @param day the day in Shanghai before which they were published, as days since 1970
 */
export const benchPlan = ({ posts, day }: { posts: number; day: number }) => {
  const days = weekdays(day)
  const columns = counting()
  const years = counting()
  const items = Array.from({ length: posts }, (_, index): BenchItem => {
    const place = placeOf(index)
    const at = (index / posts) * days.length
    const published = days[Math.floor(at)]
    if (!published) throw new Error('A day beyond the plan')
    return {
      index,
      place,
      department: departmentOf(index, place),
      publishedAt: momentOf(published, FIRST_MINUTE + (at % 1) * MINUTES).toISOString(),
      columnSeq: columns.next(place.path),
      formSeq: years.next(String(published.year)),
      hasAttachment: index % ATTACHED === ATTACHED - 1,
    }
  })
  return { items, perColumn: columns.counts, perYear: years.counts }
}
