import { describe, expect, it } from 'vitest'
import { isEmpty, isRecord, isSame } from './values'

describe('isEmpty', () => {
  it.each([undefined, null, '', false, [], {}, { a: null }, { a: { b: '' }, c: [] }])(
    'takes %j for nothing',
    (value) => {
      expect(isEmpty(value)).toBe(true)
    },
  )

  it.each([0, 'x', ' ', true, [null], [0], { a: 0 }, { a: true }, new Date()])(
    'takes %j for something',
    (value) => {
      expect(isEmpty(value)).toBe(false)
    },
  )
})

describe('isRecord', () => {
  it('knows records from lists, dates and nothing', () => {
    expect([{}, Object.create(null)].map(isRecord)).toEqual([true, true])
    expect([null, [], new Date(), 'x', 5].map(isRecord)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

const SAME: [what: string, one: unknown, other: unknown][] = [
  ['two forms of nothing', null, ''],
  ['an unchecked box and a missing one', false, undefined],
  ['an empty group and a missing one', { key: null, at: '' }, undefined],
  ['a group with and without its empties', { key: 'x', at: null }, { key: 'x' }],
  ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['a date and its text', new Date(0), '1970-01-01T00:00:00.000Z'],
  ['a text and its date', '1970-01-01T00:00:00.000Z', new Date(0)],
  ['an id and its row', 'a', { id: 'a', name: '食品处' }],
  ['a row and its id', { id: 'a', name: '食品处', createdAt: 'x' }, 'a'],
  ['a bare reference and its id', { id: 'a' }, 'a'],
  ['ids and rows in a list', ['a', 'b'], [{ id: 'a', name: 'x' }, 'b']],
  ['rows of a list with other row ids', [{ id: '1', x: 5 }], [{ id: '2', x: 5 }]],
  ['nested groups', { a: { b: { c: 'x', d: null } } }, { a: { b: { c: 'x' } } }],
]

const DIFFERENT: [what: string, one: unknown, other: unknown][] = [
  ['another text', 'a', 'b'],
  ['nothing and something', null, 'a'],
  ['something and nothing', { key: 'x' }, {}],
  ['a checked box and an unchecked one', true, false],
  ['a number and its text', 5, '5'],
  ['zero and nothing', 0, null],
  ['an id and another row', 'a', { id: 'b', name: 'x' }],
  ['a shorter list', ['a'], ['a', 'b']],
  ['another order of a list', ['a', 'b'], ['b', 'a']],
  ['another moment', new Date(0), '1970-01-01T00:00:01.000Z'],
  ['a list and a text', ['a'], 'a'],
  ['another value deep inside', { a: { b: [{ c: 'x' }] } }, { a: { b: [{ c: 'y' }] } }],
]

describe('isSame', () => {
  it.each(SAME)('is not misled by %s', (_, one, other) => {
    expect([isSame(one, other), isSame(other, one)]).toEqual([true, true])
  })

  it.each(DIFFERENT)('sees %s', (_, one, other) => {
    expect([isSame(one, other), isSame(other, one)]).toEqual([false, false])
  })
})
