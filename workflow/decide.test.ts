import { describe, expect, it } from 'vitest'
import { DUTY_LIST, type Duty } from '../access/duties'
import type { Person } from '../access/person'
import type { FormAction, FormState, Outcome, RouteName, Step } from '../access/steps'
import {
  type ActionInput,
  decide,
  type FormFacts,
  isEntitled,
  reasonsAgainst,
  secrecyReasons,
} from './decide'
import type { Entry } from './entry'

/*
 * The contract's tables once more, written out by hand from workflow.md and not imported from the code: two hands must
 * make the same mistake for one to pass.
 */
const ROUTES: { route: RouteName; steps: Step[] }[] = [
  { route: 'department', steps: ['department-review'] },
  { route: 'department', steps: ['department-check', 'department-review'] },
  {
    route: 'bureau',
    steps: ['department-consent', 'secrecy-review', 'office-review', 'bureau-approval'],
  },
  {
    route: 'bureau',
    steps: [
      'department-check',
      'department-consent',
      'secrecy-review',
      'office-review',
      'bureau-approval',
    ],
  },
  { route: 'migration', steps: ['secrecy-review', 'office-review', 'bureau-approval'] },
]
const SIGNERS: Record<Step, { own: boolean; duties: Duty[] }> = {
  'department-check': { own: true, duties: ['department-admin'] },
  'department-review': { own: true, duties: ['department-leader', 'department-head'] },
  'department-consent': { own: true, duties: ['department-head'] },
  'secrecy-review': { own: false, duties: ['secrecy-reviewer'] },
  'office-review': { own: false, duties: ['office-reviewer'] },
  'bureau-approval': { own: false, duties: ['bureau-leader'] },
}
const ASKS_SECRECY: Step[] = ['department-review', 'secrecy-review']
const FROM: Record<FormAction, FormState[]> = {
  sign: ['pending'],
  return: ['pending'],
  refer: ['pending'],
  hold: ['pending', 'approved'],
  release: ['held'],
  cancel: ['pending', 'held', 'approved'],
}
const ACTIONS: FormAction[] = ['sign', 'return', 'refer', 'hold', 'release', 'cancel']
const STATES: FormState[] = [
  'pending',
  'held',
  'returned',
  'cancelled',
  'refused',
  'approved',
  'published',
]
const PARTS = ['stranger', 'writer', 'applicant', 'signed', 'held it before'] as const

type Part = (typeof PARTS)[number]
type Case = {
  route: RouteName
  steps: Step[]
  step: Step
  state: FormState
  publishing: boolean
  referred: boolean
  duty: Duty
  own: boolean
  part: Part
}

const ME = 'me'
const entry = (given: Partial<Entry>): Entry => ({
  step: 'department-check',
  decision: 'sign',
  passed: true,
  person: { id: ME, name: '甲', position: '', department: '' },
  opinion: '',
  at: '2026-01-01T00:00:00.000Z',
  hash: 'hash',
  ...given,
})

const ENTRIES: Record<Part, Entry[]> = {
  stranger: [],
  writer: [],
  applicant: [],
  signed: [entry({})],
  'held it before': [
    entry({ passed: false, secrecy: 'doubt' }),
    entry({ decision: 'hold', passed: false }),
    entry({ decision: 'refer', passed: false }),
  ],
}

const formOf = (one: Case): FormFacts => ({
  state: one.state,
  step: one.step,
  steps: one.steps,
  route: one.route,
  heldFrom: one.state === 'held' ? 'pending' : null,
  publishing: one.publishing,
  departmentId: 'food',
  applicantId: one.part === 'applicant' ? ME : 'applicant',
  writers: one.part === 'writer' ? ['applicant', ME] : ['applicant'],
  entries: [
    ...ENTRIES[one.part],
    ...(one.referred
      ? [
          entry({
            decision: 'refer',
            passed: false,
            person: { id: 'other', name: '乙', position: '', department: '' },
          }),
        ]
      : []),
  ],
  contentHash: 'hash',
})

const personOf = ({ duty, own }: { duty: Duty; own: boolean }): Person => ({
  id: ME,
  name: '甲',
  position: '处长',
  duties: [duty],
  departmentId: own ? 'food' : 'animal',
  departmentName: own ? '食品处' : '动植处',
  inOffice: false,
})

const signs = (one: Case, step: Step) =>
  SIGNERS[step].duties.includes(one.duty) && (one.own || !SIGNERS[step].own)

/** workflow.md, column «who», as far as duty and department go. */
const expectEntitled = (one: Case, action: FormAction): boolean => {
  const wasReview = one.referred || one.part === 'held it before'
  const some =
    one.steps.some((step) => signs(one, step)) || (wasReview && signs(one, 'department-review'))
  if (action === 'sign' || action === 'return') return some
  if (action === 'refer') return signs(one, 'department-review')
  if (action === 'hold') return some || one.duty === 'secrecy-reviewer'
  if (action === 'release') return one.duty === 'secrecy-reviewer'
  if (one.part === 'applicant') return true
  return one.own && (one.duty === 'department-admin' || one.duty === 'department-head')
}

/** workflow.md, columns «from» and «who», and the rule of distinct persons. */
const expectReasons = (one: Case, action: FormAction): string[] => {
  const codes: string[] = []
  const begun = one.state === 'approved' && one.publishing
  const wrote = one.part === 'writer' || one.part === 'applicant'
  if (!FROM[action].includes(one.state) || begun) codes.push('wrong-state')
  if (action === 'refer' && one.step !== 'department-review') codes.push('cannot-refer')
  if (action === 'sign' || action === 'return' || action === 'refer') {
    if (!signs(one, one.step)) codes.push('not-this-step')
    if (wrote) codes.push('own-manuscript')
    if (one.part === 'signed') codes.push('already-signed')
  }
  if (action === 'hold' && one.duty !== 'secrecy-reviewer' && !signs(one, one.step)) {
    codes.push('not-this-step')
  }
  if (action === 'release' && wrote) codes.push('own-manuscript')
  return codes.sort()
}

const casesOf = (state: FormState): Case[] =>
  ROUTES.flatMap(({ route, steps }) =>
    steps.flatMap((step) =>
      [false, true].flatMap((publishing) =>
        [false, true].flatMap((referred) =>
          DUTY_LIST.flatMap((duty) =>
            [true, false].flatMap((own) =>
              PARTS.map((part) => ({
                route,
                steps,
                step,
                state,
                publishing,
                referred,
                duty,
                own,
                part,
              })),
            ),
          ),
        ),
      ),
    ),
  ).filter(({ state: at, publishing }) => !publishing || at === 'approved')

describe('第十二条(二) who may do what, when', () => {
  const rows = STATES.flatMap((state) => ACTIONS.map((action) => ({ state, action })))

  it.each(rows)(
    '$action of a form that is $state: every duty, department, step and part',
    (row) => {
      const wrong: unknown[] = []
      for (const one of casesOf(row.state)) {
        const facing = { action: row.action, person: personOf(one), form: formOf(one) }
        const entitled = isEntitled(facing)
        const reasons = reasonsAgainst(facing)
          .map(({ code }) => code)
          .sort()
        const isRight =
          entitled === expectEntitled(one, row.action) &&
          reasons.join() === expectReasons(one, row.action).join()
        if (!isRight)
          wrong.push({ ...one, entitled, reasons, wanted: expectReasons(one, row.action) })
      }
      expect(wrong.slice(0, 3)).toEqual([])
    },
  )

  it('lets every action begin somewhere, and nothing begin from a final state', () => {
    for (const action of ACTIONS) {
      const begun = STATES.filter((state) =>
        casesOf(state).some((one) => {
          const facing = { action, person: personOf(one), form: formOf(one) }
          return isEntitled(facing) && reasonsAgainst(facing).length === 0
        }),
      )
      expect(begun).toEqual(STATES.filter((state) => FROM[action].includes(state)))
    }
  })

  it('lets a signature pass only its own step: nobody may pass two', () => {
    for (const one of casesOf('pending').filter(({ part }) => part === 'signed')) {
      const facing = { action: 'sign', person: personOf(one), form: formOf(one) } as const
      expect(reasonsAgainst(facing)).toContainEqual({ code: 'already-signed' })
    }
  })
})

describe('第十条 departments', () => {
  it("never lets a person of another department sign, return or refer at a department's step", () => {
    const foreign = casesOf('pending').filter(({ own, step }) => !own && SIGNERS[step].own)
    for (const one of foreign) {
      for (const action of ['sign', 'return', 'refer'] as const) {
        const facing = { action, person: personOf(one), form: formOf(one) }
        expect(isEntitled(facing) && reasonsAgainst(facing).length === 0).toBe(false)
      }
    }
  })
})

describe('第五条 the secrecy outcome', () => {
  const outcomes: (Outcome | undefined)[] = ['clear', 'secret', 'doubt', undefined]
  const steps: (Step | null)[] = [
    'department-check',
    'department-review',
    'department-consent',
    'secrecy-review',
    'office-review',
    'bureau-approval',
    null,
  ]
  it.each(steps)('is asked for at %s exactly where the contract says', (step) => {
    for (const secrecy of outcomes) {
      const asks = step !== null && ASKS_SECRECY.includes(step)
      const wanted = asks
        ? secrecy
          ? []
          : ['secrecy-required']
        : secrecy
          ? ['secrecy-not-asked']
          : []
      expect(secrecyReasons(step, secrecy).map(({ code }) => code)).toEqual(wanted)
    }
  })
})

const pending = (given: Partial<FormFacts> = {}): FormFacts => ({
  state: 'pending',
  step: 'department-review',
  steps: ['department-review'],
  route: 'department',
  heldFrom: null,
  publishing: false,
  departmentId: 'food',
  applicantId: 'applicant',
  writers: ['applicant'],
  entries: [],
  contentHash: 'hash',
  ...given,
})
const leader = personOf({ duty: 'department-leader', own: true })
const AT = '2026-03-01T08:00:00.000Z'
const becomes = (form: FormFacts, input: ActionInput) => {
  const { entries, ...change } = decide({ form, input, person: leader, at: AT })
  return { ...change, last: entries.at(-1), count: entries.length }
}

describe('what a form becomes', () => {
  it.each(ROUTES.flatMap(({ route, steps }) => steps.map((step) => ({ route, steps, step }))))(
    'a signature at $step of $steps goes to the next step, the last one approves',
    ({ route, steps, step }) => {
      const form = pending({ route, steps, step })
      const next = steps[steps.indexOf(step) + 1]
      const became = becomes(form, { action: 'sign', secrecy: 'clear' })
      expect([became.state, became.step]).toEqual(next ? ['pending', next] : ['approved', step])
      expect(became.last?.passed).toBe(true)
    },
  )

  it.each([
    { input: { action: 'sign', secrecy: 'doubt' }, state: 'held', heldFrom: 'pending' },
    { input: { action: 'sign', secrecy: 'secret' }, state: 'refused', heldFrom: null },
    { input: { action: 'return', opinion: '改' }, state: 'returned', heldFrom: null },
    { input: { action: 'hold', opinion: '疑' }, state: 'held', heldFrom: 'pending' },
    { input: { action: 'cancel' }, state: 'cancelled', heldFrom: null },
  ] as const)('$input.action $input.secrecy of a pending form: $state', (row) => {
    const became = becomes(pending(), { ...row.input })
    expect([became.state, became.heldFrom]).toEqual([row.state, row.heldFrom])
    expect([became.step, became.steps, became.route]).toEqual([
      'department-review',
      ['department-review'],
      'department',
    ])
    expect(became.last?.passed).toBe(false)
  })

  it.each(['pending', 'approved'] as const)(
    'a release finds the form again where it was: %s',
    (heldFrom) => {
      const form = pending({ state: 'held', heldFrom })
      const release = {
        action: 'release',
        decidedBy: '局保密办',
        reference: '1',
        decidedOn: '2026-03-01',
      } as const
      const clear = becomes(form, { ...release, secrecy: 'clear' })
      expect([clear.state, clear.step, clear.heldFrom]).toEqual([
        heldFrom,
        'department-review',
        null,
      ])
      expect(becomes(form, { ...release, secrecy: 'secret' }).state).toBe('refused')
      expect(clear.last).toMatchObject({ passed: false, decidedBy: '局保密办', reference: '1' })
    },
  )

  it('第九条 a referred form keeps the check it has passed and starts the bureau route', () => {
    const form = pending({
      steps: ['department-check', 'department-review'],
      entries: [entry({ person: { id: 'admin', name: '', position: '', department: '' } })],
    })
    const became = becomes(form, { action: 'refer' })
    expect(became).toMatchObject({
      state: 'pending',
      route: 'bureau',
      step: 'department-consent',
      steps: [
        'department-check',
        'department-consent',
        'secrecy-review',
        'office-review',
        'bureau-approval',
      ],
      count: 2,
    })
    expect(became.last?.passed).toBe(false)
  })

  it('the referrer may sign the consent: to refer is no signature', () => {
    const head = personOf({ duty: 'department-head', own: true })
    const change = decide({ form: pending(), input: { action: 'refer' }, person: head, at: AT })
    const form = { ...pending(), ...change }
    expect(reasonsAgainst({ action: 'sign', person: head, form })).toEqual([])
  })

  it('an entry names step, person, decision, opinion, time, hash and outcome', () => {
    const [last] = decide({
      form: pending(),
      input: { action: 'sign', secrecy: 'clear', opinion: '同意发布' },
      person: leader,
      at: AT,
    }).entries
    expect(last).toEqual({
      step: 'department-review',
      decision: 'sign',
      passed: true,
      person: { id: ME, name: '甲', position: '处长', department: '食品处' },
      opinion: '同意发布',
      at: AT,
      hash: 'hash',
      secrecy: 'clear',
    })
  })

  it('adds to the entries and changes none of them', () => {
    const earlier = entry({ opinion: '先前' })
    const { entries } = decide({
      form: pending({ entries: [earlier] }),
      input: { action: 'return', opinion: '改' },
      person: leader,
      at: AT,
    })
    expect(entries).toHaveLength(2)
    expect(entries[0]).toEqual(earlier)
  })
})
