import { describe, expect, it } from 'vitest'
import { DUTY_LIST } from './duties'
import { type Caller, CHANGES_SETTINGS, CREATES, EDITS, READS, type Rows } from './expected'
import { keysOf } from './keysOf'
import type { Person } from './person'
import {
  entersAdmin,
  RULES,
  type Rule,
  type RuledCollection,
  readsAccounts,
  readVersions,
  unlocksAccounts,
  updatesSettings,
} from './rules'

type Row = Record<string, unknown>

const at = (row: Row, path: string) => row[path.replace(/^(version|parent|post)\./, '')]

/** What the conditions of the rules mean, on a plain row. */
const meets = (row: Row, condition: unknown): boolean => {
  if (typeof condition !== 'object' || condition === null) return false
  return Object.entries(condition).every(([key, value]) => {
    if (key === 'or') return Array.isArray(value) && value.some((one) => meets(row, one))
    if (key === 'and') return Array.isArray(value) && value.every((one) => meets(row, one))
    const [operation] = Object.entries(value ?? {})
    if (!operation) throw new Error(`Empty condition on ${key}`)
    const [operator, operand] = operation
    if (operator === 'equals') return at(row, key) === operand
    if (operator === 'not_equals') return at(row, key) !== operand
    if (operator === 'in') return Array.isArray(operand) && operand.includes(at(row, key))
    if (operator === 'exists') return (at(row, key) !== undefined) === operand
    if (operator === 'less_than_equal') return String(at(row, key)) <= String(operand)
    if (operator === 'greater_than') return String(at(row, key)) > String(operand)
    throw new Error(`The rules use ${operator}, which this test does not know`)
  })
}

const passes = (rule: Rule, person: Person | null, row: Row) => {
  const answer = rule(person)
  return typeof answer === 'boolean' ? answer : meets(row, answer)
}

const personWith = (duties: Person['duties'], more: Partial<Person> = {}): Person => ({
  id: `id-${duties.join('+')}`,
  name: '某某',
  position: '',
  duties,
  departmentId: 'food',
  departmentName: '食品处',
  inOffice: false,
  ...more,
})

const callers: [Caller, Person | null][] = [
  ['anonymous', null],
  ['inactive', null],
  ...DUTY_LIST.map((duty): [Caller, Person] => [duty, personWith([duty])]),
]

const FATES = [
  'draft',
  'colleague',
  'pending',
  'held',
  'returned',
  'cancelled',
  'refused',
  'approved',
  'published',
  'withdrawn',
  'removed',
]
const POST_STATE: Record<string, string> = {
  published: 'live',
  withdrawn: 'withdrawn',
  removed: 'removed',
}
const PAST = '2020-01-01T00:00:00.000Z'
const FUTURE = '2999-01-01T00:00:00.000Z'
const FORM_STATE: Record<string, string> = { withdrawn: 'published', removed: 'published' }

const inBoth = (names: string[], make: (department: string, name: string) => Row) =>
  Object.fromEntries(
    ['food', 'animal'].flatMap((department) =>
      names.map((name) => [`${department}.${name}`, { department, ...make(department, name) }]),
    ),
  )

/** The rows of the world that the integration tests build, as far as the rules look at them. */
const ROWS: Record<RuledCollection, Record<string, Row>> = {
  departments: { food: {}, animal: {} },
  columns: { food: {}, animal: {} },
  topics: { safety: {} },
  placements: {
    shown: { from: PAST, state: 'live' },
    ending: { from: PAST, to: FUTURE, state: 'live' },
    coming: { from: FUTURE, state: 'live' },
    ended: { from: PAST, to: PAST, state: 'live' },
    withdrawn: { from: PAST, state: 'withdrawn' },
    removed: { from: PAST, state: 'removed' },
  },
  users: Object.fromEntries(DUTY_LIST.map((duty) => [duty, { id: `id-${duty}` }])),
  filings: {
    ...inBoth(['first', 'colleague'], (department, name) => ({ person: `${name}.${department}` })),
    'food.author': { department: 'food', person: 'id-author' },
    'food.department-admin': { department: 'food', person: 'id-department-admin' },
  },
  media: inBoth(['draft', 'refused'], (_, name) => ({ sealed: name === 'refused' })),
  manuscripts: inBoth(FATES, (department, name) => ({
    sealed: name === 'refused',
    createdBy: name === 'draft' && department === 'food' ? 'id-author' : `colleague.${department}`,
  })),
  'application-forms': inBoth(
    FATES.filter((fate) => fate !== 'draft' && fate !== 'colleague'),
    (_, name) => ({ state: FORM_STATE[name] ?? name }),
  ),
  posts: inBoth(keysOf(POST_STATE), (_, name) => ({ state: POST_STATE[name] })),
  'publication-records': { one: {} },
  counters: { one: {} },
  desks: { one: {} },
}

const namesIn = (collection: RuledCollection, rows: Rows | undefined) =>
  [...(rows === 'all' ? Object.keys(ROWS[collection]) : (rows ?? []))].sort()

const passing = (collection: RuledCollection, rule: Rule, person: Person | null) =>
  Object.entries(ROWS[collection])
    .filter(([, row]) => passes(rule, person, row))
    .map(([name]) => name)
    .sort()

describe.each(callers)('%s', (caller, person) => {
  it.each(keysOf(RULES))('reads of %s what the contract says and nothing else', (collection) => {
    const expected = namesIn(collection, READS[caller][collection])
    expect(passing(collection, RULES[collection].read, person)).toEqual(expected)
  })

  it.each(keysOf(RULES))('changes of %s what the contract says and nothing else', (collection) => {
    const own = collection === 'users' && person && !EDITS[caller].users ? [caller] : []
    const expected = [...namesIn(collection, EDITS[caller][collection]), ...own].sort()
    expect(passing(collection, RULES[collection].update, person)).toEqual(expected)
  })

  it.each(keysOf(RULES))('creates in %s only if the contract says so', (collection) => {
    expect(RULES[collection].create(person) === true).toBe(CREATES[collection].includes(caller))
  })

  it('reads the versions of the manuscripts that it reads', () => {
    const expected = namesIn('manuscripts', READS[caller].manuscripts)
    expect(passing('manuscripts', readVersions, person)).toEqual(expected)
  })

  it('changes settings and unlocks accounts only if the contract says so', () => {
    expect(updatesSettings(person) === true).toBe(CHANGES_SETTINGS.includes(caller))
    expect(unlocksAccounts(person) === true).toBe(caller === 'security-admin')
  })

  it('enters the admin only as a member of staff', () => {
    const outside: Caller[] = ['anonymous', 'inactive', 'api-reader']
    expect(entersAdmin(person)).toBe(!outside.includes(caller))
  })

  it('reads the e-mail of others only as one of the three administrators, outside the Office', () => {
    const readers: Caller[] = ['system-admin', 'security-admin', 'auditor']
    expect(readsAccounts(person)).toBe(readers.includes(caller))
  })
})

describe('a person of the Office', () => {
  it.each(DUTY_LIST.filter((duty) => duty !== 'api-reader'))(
    'reads the e-mail of others as %s',
    (duty) => {
      expect(readsAccounts(personWith([duty], { inOffice: true }))).toBe(true)
    },
  )

  it('does not read it with an API account', () => {
    expect(readsAccounts(personWith(['api-reader'], { inOffice: true }))).toBe(false)
  })
})

describe('a person with several duties', () => {
  it('reads what each of them reads', () => {
    const person = personWith(['author', 'office-reviewer'])
    const forms = passing('application-forms', RULES['application-forms'].read, person)
    expect(forms).toEqual(
      [
        ...namesIn('application-forms', READS.author['application-forms']),
        ...namesIn('application-forms', READS['office-reviewer']['application-forms']).filter(
          (name) => name.startsWith('animal.'),
        ),
      ].sort(),
    )
  })

  it('as an author who administers the department changes all its manuscripts', () => {
    const person = personWith(['author', 'department-admin'])
    const expected = namesIn('manuscripts', EDITS['department-admin'].manuscripts)
    expect(passing('manuscripts', RULES.manuscripts.update, person)).toEqual(expected)
  })

  it('as an author who reviews secrecy reads the own texts and every sealed one', () => {
    const person = personWith(['author', 'secrecy-reviewer'])
    const expected = [
      ...namesIn('manuscripts', READS.author.manuscripts),
      'food.refused',
      'animal.refused',
    ].sort()
    expect(passing('manuscripts', RULES.manuscripts.read, person)).toEqual(expected)
  })

  it('reads for every pair of duties no less than with one of them', () => {
    for (const one of DUTY_LIST) {
      for (const other of DUTY_LIST.filter((duty) => duty !== 'api-reader')) {
        if (one === 'api-reader') continue
        for (const collection of keysOf(RULES)) {
          const pair = passing(collection, RULES[collection].read, personWith([one, other]))
          const single = passing(collection, RULES[collection].read, personWith([one]))
          expect(pair).toEqual(expect.arrayContaining(single.filter((name) => name !== one)))
        }
      }
    }
  })
})

describe('a person without a department', () => {
  const lost = { departmentId: null, departmentName: '' }

  it.each(DUTY_LIST)('with the duty %s sees and writes no text of any department', (duty) => {
    const person = personWith([duty], lost)
    const reads = passing('manuscripts', RULES.manuscripts.read, person)
    expect(reads).toEqual(duty === 'secrecy-reviewer' ? ['animal.refused', 'food.refused'] : [])
    expect(passing('manuscripts', RULES.manuscripts.update, person)).toEqual([])
    expect(RULES.manuscripts.create(person)).toBe(false)
    expect(RULES.media.create(person)).toBe(false)
  })
})

describe('a person without duties', () => {
  it('reads what the public reads, the staff, and the own filings', () => {
    const person = personWith([])
    for (const collection of keysOf(RULES)) {
      const seen = passing(collection, RULES[collection].read, person)
      const expected =
        collection === 'users'
          ? namesIn('users', 'all')
          : namesIn(collection, READS.anonymous[collection])
      expect(seen, collection).toEqual(expected)
    }
    const filed = { person: person.id, department: 'animal' }
    expect(passes(RULES.filings.read, person, filed)).toBe(true)
  })
})
