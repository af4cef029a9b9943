const DIGITS = '〇一二三四五六七八九'
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** The value of a Chinese number below 10,000 (`一千二百零三` is 1203), or null when the text is none. */
export const chineseNumber = (text: string): number | null => {
  let total = 0
  let digit: number | null = null
  for (const sign of text.replaceAll('零', '〇')) {
    const value = DIGITS.indexOf(sign)
    const unit = UNITS.get(sign)
    if (value >= 0) {
      digit = value
    } else if (unit) {
      total += (digit ?? 1) * unit
      digit = null
    } else {
      return null
    }
  }
  return text ? total + (digit ?? 0) : null
}
