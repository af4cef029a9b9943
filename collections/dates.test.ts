import { describe, expect, test } from 'vitest'
import {
  chineseDate,
  isPast,
  nextShanghaiDay,
  shanghaiDate,
  shanghaiDateTime,
  shanghaiYear,
} from './dates'

describe('dates on screen', () => {
  test('a moment is shown in Shanghai time to the minute', () => {
    expect(shanghaiDateTime('2026-03-05T01:02:59.999Z')).toBe('2026-03-05 09:02')
  })

  test('midnight is 00:00, not 24:00', () => {
    expect(shanghaiDateTime('2026-03-04T16:00:00.000Z')).toBe('2026-03-05 00:00')
  })

  test('the last eight hours of a UTC year belong to the next year', () => {
    expect(shanghaiYear('2025-12-31T15:59:59.999Z')).toBe(2025)
    expect(shanghaiYear('2025-12-31T16:00:00.000Z')).toBe(2026)
    expect(shanghaiDate('2025-12-31T16:00:00.000Z')).toBe('2026-01-01')
  })

  test('a day stored at midnight UTC is the same day', () => {
    expect(shanghaiDate('2018-12-29T00:00:00.000Z')).toBe('2018-12-29')
    expect(shanghaiDate('2018-12-29')).toBe('2018-12-29')
  })

  test('the Chinese form has no leading zeros', () => {
    expect(chineseDate('2026-01-02T04:00:00.000Z')).toBe('2026年1月2日')
  })

  test('a bad date throws, so that no page shows a wrong one', () => {
    expect(() => shanghaiDateTime('not a date')).toThrow()
  })

  test('the next day begins at midnight in Shanghai', () => {
    expect(nextShanghaiDay('2026-11-22T15:59:59.999Z')).toBe('2026-11-22T16:00:00.000Z')
    expect(nextShanghaiDay('2026-11-22T16:00:00.000Z')).toBe('2026-11-23T16:00:00.000Z')
    expect(nextShanghaiDay('2026-12-31T12:00:00.000Z')).toBe('2026-12-31T16:00:00.000Z')
  })
})

describe('a moment', () => {
  test('is past from itself on, and what has none never ends', () => {
    const noon = '2026-03-05T04:00:00.000Z'
    expect(isPast(noon, noon)).toBe(true)
    expect(isPast(noon, '2026-03-05T03:59:59.999Z')).toBe(false)
    expect(isPast('2020-01-01T00:00:00.000Z')).toBe(true)
    expect([isPast(null), isPast(undefined), isPast('')]).toEqual([false, false, false])
  })
})
