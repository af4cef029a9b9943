import { describe, expect, it } from 'vitest'
import { DUTY_LIST, type Duty } from '../../../access/duties'
import type { Person } from '../../../access/person'
import { publishedDepartment, sectionsFor } from './sections'

const person = (duties: Duty[], departmentId: string | null = 'food'): Person => ({
  id: 'one',
  name: '林晓禾',
  position: '',
  duties,
  departmentId,
  departmentName: '',
  inOffice: false,
})

describe('what stands on the desk', () => {
  it.each([
    ['author', ['mine', 'drafts', 'published']],
    ['department-admin', ['waiting', 'mine', 'drafts', 'published']],
    ['department-leader', ['waiting', 'published']],
    ['department-head', ['waiting', 'published']],
    ['secrecy-reviewer', ['waiting', 'held', 'published']],
    ['office-editor', ['site', 'failed', 'published']],
    ['office-reviewer', ['waiting', 'published']],
    ['bureau-leader', ['waiting', 'published']],
    ['system-admin', ['site', 'accounts']],
    ['security-admin', ['grants']],
    ['auditor', ['site', 'records']],
    ['api-reader', []],
  ] as const)('of %s is %j', (duty, sections) => {
    expect(sectionsFor(person([duty]))).toEqual(sections)
  })

  it('of somebody with several duties is everything of each, once', () => {
    expect(sectionsFor(person(['office-editor', 'office-reviewer', 'author']))).toEqual([
      'waiting',
      'mine',
      'drafts',
      'site',
      'failed',
      'published',
    ])
  })

  it('of somebody without a duty is nothing', () => {
    expect(sectionsFor(person([]))).toEqual([])
  })
})

describe('已发布', () => {
  it('lists the own department, and everything for the central duties', () => {
    expect(publishedDepartment(person(['author']))).toBe('food')
    const all = DUTY_LIST.filter((duty) => publishedDepartment(person([duty])) === null)
    expect(all).toEqual(['secrecy-reviewer', 'office-editor', 'office-reviewer', 'bureau-leader'])
  })
})
