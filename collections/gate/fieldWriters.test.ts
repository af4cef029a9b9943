import { describe, expect, it } from 'vitest'
import { DUTY_LIST, type Duty } from '../../access/duties'
import type { Person } from '../../access/person'
import { FIELD_WRITERS } from './fieldWriters'

const personWith = (duty: Duty): Person => ({
  id: `id-${duty}`,
  name: '某某',
  position: '',
  duties: [duty],
  departmentId: 'food',
  departmentName: '食品处',
  inOffice: false,
})

/** Column rights: the contract's "Writes on users", and what the server writes itself. */
const WRITTEN: Record<string, Record<string, readonly Duty[]>> = {
  users: {
    name: ['system-admin'],
    email: ['system-admin'],
    department: ['system-admin'],
    position: ['system-admin'],
    phone: ['system-admin'],
    active: ['system-admin'],
    enableAPIKey: ['system-admin'],
    apiKey: ['system-admin'],
    duties: ['security-admin'],
    password: [],
    apiKeyIndex: [],
    sessions: [],
    salt: [],
    hash: [],
    resetPasswordToken: [],
    resetPasswordExpiration: [],
    loginAttempts: [],
    lockUntil: [],
  },
  columns: { path: [] },
  topics: { file: [] },
  placements: { file: [] },
  filings: { filedBy: [] },
  media: { department: [], sha256: [], sealed: [], variants: [] },
  manuscripts: { department: [], createdBy: [], lastEditedBy: [], imported: [], sealed: [] },
}

describe('the fields with writers of their own', () => {
  it('are exactly those of the contract', () => {
    const named = Object.fromEntries(
      Object.entries(FIELD_WRITERS).map(([slug, fields]) => [slug, Object.keys(fields).sort()]),
    )
    const expected = Object.fromEntries(
      Object.entries(WRITTEN).map(([slug, fields]) => [slug, Object.keys(fields).sort()]),
    )
    expect(named).toEqual(expected)
  })

  it.each(
    Object.entries(WRITTEN).flatMap(([slug, fields]) =>
      Object.entries(fields).map(([field, duties]) => [slug, field, duties] as const),
    ),
  )('%s.%s is written on somebody else’s row by %j only', (slug, field, duties) => {
    const mayWrite = FIELD_WRITERS[slug]?.[field]
    for (const duty of DUTY_LIST) {
      const person = personWith(duty)
      expect([duty, mayWrite?.({ person, id: 'other' })]).toEqual([duty, duties.includes(duty)])
    }
    expect(mayWrite?.({ person: null, id: 'other' })).toBe(false)
  })

  it('a password is written on one’s own row, and by the system administrator at creation', () => {
    const mayWrite = FIELD_WRITERS.users?.password
    for (const duty of DUTY_LIST) {
      const person = personWith(duty)
      expect(mayWrite?.({ person, id: person.id })).toBe(true)
      expect(mayWrite?.({ person, id: undefined })).toBe(duty === 'system-admin')
      expect(mayWrite?.({ person, id: '' })).toBe(false)
    }
    expect(mayWrite?.({ person: null, id: undefined })).toBe(false)
  })
})
