import { describe, expect, it } from 'vitest'
import type { FormFacts } from '../../../workflow/decide'
import type { Entry } from '../../../workflow/entry'
import { isLastStep, stagesOf } from './stages'

const signature = (step: Entry['step'], passed = true): Entry => ({
  step,
  decision: passed ? 'sign' : 'hold',
  passed,
  person: { id: 'p', name: '顾长川', position: '处长', department: '食品处' },
  opinion: '同意。',
  at: '2026-01-01T00:00:00.000Z',
  hash: 'h',
})

const form = (facts: Partial<FormFacts>): FormFacts => ({
  state: 'pending',
  step: 'secrecy-review',
  steps: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
  route: 'bureau',
  heldFrom: null,
  publishing: false,
  departmentId: 'food',
  applicantId: 'writer',
  writers: ['writer'],
  entries: [signature('department-consent')],
  contentHash: 'h',
  ...facts,
})

const states = (facts: Partial<FormFacts>) => stagesOf(form(facts)).map(({ state }) => state)

describe('the steps of a form', () => {
  it('are done, current or ahead', () => {
    expect(states({})).toEqual(['done', 'current', 'ahead', 'ahead'])
  })

  it('keep their place while the form is held, and an entry that passed nothing is no signature', () => {
    const entries = [signature('department-consent'), signature('secrecy-review', false)]
    expect(states({ state: 'held', entries })).toEqual(['done', 'current', 'ahead', 'ahead'])
  })

  it('have no current one when the form is closed', () => {
    expect(states({ state: 'returned' })).toEqual(['done', 'ahead', 'ahead', 'ahead'])
  })

  it('end with the signature that publishes', () => {
    expect(isLastStep(form({}))).toBe(false)
    expect(isLastStep(form({ step: 'bureau-approval' }))).toBe(true)
  })
})
