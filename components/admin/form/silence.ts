import { DUTIES } from '../../../access/duties'
import type { Person } from '../../../access/person'
import { wordReasons } from '../../../access/refusal'
import { STATES, STEPS } from '../../../access/steps'
import type { FormFacts } from '../../../workflow/decide'
import { reasonsNotToSign } from '../../../workflow/waiting'
import type { Speaker } from '../speaker'

/** In one line, why this person finds no button on this form. */
export const silence = ({
  person,
  form,
  speaker: { say, nameOf, language },
}: {
  person: Person
  form: FormFacts
  speaker: Speaker
}): string => {
  const { state, step } = form
  if (!STATES[state].open) {
    return say(
      `本申请表已办结（${nameOf(STATES[state])}）。`,
      `This form is closed (${nameOf(STATES[state])}).`,
    )
  }
  if (state === 'held') {
    return say(
      '正在等待保密确认，由保密审查员登记结果。',
      'Held until a secrecy reviewer records the decision.',
    )
  }
  if (state === 'approved' || !step) {
    return say('审批已完成，等待发布。', 'Approved; it waits to be published.')
  }
  const reasons = reasonsNotToSign({ person, form })
  if (reasons.length > 0) {
    return wordReasons({ reasons, language })
      .map(({ message }) => message)
      .join('')
  }
  const duties = STEPS[step].duties.map((duty) => nameOf(DUTIES[duty]))
  return say(
    `当前环节是${nameOf(STEPS[step])}，由${duties.join('或者')}办理。`,
    `The form is at ${nameOf(STEPS[step])}, for the ${duties.join(' or ')} to decide.`,
  )
}
