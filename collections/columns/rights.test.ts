import { describe, expect, it } from 'vitest'
import { type ColumnRights, isClosed, mayFill, ownersAt } from './rights'

const AT = '2026-06-15T04:00:00.000Z'
const term = (from: string, to: string | null = null) => ({ department: 'food', from, to })

const column = (given: Partial<ColumnRights> = {}): ColumnRights => ({
  route: 'department',
  owners: [],
  contributors: 'none',
  contributing: [],
  closedOn: null,
  ...given,
})

describe('第三条 the owners of a column', () => {
  it.each([
    ['since long ago', term('2020-01-01T00:00:00.000Z'), true],
    ['from this very moment', term(AT), true],
    [
      'from a later hour of today, as a date picker gives the day',
      term('2026-06-15T12:00:00.000Z'),
      true,
    ],
    ['from tomorrow, Shanghai time', term('2026-06-15T16:00:00.000Z'), false],
    ['until later', term('2020-01-01T00:00:00.000Z', '2026-06-15T04:00:00.001Z'), true],
    ['until this very moment', term('2020-01-01T00:00:00.000Z', AT), false],
    ['until yesterday', term('2020-01-01T00:00:00.000Z', '2026-06-14T04:00:00.000Z'), false],
  ])('%s', (_, owner, isOwner) => {
    expect(ownersAt(column({ owners: [owner] }), AT)).toEqual(isOwner ? ['food'] : [])
  })

  it('may be several, and one again after a pause', () => {
    const owners = [
      term('2020-01-01T00:00:00.000Z', '2021-01-01T00:00:00.000Z'),
      { ...term('2020-01-01T00:00:00.000Z'), department: 'animal' },
      term('2026-01-01T00:00:00.000Z'),
    ]
    expect(ownersAt(column({ owners }), AT)).toEqual(['animal', 'food'])
    expect(ownersAt(column({ owners }), '2025-01-01T00:00:00.000Z')).toEqual(['animal'])
  })
})

describe('第十条 who may fill a column', () => {
  const since = '2020-01-01T00:00:00.000Z'
  const cases: [string, Partial<ColumnRights>, boolean][] = [
    ['an owner, department route', { owners: [term(since)] }, true],
    ['an owner, bureau route', { route: 'bureau', owners: [term(since)] }, true],
    ['a former owner', { owners: [term(since, since)] }, false],
    ['nobody', {}, false],
    ['anyone where all contribute', { route: 'bureau', contributors: 'all' }, true],
    ['no contributor on the department route', { contributors: 'all' }, false],
    ['no listed one there', { contributors: 'listed', contributing: [term(since)] }, false],
    [
      'one that is listed',
      { route: 'bureau', contributors: 'listed', contributing: [term(since)] },
      true,
    ],
    [
      'one that was listed',
      { route: 'bureau', contributors: 'listed', contributing: [term(since, since)] },
      false,
    ],
    [
      'one that is listed where none contributes',
      { route: 'bureau', contributing: [term(since)] },
      false,
    ],
  ]
  it.each(cases)('%s', (_, given, may) => {
    expect(mayFill({ column: column(given), departmentId: 'food', at: AT })).toBe(may)
  })
})

describe('a closed column', () => {
  it('is closed from the moment named', () => {
    expect(isClosed(column(), AT)).toBe(false)
    expect(isClosed(column({ closedOn: AT }), AT)).toBe(true)
    expect(isClosed(column({ closedOn: '2026-06-15T04:00:00.001Z' }), AT)).toBe(false)
  })
})
