import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFacets, packed, unpacked } from './facets'

const part = fc.integer({ min: 0, max: 4095 })

describe('packed values', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(part, part, part, part, (column, department, year, kind) => {
        const numbers = unpacked(packed({ column, department, year, kind }))
        expect(numbers).toEqual([column, department, year, kind])
      }),
    )
  })

  it('are refused when there are too many to be told apart', () => {
    expect(() => packed({ column: 4096, department: 0, year: 0, kind: 0 })).toThrow(/column/)
  })
})

describe('counts', () => {
  const packs = [
    packed({ column: 1, department: 1, year: 1, kind: 1 }),
    packed({ column: 1, department: 2, year: 1, kind: 1 }),
    packed({ column: 2, department: 1, year: 2, kind: 1 }),
    packed({ column: 2, department: 1, year: 2, kind: 1 }),
  ]

  it('without filters are how often each value occurs', () => {
    const { total, values } = countFacets({ packs, chosen: {} })
    expect(total).toBe(4)
    expect([...values.column]).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect([...values.kind]).toEqual([[1, 4]])
  })

  it('of a facet show what its other values would give under the other filters', () => {
    const chosen = { column: new Set([1]), department: new Set([1]) }
    const { total, values } = countFacets({ packs, chosen })
    expect(total).toBe(1)
    expect([...values.column]).toEqual([
      [1, 1],
      [2, 2],
    ])
    expect([...values.department]).toEqual([
      [1, 1],
      [2, 1],
    ])
    expect([...values.year]).toEqual([[1, 1]])
  })

  it('of a value that no post has are nothing', () => {
    const { total, values } = countFacets({ packs, chosen: { year: new Set([0]) } })
    expect(total).toBe(0)
    expect(values.column.size).toBe(0)
    expect([...values.year]).toEqual([
      [1, 2],
      [2, 2],
    ])
  })
})
