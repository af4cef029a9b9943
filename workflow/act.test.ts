import { describe, expect, it } from 'vitest'
import type { FormAction } from '../access/steps'
import { ACTION_SCHEMAS } from './act'
import { removeSchema, withdrawSchema } from './retract'
import { submitSchema } from './submit'

const LONG = '长'.repeat(2001)
const release = {
  rev: 1,
  secrecy: 'clear',
  decidedBy: '局保密委员会',
  reference: '保密〔2026〕1号',
  decidedOn: '2026-03-01',
  opinion: '经审查不涉密',
}

const accepts: Record<FormAction, unknown[]> = {
  sign: [
    { rev: 1 },
    { rev: 7, opinion: '同意', secrecy: 'clear' },
    { rev: 1, secrecy: 'doubt' },
    { rev: 1, secrecy: 'secret', opinion: null },
    { rev: 1, opinion: '', secrecy: null },
  ],
  return: [{ rev: 1, opinion: '请补充来源' }],
  refer: [{ rev: 1 }, { rev: 1, opinion: '属重要信息' }],
  hold: [{ rev: 2, opinion: '第三段可能涉密' }],
  release: [
    release,
    { ...release, secrecy: 'secret' },
    { ...release, decidedOn: '2026-03-01T08:00:00+08:00' },
  ],
  cancel: [{ rev: 1 }, { rev: 1, opinion: '暂不发布' }],
}

const without = (value: Record<string, unknown>, key: string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))

const refuses: Record<FormAction, unknown[]> = {
  sign: [
    { secrecy: 'clear' },
    { rev: '1' },
    { rev: 0 },
    { rev: 1.5 },
    { rev: null },
    { rev: 1, secrecy: 'yes' },
    { rev: 1, opinion: 5 },
    { rev: 1, opinion: LONG },
    { rev: 1, step: 'bureau-approval' },
    { rev: 1, state: 'approved' },
  ],
  return: [
    { rev: 1 },
    { rev: 1, opinion: '  ' },
    { rev: 1, opinion: null },
    { rev: 1, opinion: LONG },
    { rev: 1, opinion: '改', secrecy: 'clear' },
    { opinion: '改' },
  ],
  refer: [{}, { rev: 1, secrecy: 'clear' }, { rev: 1, route: 'bureau' }],
  hold: [{ rev: 1 }, { rev: 1, opinion: '' }, { rev: 1, opinion: '疑', secrecy: 'doubt' }],
  release: [
    ...Object.keys(release).map((key) => without(release, key)),
    { ...release, secrecy: 'doubt' },
    { ...release, decidedBy: ' ' },
    { ...release, reference: '' },
    { ...release, opinion: '' },
    { ...release, decidedOn: 'gestern' },
    { ...release, decidedOn: '2026-02-30' },
    { ...release, more: 1 },
  ],
  cancel: [{}, { rev: 1, reason: 'x' }],
}

const ANYTHING: unknown[] = [null, undefined, [], 'text', 5, true, [{ rev: 1 }]]

describe.each(Object.entries(ACTION_SCHEMAS))('the body of %s', (action, schema) => {
  const cases = <Table extends Record<string, unknown[]>>(table: Table) =>
    Object.entries(table).find(([name]) => name === action)?.[1] ?? []

  it('takes what the contract names', () => {
    const refused = cases(accepts).filter((body) => !schema.safeParse(body).success)
    expect(refused).toEqual([])
    expect(cases(accepts).length).toBeGreaterThan(0)
  })

  it('takes nothing else', () => {
    const taken = [...cases(refuses), ...ANYTHING].filter((body) => schema.safeParse(body).success)
    expect(taken).toEqual([])
    expect(cases(refuses).length).toBeGreaterThan(0)
  })

  it('trims the opinion', () => {
    const given = { ...(action === 'release' ? release : { rev: 1 }), opinion: '  同意 ' }
    expect(schema.parse(given)).toMatchObject({ opinion: '同意' })
  })
})

describe('the body of submit', () => {
  const statements = { secrecyStatement: 'clear', personalInformation: 'none' }

  it.each([
    statements,
    { secrecyStatement: 'doubt', personalInformation: 'masked' },
    { ...statements, personalInformation: 'necessary', route: 'bureau' },
    { ...statements, publishAt: '2026-03-01T08:00:00.000Z' },
    { ...statements, publishAt: '2026-03-01T08:00:00+08:00' },
    { ...statements, publishAt: null, route: null },
  ])('takes %j', (body) => {
    expect(submitSchema.safeParse(body).success).toBe(true)
  })

  it.each([
    {},
    { secrecyStatement: 'clear' },
    { personalInformation: 'none' },
    { ...statements, secrecyStatement: 'secret' },
    { ...statements, personalInformation: 'some' },
    { ...statements, route: 'department' },
    { ...statements, route: 'migration' },
    { ...statements, publishAt: 'tomorrow' },
    { ...statements, publishAt: '2026-03-01' },
    { ...statements, publishAt: 1772352000000 },
    { ...statements, migration: true },
    { ...statements, state: 'approved' },
    null,
    [],
    'clear',
  ])('refuses %j', (body) => {
    expect(submitSchema.safeParse(body).success).toBe(false)
  })

  it('keeps one spelling of a time: the same moment compares equal', () => {
    const given = { ...statements, publishAt: '2026-03-01T08:00:00+08:00' }
    expect(submitSchema.parse(given).publishAt).toBe('2026-03-01T00:00:00.000Z')
  })
})

describe('the words of withdraw and remove', () => {
  it.each([
    [withdrawSchema, 'explanation'],
    [removeSchema, 'reason'],
  ] as const)('are needed, and nothing beside them', (schema, name) => {
    expect(schema.safeParse({ [name]: '内容有误' }).success).toBe(true)
    for (const body of [{}, { [name]: ' ' }, { [name]: LONG }, { [name]: 1 }, null, []]) {
      expect(schema.safeParse(body).success).toBe(false)
    }
    expect(schema.safeParse({ [name]: '内容有误', state: 'live' }).success).toBe(false)
  })
})
