import { describe, expect, it } from 'vitest'
import { repeated, samplesOf } from './samples'

describe('samples', () => {
  it('are spoken for by their median and the value below which 95 of 100 lie', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index)
    expect(samplesOf(values)).toEqual({ count: 100, median: 50, p95: 95, least: 1, most: 100 })
    expect(samplesOf([3])).toEqual({ count: 1, median: 3, p95: 3, least: 3, most: 3 })
  })

  it('cannot be made of nothing', () => {
    expect(() => samplesOf([])).toThrow('Nothing was measured')
  })

  it('leave out the turns that only warm up', async () => {
    const turns: number[] = []
    const { count } = await repeated({
      times: 4,
      warmUps: 2,
      work: async (turn) => turns.push(turn),
    })
    expect([count, turns]).toEqual([4, [0, 1, 2, 3, 4, 5]])
  })
})
