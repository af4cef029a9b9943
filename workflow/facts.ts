import { isKeyOf } from '../access/keysOf'
import { idOf } from '../access/person'
import { ROUTES, STATES, STEPS } from '../access/steps'
import type { ApplicationForm } from '../payload-types'
import type { FormFacts } from './decide'
import { entriesOf, stepsOf, writersOf } from './entry'

/** A stored form as the facts that decisions are made on. @throws when the row was not written by the workflow */
export const factsOf = (form: ApplicationForm): FormFacts => {
  const { state, route, step, heldFrom } = form
  if (!isKeyOf(STATES, state) || !isKeyOf(ROUTES, route)) {
    throw new Error(`Form ${form.number} has no state or route`)
  }
  return {
    state,
    route,
    step: isKeyOf(STEPS, step) ? step : null,
    steps: stepsOf(form.steps),
    heldFrom: isKeyOf(STATES, heldFrom) ? heldFrom : null,
    publishing: form.publishing === true,
    departmentId: idOf(form.department) ?? '',
    applicantId: idOf(form.applicant) ?? '',
    writers: writersOf(form.writers),
    entries: entriesOf(form.entries),
    contentHash: form.contentHash ?? '',
  }
}
