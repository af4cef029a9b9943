import { describe, expect, it } from 'vitest'
import { DUTY_LIST, type Duty } from '../access/duties'
import type { Person } from '../access/person'
import { asksSecrecyOutcome, STATE_LIST, STEP_LIST, STEPS } from '../access/steps'
import type { FormFacts } from './decide'
import {
  actionsFor,
  reasonsNotToSign,
  releaseQuery,
  signatureQuery,
  waitsForRelease,
  waitsForSignature,
} from './waiting'

const person = (duties: Duty[], facts: Partial<Person> = {}): Person => ({
  id: 'signer',
  name: '程以宁',
  position: '副处长',
  duties,
  departmentId: 'food',
  departmentName: '食品处',
  inOffice: false,
  ...facts,
})

const form = (facts: Partial<FormFacts> = {}): FormFacts => ({
  state: 'pending',
  step: 'department-review',
  steps: ['department-review'],
  route: 'department',
  heldFrom: null,
  publishing: false,
  departmentId: 'food',
  applicantId: 'writer',
  writers: ['writer'],
  entries: [],
  contentHash: 'h',
  ...facts,
})

const bureauForm = (facts: Partial<FormFacts> = {}) =>
  form({
    route: 'bureau',
    steps: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
    ...facts,
  })

const signed = (id: string): FormFacts['entries'] => [
  {
    step: 'secrecy-review',
    decision: 'sign',
    passed: true,
    person: { id, name: '', position: '', department: '' },
    opinion: '',
    at: '2026-01-01T00:00:00.000Z',
    hash: 'h',
  },
]

describe('待我审批', () => {
  it.each(STEP_LIST)('a form at %s waits for exactly the duties that sign this step', (step) => {
    const waiting = DUTY_LIST.filter((duty) =>
      waitsForSignature({ person: person([duty]), form: form({ step, steps: [step] }) }),
    )
    expect(waiting).toEqual(
      DUTY_LIST.filter((duty) => STEPS[step].duties.some((one) => one === duty)),
    )
  })

  it.each(STATE_LIST)('a form in state %s waits only while it is pending', (state) => {
    const leader = person(['department-leader'])
    expect(waitsForSignature({ person: leader, form: form({ state }) })).toBe(state === 'pending')
  })

  it('a form of another department does not wait for a leader', () => {
    const leader = person(['department-leader'], { departmentId: 'animal' })
    expect(waitsForSignature({ person: leader, form: form() })).toBe(false)
  })

  it('a form does not wait for a person who wrote it or signed another step', () => {
    const reviewer = person(['secrecy-reviewer', 'office-reviewer'])
    const atOffice = bureauForm({ step: 'office-review' })
    expect(waitsForSignature({ person: reviewer, form: atOffice })).toBe(true)
    expect(
      waitsForSignature({ person: reviewer, form: { ...atOffice, writers: ['signer'] } }),
    ).toBe(false)
    expect(
      waitsForSignature({ person: reviewer, form: { ...atOffice, entries: signed('signer') } }),
    ).toBe(false)
  })

  it('is looked for by step, and by department only where the step belongs to it', () => {
    expect(signatureQuery(person(['department-leader']))).toEqual({
      and: [
        { state: { equals: 'pending' } },
        {
          or: [
            {
              and: [{ step: { in: ['department-review'] } }, { department: { equals: 'food' } }],
            },
          ],
        },
      ],
    })
    expect(signatureQuery(person(['bureau-leader'], { departmentId: null }))).toEqual({
      and: [{ state: { equals: 'pending' } }, { or: [{ step: { in: ['bureau-approval'] } }] }],
    })
  })

  it.each(['author', 'office-editor', 'system-admin', 'security-admin', 'auditor'] as const)(
    'is not looked for at all for %s, who signs nothing',
    (duty) => {
      expect(signatureQuery(person([duty]))).toBeNull()
    },
  )

  it('is not looked for for a department duty without a department', () => {
    expect(signatureQuery(person(['department-leader'], { departmentId: null }))).toBeNull()
  })
})

describe('待保密确认', () => {
  it('a held form waits for every secrecy-reviewer who did not write it', () => {
    const held = form({ state: 'held', heldFrom: 'pending' })
    const reviewer = person(['secrecy-reviewer'], { departmentId: 'office' })
    expect(waitsForRelease({ person: reviewer, form: held })).toBe(true)
    expect(waitsForRelease({ person: { ...reviewer, id: 'writer' }, form: held })).toBe(false)
    expect(waitsForRelease({ person: person(['department-head']), form: held })).toBe(false)
    expect(waitsForRelease({ person: reviewer, form: form() })).toBe(false)
  })

  it('is looked for by secrecy-reviewers only', () => {
    const looking = DUTY_LIST.filter((duty) => releaseQuery(person([duty])) !== null)
    expect(looking).toEqual(['secrecy-reviewer'])
  })
})

describe('the buttons of a form', () => {
  it('a leader signs, returns, refers or holds at department review', () => {
    const leader = person(['department-leader'])
    expect(actionsFor({ person: leader, form: form() })).toEqual([
      'sign',
      'return',
      'refer',
      'hold',
    ])
  })

  it('the applicant may only cancel', () => {
    const applicant = person(['author'], { id: 'writer' })
    expect(actionsFor({ person: applicant, form: form() })).toEqual(['cancel'])
  })

  it('a secrecy-reviewer holds at any step and releases what is held', () => {
    const reviewer = person(['secrecy-reviewer'], { departmentId: 'office' })
    expect(actionsFor({ person: reviewer, form: form() })).toEqual(['hold'])
    expect(actionsFor({ person: reviewer, form: form({ state: 'held' }) })).toEqual(['release'])
  })

  it.each(['returned', 'cancelled', 'refused', 'published'] as const)(
    'nobody has a button on a form that is %s',
    (state) => {
      const everyone = DUTY_LIST.map((duty) => person([duty]))
      const buttons = everyone.flatMap((one) => actionsFor({ person: one, form: form({ state }) }))
      expect(buttons).toEqual([])
    },
  )
})

describe('why there is no button', () => {
  it('names what stands against the signature of the one whose step it is', () => {
    const leader = person(['department-leader'], { id: 'writer' })
    expect(reasonsNotToSign({ person: leader, form: form() })).toEqual([{ code: 'own-manuscript' }])
  })

  it('names nothing when it is somebody else who signs now, or nobody', () => {
    const head = person(['department-head'])
    expect(reasonsNotToSign({ person: head, form: bureauForm({ step: 'office-review' }) })).toEqual(
      [],
    )
    expect(reasonsNotToSign({ person: head, form: form({ state: 'published' }) })).toEqual([])
  })
})

describe('第五条: the secrecy outcome', () => {
  it('is stated at department review and secrecy review only', () => {
    expect(STEP_LIST.filter(asksSecrecyOutcome)).toEqual(['department-review', 'secrecy-review'])
  })
})
