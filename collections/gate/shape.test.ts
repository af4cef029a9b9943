import type { FlattenedField } from 'payload'
import { describe, expect, it } from 'vitest'
import { isTooDeep, shapeReasons } from './shape'

const FIELDS: FlattenedField[] = [
  { name: 'title', type: 'text', maxLength: 5 },
  { name: 'summary', type: 'textarea', maxLength: 5 },
  { name: 'mail', type: 'email' },
  { name: 'count', type: 'number', min: 1, max: 10 },
  { name: 'on', type: 'date' },
  { name: 'done', type: 'checkbox' },
  { name: 'kind', type: 'select', options: ['news', { label: 'x', value: 'policy' }] },
  { name: 'duties', type: 'select', hasMany: true, options: ['author', 'auditor'] },
  { name: 'column', type: 'relationship', relationTo: 'columns' },
  { name: 'topics', type: 'relationship', relationTo: 'topics', hasMany: true },
  { name: 'picture', type: 'upload', relationTo: 'media' },
  { name: 'pictures', type: 'upload', relationTo: 'media', hasMany: true },
  { name: 'body', type: 'richText' },
  { name: 'entries', type: 'json' },
  {
    name: 'source',
    type: 'group',
    fields: [],
    flattenedFields: [{ name: 'name', type: 'text' }],
  },
  {
    name: 'rows',
    type: 'array',
    fields: [],
    flattenedFields: [{ name: 'name', type: 'text' }],
  },
]

const GOOD: Record<string, unknown[]> = {
  title: ['', '标题', null, undefined],
  summary: ['短', null],
  mail: ['a@b.cn', null],
  count: [1, 10, 2.5, '', null],
  on: ['2026-01-01', '2026-01-01T08:00:00.000Z', '2026-01-01T08:00:00+08:00', '', null],
  done: [true, false, null],
  kind: ['news', 'policy', '', null],
  duties: [[], ['author', 'auditor'], null],
  column: ['a', '', { id: 'a', name: 'x' }, null],
  topics: [[], ['a', { id: 'b' }], '', null],
  picture: ['a', { id: 'a' }, null],
  pictures: [[], ['a'], null],
  body: [{ root: {} }, {}, null],
  entries: [{}, [], 'x', 5, null],
  source: [{}, { name: 'x' }, { name: null }, null],
  rows: [[], [{ name: 'x' }], [{ id: 'abc-1', name: null }], 0, null],
}

const BAD: Record<string, unknown[]> = {
  title: [5, true, {}, [], ['x'], 'a\0b'],
  summary: [5, {}],
  mail: [5, ['a@b.cn']],
  count: ['5', true, {}, [1], Number.NaN, Number.POSITIVE_INFINITY, 0, 11],
  on: [
    'soon',
    'Tue',
    '1',
    20260101,
    {},
    '2026-13-01',
    '2026-01-01T99:99',
    '0001-01-01',
    '+275760-09-13',
  ],
  done: ['true', 1, 0, {}, []],
  kind: ['poem', 5, ['news'], {}],
  duties: ['author', ['king'], [1], [null], {}],
  column: [5, true, {}, { name: 'x' }, ['a'], 'a\0', { id: 5 }],
  topics: ['a', [5], [null], [{}], { id: 'a' }, Array.from({ length: 1001 }, () => 'a')],
  picture: [5, {}, ['a']],
  pictures: ['a', [{}]],
  body: ['x', 5, [], true],
  source: ['x', 5, [], true],
  rows: [
    'x',
    5,
    {},
    [1],
    [null],
    ['x'],
    [[]],
    [{ id: 5 }],
    [{ id: "';--" }],
    Array.from({ length: 1001 }, () => ({})),
  ],
}

const cases = (table: Record<string, unknown[]>): [string, unknown][] =>
  Object.entries(table).flatMap(([name, values]) =>
    values.map((value): [string, unknown] => [name, value]),
  )

describe('the shape of what is sent', () => {
  it.each(cases(GOOD))('%s takes %j', (name, value) => {
    expect(shapeReasons({ data: { [name]: value }, fields: FIELDS })).toEqual([])
  })

  it.each(cases(BAD))('%s does not take %j', (name, value) => {
    const reasons = shapeReasons({ data: { [name]: value }, fields: FIELDS })
    expect(reasons).toHaveLength(1)
    expect(reasons[0]?.code).toBe('bad-value')
    expect(reasons[0]?.field?.split('.')[0]).toBe(name)
  })

  it('knows the length a text may have', () => {
    const reasons = shapeReasons({
      data: { title: '六个字的标题', summary: '123456' },
      fields: FIELDS,
    })
    expect(reasons).toEqual([
      { code: 'too-long', field: 'title' },
      { code: 'too-long', field: 'summary' },
    ])
  })

  it('names unknown fields by their path, in groups and in rows', () => {
    const data = { foo: 1, source: { bar: 2 }, rows: [{ name: 'x' }, { baz: 3 }] }
    expect(shapeReasons({ data, fields: FIELDS })).toEqual([
      { code: 'unknown-field', field: 'foo' },
      { code: 'unknown-field', field: 'source.bar' },
      { code: 'unknown-field', field: 'rows.1.baz' },
    ])
  })

  it('knows no field of the prototype', () => {
    const data = JSON.parse('{ "__proto__": {}, "constructor": 1, "toString": 2 }')
    expect(shapeReasons({ data, fields: FIELDS })).toHaveLength(3)
  })
})

describe('depth', () => {
  const nested = (depth: number) => {
    let value: unknown = 1
    for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value }
    return value
  }

  it('is bounded without walking to the end of it', () => {
    expect([0, 1, 100].map((depth) => isTooDeep(nested(depth)))).toEqual([false, false, false])
    expect([200, 200_000].map((depth) => isTooDeep(nested(depth)))).toEqual([true, true])
  })
})
