/** How dates are shown: stored in UTC, always read as Shanghai time. Pure. */

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

const partsOf = (iso: string) => {
  const parts = new Map(
    shanghai.formatToParts(new Date(iso)).map(({ type, value }) => [type, value]),
  )
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? ''
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    time: `${part('hour')}:${part('minute')}`,
  }
}

/** `YYYY-MM-DD HH:MM`, 24 hours, the form the national page rules ask for (国办发〔2017〕47号). Throws on a bad date. */
export const shanghaiDateTime = (iso: string) => {
  const { year, month, day, time } = partsOf(iso)
  return `${year}-${month}-${day} ${time}`
}

/** `YYYY-MM-DD`. Throws on a bad date. */
export const shanghaiDate = (iso: string) => shanghaiDateTime(iso).slice(0, 10)

/** The year in Shanghai, which is the year in a post's URL. Throws on a bad date. */
export const shanghaiYear = (iso: string) => Number(partsOf(iso).year)

/** `2026年1月2日`, as official documents write it. Throws on a bad date. */
export const chineseDate = (iso: string) => {
  const { year, month, day } = partsOf(iso)
  return `${year}年${Number(month)}月${Number(day)}日`
}

const DAY_MS = 86_400_000

/** The first moment of the next day in Shanghai, as ISO in UTC. Throws on a bad date. */
export const nextShanghaiDay = (iso: string) =>
  new Date(new Date(`${shanghaiDate(iso)}T00:00:00+08:00`).getTime() + DAY_MS).toISOString()

/** True when a moment has come; what has none never ends. */
export const isPast = (
  moment: string | null | undefined,
  now: string = new Date().toISOString(),
): boolean => Boolean(moment && moment <= now)
