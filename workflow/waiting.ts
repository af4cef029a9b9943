import type { Where } from 'payload'
import { holds, type Person } from '../access/person'
import type { Reason } from '../access/refusals'
import { type FormAction, STEP_LIST, STEPS } from '../access/steps'
import { ACTION_STATES, type FormFacts, isEntitled, reasonsAgainst } from './decide'

/** What a person finds to do: the lists of the dashboard and the buttons of a form. Pure. */

type Facing = { person: Person; form: FormFacts }

/** The order in which buttons stand: what is wanted most first. */
const BUTTONS = [
  'sign',
  'return',
  'refer',
  'release',
  'hold',
  'cancel',
] as const satisfies FormAction[]

/** The actions that this person may do with this form now, in the order of their buttons. */
export const actionsFor = ({ person, form }: Facing): FormAction[] =>
  BUTTONS.filter(
    (action) =>
      isEntitled({ action, person, form }) && reasonsAgainst({ action, person, form }).length === 0,
  )

/** The form waits for this person's signature. */
export const waitsForSignature = ({ person, form }: Facing) =>
  actionsFor({ person, form }).includes('sign')

/** The form waits for this person to record what the secrecy authority decided. */
export const waitsForRelease = ({ person, form }: Facing) =>
  actionsFor({ person, form }).includes('release')

/** Where to look for forms that may wait for this person's signature; null for a person who signs nothing. */
export const signatureQuery = (person: Person): Where | null => {
  const steps = STEP_LIST.filter((step) => holds(person, ...STEPS[step].duties))
  const own = steps.filter((step) => STEPS[step].ownDepartment)
  const central = steps.filter((step) => !STEPS[step].ownDepartment)
  const places: Where[] = [
    ...(central.length > 0 ? [{ step: { in: central } }] : []),
    ...(own.length > 0 && person.departmentId
      ? [{ and: [{ step: { in: own } }, { department: { equals: person.departmentId } }] }]
      : []),
  ]
  return places.length > 0 ? { and: [{ state: { equals: 'pending' } }, { or: places }] } : null
}

/** Where to look for held forms that may wait for this person; null for everyone but secrecy-reviewers. */
export const releaseQuery = (person: Person): Where | null =>
  holds(person, 'secrecy-reviewer') ? { state: { equals: 'held' } } : null

/**
 * Why the person whose step it is cannot sign: every reason but the form's state, which shows by itself.
 * @returns empty when the step is somebody else's, or nothing stands against signing
 */
export const reasonsNotToSign = ({ person, form }: Facing): Reason[] => {
  const mayStart: readonly string[] = ACTION_STATES.sign
  if (!mayStart.includes(form.state) || !isEntitled({ action: 'sign', person, form })) return []
  const reasons = reasonsAgainst({ action: 'sign', person, form })
  return reasons.some(({ code }) => code === 'not-this-step') ? [] : reasons
}
