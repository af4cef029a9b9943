import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countFacets, FACETS, ofFacets, packed, unpacked } from './facets'

const part = fc.integer({ min: 0, max: 4095 })
const NONE = ofFacets(() => 0)

describe('packed values', () => {
  it('come out as they went in', () => {
    fc.assert(
      fc.property(fc.tuple(part, part, part, part, part, part, part), (numbers) => {
        const named = ofFacets((facet) => numbers[FACETS.indexOf(facet)] ?? 0)
        expect(unpacked(packed(named))).toEqual(numbers)
      }),
    )
  })

  it('are refused when there are too many to be told apart', () => {
    expect(() => packed({ ...NONE, column: 4096 })).toThrow(/column/)
    expect(() => packed({ ...NONE, validity: 4096 })).toThrow(/validity/)
  })
})

describe('counts', () => {
  const packs = [
    packed({ ...NONE, column: 1, department: 1, year: 1, kind: 1 }),
    packed({ ...NONE, column: 1, department: 2, year: 1, kind: 1, topic: 3 }),
    packed({ ...NONE, column: 2, department: 1, year: 2, kind: 1 }),
    packed({ ...NONE, column: 2, department: 1, year: 2, kind: 1 }),
  ]

  it('without filters are how often each value occurs', () => {
    const { total, values } = countFacets({ packs, chosen: {} })
    expect(total).toBe(4)
    expect([...values.column]).toEqual([
      [1, 2],
      [2, 2],
    ])
    expect([...values.kind]).toEqual([[1, 4]])
    expect([...values.topic]).toEqual([[3, 1]])
    expect(values.issuer.size).toBe(0)
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
