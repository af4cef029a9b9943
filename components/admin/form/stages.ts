import { STATES, type Step } from '../../../access/steps'
import type { FormFacts } from '../../../workflow/decide'
import type { Entry } from '../../../workflow/entry'

export type Stage = {
  step: Step
  state: 'done' | 'current' | 'ahead'
  /** The signature that passed it. */
  signature: Entry | null
}

/** The steps of a form in their order, each with its signature or its place in the queue. Pure. */
export const stagesOf = (form: FormFacts): Stage[] =>
  form.steps.map((step) => {
    const signature = form.entries.find((entry) => entry.passed && entry.step === step) ?? null
    if (signature) return { step, state: 'done', signature }
    const isHere = form.step === step && STATES[form.state].open
    return { step, state: isHere ? 'current' : 'ahead', signature: null }
  })

/** The signature at this step would be the last one: the text becomes public. */
export const isLastStep = (form: FormFacts) => form.step !== null && form.step === form.steps.at(-1)
