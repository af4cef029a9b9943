import { describe, expect, it } from 'vitest'
import type { User } from '../payload-types'
import { DUTY_LIST } from './duties'
import { docOf, holds, idOf, personOf } from './person'

const user = (
  more: Partial<User> & { _strategy?: string } = {},
): User & { _strategy?: string } => ({
  id: 'a',
  name: '张三',
  email: 'a@b.cn',
  active: true,
  duties: ['author'],
  department: 'food',
  updatedAt: '',
  createdAt: '',
  collection: 'users',
  ...more,
})

const office = {
  id: 'office',
  code: 'office',
  name: '办公室',
  kind: 'internal' as const,
  mark: 'office' as const,
  updatedAt: '',
  createdAt: '',
}

describe('the person behind an account', () => {
  it('has its name, duties and department', () => {
    expect(personOf(user({ position: '科员' }))).toEqual({
      id: 'a',
      name: '张三',
      position: '科员',
      duties: ['author'],
      departmentId: 'food',
      departmentName: '',
      inOffice: false,
    })
  })

  it('is of the Office when the department is marked so', () => {
    expect(personOf(user({ department: office }))).toMatchObject({
      departmentId: 'office',
      departmentName: '办公室',
      inOffice: true,
    })
    expect(personOf(user({ department: { ...office, mark: 'none' } }))?.inOffice).toBe(false)
  })

  it('is nobody without an account or when it is switched off', () => {
    expect([null, undefined].map((nobody) => personOf(nobody))).toEqual([null, null])
    for (const active of [false, null, undefined]) expect(personOf(user({ active }))).toBeNull()
  })

  it('has no duty that does not exist', () => {
    const stored: User = JSON.parse(JSON.stringify({ ...user(), duties: ['author', 'king', 5] }))
    expect(personOf(stored)?.duties).toEqual(['author'])
    expect(personOf(user({ duties: null }))?.duties).toEqual([])
  })

  it('is nobody with an API key, unless the account is an API account and nothing else', () => {
    const withKey = (duties: User['duties']) => personOf(user({ duties, _strategy: 'api-key' }))
    expect(withKey(['api-reader'])?.duties).toEqual(['api-reader'])
    for (const duty of DUTY_LIST.filter((one) => one !== 'api-reader')) {
      expect(withKey([duty])).toBeNull()
      expect(withKey(['api-reader', duty])).toBeNull()
    }
    for (const none of [[], null, undefined]) expect(withKey(none)).toBeNull()
  })
})

describe('holding a duty', () => {
  it('means at least one of those asked for', () => {
    const person = personOf(user({ duties: ['author', 'auditor'] }))
    expect(holds(person, 'auditor')).toBe(true)
    expect(holds(person, 'bureau-leader', 'author')).toBe(true)
    expect(holds(person, 'bureau-leader')).toBe(false)
    expect(holds(person)).toBe(false)
    expect(holds(null, 'author')).toBe(false)
  })
})

describe('a relation', () => {
  it('has an id however it came', () => {
    expect([idOf('a'), idOf({ id: 'a' }), idOf(null), idOf(undefined), idOf('')]).toEqual([
      'a',
      'a',
      null,
      null,
      null,
    ])
  })

  it('has a document only if it came filled in', () => {
    expect([docOf({ id: 'a' }), docOf<{ id: string }>('a'), docOf(null)]).toEqual([
      { id: 'a' },
      null,
      null,
    ])
  })
})
