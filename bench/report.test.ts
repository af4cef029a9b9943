import { describe, expect, it } from 'vitest'
import { type Figure, figure, tableOf } from './report'

const line = (given: Partial<Figure>) =>
  figure({
    name: '提交',
    unit: 'ms',
    of: 'p95',
    target: { most: 80 },
    small: 10,
    large: 20,
    ...given,
  })

describe('a figure', () => {
  it('meets its target with the large bureau', () => {
    expect(line({ large: 80 }).isMet).toBe(true)
    expect(line({ small: 10, large: 80.1 }).isMet).toBe(false)
    expect(line({ target: { least: 400 }, large: 399 }).isMet).toBe(false)
    expect(line({ target: { least: 400 }, large: 400 }).isMet).toBe(true)
  })

  it('is not judged without a target or a value', () => {
    expect([line({ target: null }).isMet, line({ large: null }).isMet]).toEqual([null, null])
  })
})

it('the table shows what was measured beside what was wanted', () => {
  const table = tableOf({
    figures: [line({}), line({ name: '签批', large: 120.4 }), line({ name: '搜索', large: null })],
    sizes: [1000, 100_000],
  })
  expect(table.split('\n').map((text) => text.split(/\s{2,}/))).toEqual([
    ['', '取值', '单位', '1000 篇', '100000 篇', '目标'],
    ['提交', 'p95', 'ms', '10', '20', '≤ 80 ms', '达到'],
    ['签批', 'p95', 'ms', '10', '120', '≤ 80 ms', '未达到'],
    ['搜索', 'p95', 'ms', '10', '—', '≤ 80 ms'],
  ])
})
