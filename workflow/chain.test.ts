import { describe, expect, it } from 'vitest'
import type { Step } from '../access/steps'
import { chainReasons, type FormFacts } from './decide'
import type { Entry } from './entry'

const HASH = 'a'.repeat(64)

const signature = ({ step, by, ...more }: { step: Step; by: string } & Partial<Entry>): Entry => ({
  step,
  decision: 'sign',
  passed: true,
  person: { id: by, name: by, position: '', department: '' },
  opinion: '',
  at: '2026-01-01T00:00:00.000Z',
  hash: HASH,
  ...(step === 'department-review' || step === 'secrecy-review' ? { secrecy: 'clear' } : {}),
  ...more,
})

const consent = signature({ step: 'department-consent', by: 'head' })
const secrecy = signature({ step: 'secrecy-review', by: 'reviewer' })
const office = signature({ step: 'office-review', by: 'editor' })
const approval = signature({ step: 'bureau-approval', by: 'director' })

const form = (given: Partial<FormFacts> = {}): FormFacts => ({
  state: 'approved',
  route: 'bureau',
  step: 'bureau-approval',
  steps: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
  heldFrom: null,
  publishing: true,
  departmentId: 'food',
  applicantId: 'applicant',
  writers: ['applicant', 'colleague'],
  entries: [consent, secrecy, office, approval],
  contentHash: HASH,
  ...given,
})

const codes = (given: Partial<FormFacts>) => chainReasons(form(given)).map(({ code }) => code)

describe('第十二条(二) an unbroken chain of signatures', () => {
  it('of all steps, in order, by distinct people, for exactly this text, is one', () => {
    expect(codes({})).toEqual([])
  })

  it('is one with doubts, holds, releases, returns and refers recorded in between', () => {
    const noise = (['hold', 'release', 'refer', 'return', 'cancel'] as const).map((decision) =>
      signature({ step: 'secrecy-review', by: 'head', decision, passed: false }),
    )
    const doubt = signature({
      step: 'secrecy-review',
      by: 'reviewer',
      passed: false,
      secrecy: 'doubt',
    })
    expect(codes({ entries: [consent, doubt, ...noise, secrecy, office, approval] })).toEqual([])
  })

  it('is one of a referred form, whose check was signed before', () => {
    const check = signature({ step: 'department-check', by: 'administrator' })
    expect(
      codes({
        steps: ['department-check', ...form().steps],
        entries: [check, consent, secrecy, office, approval],
      }),
    ).toEqual([])
  })

  it.each([
    ['has no signature at all', { entries: [] }],
    ['lacks the first', { entries: [secrecy, office, approval] }],
    ['lacks one in the middle', { entries: [consent, office, approval] }],
    ['lacks the last', { entries: [consent, secrecy, office] }],
    ['has two in the wrong order', { entries: [secrecy, consent, office, approval] }],
    ['has one too many', { entries: [consent, secrecy, office, approval, approval] }],
    [
      'has one of a person who signed another step',
      { entries: [consent, secrecy, office, signature({ step: 'bureau-approval', by: 'head' })] },
    ],
    [
      'has one of the applicant',
      {
        entries: [
          { ...consent, person: { ...consent.person, id: 'applicant' } },
          secrecy,
          office,
          approval,
        ],
      },
    ],
    [
      'has one of somebody who wrote the text',
      {
        entries: [
          { ...consent, person: { ...consent.person, id: 'colleague' } },
          secrecy,
          office,
          approval,
        ],
      },
    ],
    [
      'has one for another text',
      { entries: [consent, { ...secrecy, hash: 'b'.repeat(64) }, office, approval] },
    ],
    ['stands for another text', { contentHash: 'b'.repeat(64) }],
    [
      'has one that did not pass',
      { entries: [consent, { ...secrecy, passed: false }, office, approval] },
    ],
    ['has no steps', { steps: [], entries: [] }],
    [
      'has a step too few for its route',
      {
        steps: ['department-consent', 'secrecy-review', 'bureau-approval'],
        entries: [consent, secrecy, approval],
      },
    ],
    [
      'has the steps of a shorter route',
      {
        steps: ['department-review'],
        entries: [signature({ step: 'department-review', by: 'head' })],
      },
    ],
  ] satisfies [string, Partial<FormFacts>][])('is none if it %s', (_, given) => {
    expect(codes(given)).toEqual(['chain-broken'])
  })
})

describe('第五条 nothing is published without a recorded secrecy outcome', () => {
  it.each([undefined, 'doubt', 'secret'] as const)(
    'a review that says %s breaks the chain',
    (outcome) => {
      const { secrecy: _, ...bare } = secrecy
      const review: Entry = outcome ? { ...bare, secrecy: outcome } : bare
      expect(codes({ entries: [consent, review, office, approval] })).toEqual(['chain-broken'])
    },
  )

  it('and so does a department review without one', () => {
    const { secrecy: _, ...bare } = signature({ step: 'department-review', by: 'leader' })
    const department = {
      route: 'department',
      steps: ['department-review'],
    } satisfies Partial<FormFacts>
    expect(codes({ ...department, entries: [bare] })).toEqual(['chain-broken'])
    expect(codes({ ...department, entries: [{ ...bare, secrecy: 'clear' }] })).toEqual([])
  })
})
