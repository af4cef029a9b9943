import { holds, type Person } from '../access/person'
import type { Reason } from '../access/refusals'
import {
  asksSecrecyOutcome,
  type FormAction,
  type FormState,
  type Outcome,
  type RouteName,
  STEPS,
  type Step,
} from '../access/steps'
import type { Entry } from './entry'
import { fitsRoute, nextStep, ROUTE_STEPS } from './routes'

/** What a decision depends on; nothing else may influence it. */
export type FormFacts = {
  state: FormState
  step: Step | null
  steps: Step[]
  route: RouteName
  heldFrom: FormState | null
  /** A post exists for this form or is being made. */
  publishing: boolean
  departmentId: string
  applicantId: string
  /** Everyone who created, edited in this round, or submitted the manuscript. */
  writers: string[]
  entries: Entry[]
  contentHash: string
}

export type ActionInput = {
  action: FormAction
  opinion?: string
  secrecy?: Outcome
  decidedBy?: string
  reference?: string
  decidedOn?: string
}

export type FormChange = Pick<
  FormFacts,
  'state' | 'step' | 'steps' | 'route' | 'heldFrom' | 'entries'
>

/** The states from which an action may start. A state that is not named here allows nothing. */
export const ACTION_STATES = {
  sign: ['pending'],
  return: ['pending'],
  refer: ['pending'],
  hold: ['pending', 'approved'],
  release: ['held'],
  cancel: ['pending', 'held', 'approved'],
} as const satisfies Record<FormAction, readonly FormState[]>

/** Holds the step's duty, in the form's department where the step belongs to it. */
const holdsStep = ({
  person,
  step,
  departmentId,
}: {
  person: Person
  step: Step
  departmentId: string
}): boolean =>
  holds(person, ...STEPS[step].duties) &&
  (!STEPS[step].ownDepartment || person.departmentId === departmentId)

/** A secrecy outcome is stated at the steps that ask for one and nowhere else (第五条). */
export const secrecyReasons = (step: Step | null, secrecy: Outcome | undefined): Reason[] => {
  if (asksSecrecyOutcome(step))
    return secrecy ? [] : [{ code: 'secrecy-required', field: 'secrecy' }]
  return secrecy ? [{ code: 'secrecy-not-asked', field: 'secrecy' }] : []
}

/** The steps of the form, and the one it left by being referred. */
const stepsSoFar = (form: FormFacts): Step[] =>
  form.entries.some(({ decision }) => decision === 'refer')
    ? [...form.steps, 'department-review']
    : form.steps

/**
 * The person's duty and department admit the action on this form at some step of it. Whether they admit it now is
 * `reasonsAgainst`: so a stale request of a rightful signer hears that the form has moved on, not that he or she lacks a duty.
 */
export const isEntitled = ({
  action,
  person,
  form,
}: {
  action: FormAction
  person: Person
  form: FormFacts
}): boolean => {
  const { departmentId } = form
  const signsSome = stepsSoFar(form).some((step) => holdsStep({ person, step, departmentId }))
  switch (action) {
    case 'sign':
    case 'return':
      return signsSome
    case 'refer':
      return holdsStep({ person, step: 'department-review', departmentId })
    case 'hold':
      return signsSome || holds(person, 'secrecy-reviewer')
    case 'release':
      return holds(person, 'secrecy-reviewer')
    case 'cancel':
      return (
        person.id === form.applicantId ||
        (holds(person, 'department-admin', 'department-head') &&
          person.departmentId === departmentId)
      )
    default:
      return false
  }
}

const isWriter = (person: Person, form: FormFacts) =>
  person.id === form.applicantId || form.writers.includes(person.id)

const hasSigned = (person: Person, form: FormFacts) =>
  form.entries.some((entry) => entry.passed && entry.person.id === person.id)

/** One person signs at most one step, and never a manuscript that he or she created, edited or submitted. */
const signerReasons = (person: Person, form: FormFacts): Reason[] => {
  const { step, departmentId } = form
  const reasons: Reason[] = []
  if (!step || !holdsStep({ person, step, departmentId })) reasons.push({ code: 'not-this-step' })
  if (isWriter(person, form)) reasons.push({ code: 'own-manuscript' })
  if (hasSigned(person, form)) reasons.push({ code: 'already-signed' })
  return reasons
}

/** Every reason why this person may not do this now; empty when nothing stands against it. */
export const reasonsAgainst = ({
  action,
  person,
  form,
}: {
  action: FormAction
  person: Person
  form: FormFacts
}): Reason[] => {
  const allowed: readonly FormState[] = ACTION_STATES[action]
  const started = form.state === 'approved' && form.publishing
  const reasons: Reason[] =
    allowed.includes(form.state) && !started ? [] : [{ code: 'wrong-state' }]
  const { step, departmentId } = form
  switch (action) {
    case 'sign':
    case 'return':
      return [...reasons, ...signerReasons(person, form)]
    case 'refer':
      return [
        ...reasons,
        ...(step === 'department-review' ? [] : [{ code: 'cannot-refer' as const }]),
        ...signerReasons(person, form),
      ]
    case 'hold': {
      const mayHold =
        holds(person, 'secrecy-reviewer') ||
        (step !== null && holdsStep({ person, step, departmentId }))
      return mayHold ? reasons : [...reasons, { code: 'not-this-step' }]
    }
    case 'release':
      return isWriter(person, form) ? [...reasons, { code: 'own-manuscript' }] : reasons
    case 'cancel':
      return reasons
    default:
      return [{ code: 'forbidden' }]
  }
}

/** Only a `sign` that passes its step is a signature; a doubt or a secret is an entry. */
export const isSignature = ({ action, secrecy }: ActionInput) =>
  action === 'sign' && secrecy !== 'doubt' && secrecy !== 'secret'

const entryOf = ({
  form,
  input,
  person,
  at,
}: {
  form: FormFacts
  input: ActionInput
  person: Person
  at: string
}): Entry => ({
  step: form.step,
  decision: input.action,
  passed: isSignature(input),
  person: {
    id: person.id,
    name: person.name,
    position: person.position,
    department: person.departmentName,
  },
  opinion: input.opinion ?? '',
  at,
  hash: form.contentHash,
  ...(input.secrecy ? { secrecy: input.secrecy } : {}),
  ...(input.decidedBy ? { decidedBy: input.decidedBy } : {}),
  ...(input.reference ? { reference: input.reference } : {}),
  ...(input.decidedOn ? { decidedOn: input.decidedOn } : {}),
})

const afterSign = (form: FormFacts, secrecy: Outcome | undefined): Partial<FormChange> => {
  if (secrecy === 'doubt') return { state: 'held', heldFrom: 'pending' }
  if (secrecy === 'secret') return { state: 'refused' }
  if (!form.step) throw new Error('A pending form has a step')
  const step = nextStep({ steps: form.steps, step: form.step })
  return step ? { step } : { state: 'approved' }
}

/** Referred: the steps already passed stay on the list, then the whole bureau route (第九条). */
const afterRefer = (form: FormFacts): Partial<FormChange> => {
  const passed = form.steps.slice(0, Math.max(0, form.steps.indexOf('department-review')))
  return {
    route: 'bureau',
    steps: [...passed, ...ROUTE_STEPS.bureau],
    step: ROUTE_STEPS.bureau[0],
  }
}

const changeOf = (form: FormFacts, input: ActionInput): Partial<FormChange> => {
  switch (input.action) {
    case 'sign':
      return afterSign(form, input.secrecy)
    case 'return':
      return { state: 'returned' }
    case 'refer':
      return afterRefer(form)
    case 'hold':
      return { state: 'held', heldFrom: form.state }
    case 'release':
      return input.secrecy === 'secret'
        ? { state: 'refused' }
        : { state: form.heldFrom ?? 'pending', heldFrom: null }
    case 'cancel':
      return { state: 'cancelled' }
    default:
      throw new Error('Unknown action')
  }
}

/**
 * What the form becomes. Only for an action against which there is no reason.
 * @param at the time of the decision, ISO
 */
export const decide = ({
  form,
  input,
  person,
  at,
}: {
  form: FormFacts
  input: ActionInput
  person: Person
  at: string
}): FormChange => {
  const { state, step, steps, route, heldFrom } = form
  const change = changeOf(form, input)
  const entry = entryOf({ form, input, person, at })
  return { state, step, steps, route, heldFrom, ...change, entries: [...form.entries, entry] }
}

/** A review that passed has said that the text is no secret (第五条). */
const outcomeStated = ({ step, secrecy }: Entry) => !asksSecrecyOutcome(step) || secrecy === 'clear'

/**
 * The promise, checked on the record alone: every step of the whole route is signed for exactly this text, in order, by
 * distinct people none of whom wrote it, and the reviews state that it is no secret.
 */
export const chainReasons = (form: FormFacts): Reason[] => {
  const signatures = form.entries.filter((entry) => entry.passed && entry.decision === 'sign')
  const people = signatures.map(({ person }) => person.id)
  const unbroken =
    fitsRoute(form) &&
    form.steps.every((step, index) => signatures[index]?.step === step) &&
    signatures.length === form.steps.length &&
    signatures.every(({ hash }) => hash === form.contentHash) &&
    signatures.every(outcomeStated) &&
    new Set(people).size === people.length &&
    !people.some((id) => id === form.applicantId || form.writers.includes(id))
  return unbroken ? [] : [{ code: 'chain-broken' }]
}
