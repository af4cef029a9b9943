import { describe, expect, it } from 'vitest'
import { isRefusedViewField, REFUSED_VIEW } from './refusedView'

describe('a refused form', () => {
  it('shows number, department and state, and nothing else', () => {
    expect([...REFUSED_VIEW].sort()).toEqual(['department', 'id', 'number', 'state'])
  })

  it.each([
    'number',
    'state',
    'department',
    'department.name',
    'department__code',
    'id',
    'createdAt',
    'updatedAt',
  ])('may be asked for by %s', (path) => {
    expect(isRefusedViewField(path)).toBe(true)
  })

  it.each([
    'title',
    'snapshot',
    'contentHash',
    'manuscript',
    'manuscript.title',
    'applicant',
    'step',
    'rev',
    'entries',
    'writers',
    'publishAt',
    '',
  ])('may not be asked for by %s', (path) => {
    expect(isRefusedViewField(path)).toBe(false)
  })
})
