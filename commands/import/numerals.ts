const DIGITS = new Map([...'零一二三四五六七八九'].map((sign, value) => [sign, value]))
DIGITS.set('〇', 0).set('○', 0).set('两', 2)
const UNITS = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
])

/** The signs a number in an official text may be made of, for use inside a character class. */
export const NUMBER_SIGNS = '零〇○一二两三四五六七八九十百千万\\d０-９'

/**
 * The value of a number as laws write it: 二十一, 一百零三, 一千, 二〇二一, 12.
 * @returns `undefined` for anything else
 */
export const chineseNumber = (written: string): number | undefined => {
  const text = written.normalize('NFKC')
  if (/^\d+$/.test(text)) return Number(text)
  const signs = [...text]
  if (signs.length > 0 && signs.every((sign) => DIGITS.has(sign))) {
    return Number(signs.map((sign) => DIGITS.get(sign)).join(''))
  }
  let total = 0
  let digit: number | undefined
  for (const sign of signs) {
    const value = DIGITS.get(sign)
    const unit = UNITS.get(sign)
    if (value !== undefined) digit = value
    else if (unit !== undefined) {
      total += (digit ?? 1) * unit
      digit = undefined
    } else return undefined
  }
  return signs.length > 0 ? total + (digit ?? 0) : undefined
}
