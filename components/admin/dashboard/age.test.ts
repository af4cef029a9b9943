import { describe, expect, it } from 'vitest'
import { speaker } from '../speaker'
import { age } from './age'

const now = new Date('2026-05-10T08:00:00.000Z')

describe('how long something waits', () => {
  it.each([
    ['2026-05-10T07:30:00.000Z', '不到 1 小时', 'less than an hour'],
    ['2026-05-10T07:00:00.000Z', '1 小时', '1 hour'],
    ['2026-05-09T08:00:01.000Z', '23 小时', '23 hours'],
    ['2026-05-09T08:00:00.000Z', '1 天', '1 day'],
    ['2026-04-10T08:00:00.000Z', '30 天', '30 days'],
    ['2026-05-11T08:00:00.000Z', '不到 1 小时', 'less than an hour'],
  ])('since %s is %s', (since, zh, en) => {
    expect(age({ since, now, speaker: speaker('zh') })).toBe(zh)
    expect(age({ since, now, speaker: speaker('en') })).toBe(en)
  })
})
