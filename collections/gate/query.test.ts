import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { dateReasons, isPath, pathsIn, pathsOfSort, sortReasons, whereReasons } from './query'

const codes = (reasons: { code: string }[]) => reasons.map(({ code }) => code)

describe('a path', () => {
  it.each([
    'title',
    'source.name',
    'withdrawal__at',
    'version.createdBy.name',
    'delivery.state',
    'owners.0.department',
  ])('%s may be asked by', (path) => {
    expect(isPath(path)).toBe(true)
  })

  it.each([
    '',
    '.',
    'a..b',
    '$where',
    '_id',
    '__proto__',
    'a b',
    "a';--",
    'a.b.c.d.e.f',
    'x'.repeat(201),
    'hash',
    'salt',
    'createdBy.hash',
    'createdBy__salt',
    'version.createdBy.sessions.id',
    'apiKey',
    'apiKeyIndex',
    'resetPasswordToken',
    'loginAttempts',
    'lockUntil',
    5,
    null,
  ])('%s may not', (path) => {
    expect(isPath(path)).toBe(false)
  })
})

describe('a condition', () => {
  it.each([
    undefined,
    null,
    {},
    { title: { equals: 'x' } },
    { title: { equals: null } },
    { number: { in: [1, 2, 3] } },
    { state: { in: 'live,withdrawn' } },
    { updatedAt: { greater_than: new Date() } },
    { active: { equals: true } },
    { or: [{ title: { like: 'x' } }, { and: [{ title: { exists: true } }] }] },
    { OR: [{ title: { contains: 'x' } }] },
    { title: { equals: 'x', exists: true } },
  ])('%j is passed on', (where) => {
    expect(whereReasons(where)).toEqual([])
  })

  it.each([
    ['text', 'x'],
    ['a list', []],
    ['a number', 5],
    ['a field without an operator', { title: 'x' }],
    ['a list for a field', { title: ['x'] }],
    ['an unknown operator', { title: { foo: 1 } }],
    ['an operator of the database', { title: { $ne: 1 } }],
    ['a place', { title: { near: '1,2' } }],
    ['an object for a value', { title: { equals: { $ne: null } } }],
    ['an object in a list', { id: { in: [{ a: 1 }] } }],
    ['a function', { title: { equals: () => 1 } }],
    ['a number without end', { number: { equals: Number.POSITIVE_INFINITY } }],
    ['a zero byte', { title: { equals: 'a\0b' } }],
    ['a text without end', { title: { like: 'x'.repeat(2001) } }],
    ['a list without end', { id: { in: Array.from({ length: 201 }, () => 'x') } }],
    ['and without a list', { and: { title: { equals: 'x' } } }],
    ['nothing in a list', { or: [null] }],
    ['a text in a list', { or: ['x'] }],
    ['a field of the database', { $where: { equals: 1 } }],
    ['a secret field', { hash: { exists: true } }],
    ['a secret field deep inside', { and: [{ or: [{ 'createdBy.salt': { like: 'a' } }] }] }],
    ['a nested question', { topics: { contains: { title: { equals: 'x' } } } }],
  ])('with %s is refused', (_, where) => {
    expect(codes(whereReasons(where))).toEqual(['bad-query'])
  })

  it('nested or repeated without end is refused as too deep', () => {
    const nested = (depth: number): unknown =>
      depth === 0 ? { title: { equals: 'x' } } : { and: [nested(depth - 1)] }
    expect(whereReasons(nested(10))).toEqual([])
    expect(codes(whereReasons(nested(13)))).toEqual(['query-too-deep'])
    expect(codes(whereReasons(nested(2000)))).toEqual(['query-too-deep'])
    const wide = { or: Array.from({ length: 101 }, () => ({ title: { equals: 'x' } })) }
    expect(codes(whereReasons(wide))).toEqual(['query-too-deep'])
  })

  it('names every field that is wrong', () => {
    const reasons = whereReasons({ a: 'x', title: { foo: 1, bar: 2 }, hash: { equals: 1 } })
    expect(reasons.map(({ field }) => field)).toEqual(['a', 'title.foo', 'title.bar', 'hash'])
  })
})

describe('an order', () => {
  it.each([undefined, null, '', 'title', '-publishedAt', 'title,-number', ['title', '-number']])(
    '%j is passed on',
    (sort) => {
      expect(sortReasons(sort)).toEqual([])
    },
  )

  it.each([
    'title;drop',
    '--title',
    '-',
    'hash',
    '-createdBy.salt',
    5,
    { a: 1 },
    [{}],
    'a,b,c,d,e,f',
  ])('%j is refused', (sort) => {
    expect(codes(sortReasons(sort))).toEqual(['bad-query'])
  })
})

describe('the fields of a question', () => {
  it('are found through and and or, in any case', () => {
    const where = { a: {}, AND: [{ b: {} }, { or: [{ c: {} }, { d: {} }] }], Or: [{ e: {} }] }
    expect(pathsIn(where).sort()).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(pathsIn('x')).toEqual([])
  })

  it('are found in an order, without its direction', () => {
    expect(pathsOfSort('-title,number')).toEqual(['title', 'number'])
    expect(pathsOfSort(['-title', ' number '])).toEqual(['title', 'number'])
    expect(pathsOfSort(undefined)).toEqual([])
  })
})

const date = (name: string): FlattenedField => ({ name, type: 'date' })
const FIELDS: FlattenedField[] = [
  date('updatedAt'),
  { name: 'title', type: 'text' },
  { name: 'department', type: 'relationship', relationTo: 'departments' },
  { name: 'source', type: 'group', fields: [], flattenedFields: [date('publishedAt')] },
]
const ask = (where: unknown) =>
  dateReasons({ where, fields: FIELDS, fieldsOf: () => [date('createdAt')] })

describe('a condition on a date', () => {
  it.each([
    { updatedAt: { greater_than: '2026-01-01' } },
    { updatedAt: { less_than: '2026-01-01T00:00:00.000Z' } },
    { updatedAt: { equals: new Date() } },
    { updatedAt: { in: ['2026-01-01', '2026-01-02'] } },
    { updatedAt: { in: '2026-01-01,2026-01-02' } },
    { updatedAt: { exists: 'true' } },
    { updatedAt: { equals: null } },
    { title: { equals: 'abc' } },
    { 'version.updatedAt': { equals: '2026-01-01' } },
  ])('%j is passed on', (where) => {
    expect(ask(where)).toEqual([])
  })

  it.each([
    { updatedAt: { greater_than: 'abc' } },
    { updatedAt: { equals: '' } },
    { updatedAt: { in: ['2026-01-01', 'abc'] } },
    { updatedAt: { in: 'abc,def' } },
    { 'source.publishedAt': { equals: 'abc' } },
    { source__publishedAt: { equals: 'abc' } },
    { 'department.createdAt': { equals: 'abc' } },
    { 'version.updatedAt': { equals: 'abc' } },
    { and: [{ or: [{ updatedAt: { equals: 'abc' } }] }] },
  ])('%j names no date and is refused', (where) => {
    expect(codes(ask(where))).toEqual(['bad-query'])
  })
})
