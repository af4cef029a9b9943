import { isKeyOf } from '../../../access/keysOf'
import { ACTIONS, type FormAction, type Outcome, STATES, STEPS } from '../../../access/steps'
import { isRecord } from '../../../collections/gate/values'
import type { Speaker } from '../speaker'

/** What a person does by confirming: who finds a secret, or is in doubt, does not agree. */
export const deed = ({
  action,
  secrecy,
  speaker: { say, nameOf },
}: {
  action: FormAction
  secrecy: Outcome | ''
  speaker: Speaker
}): string => {
  if (action === 'sign' && secrecy === 'secret') return say('涉密，不予发布', 'Secret: refuse')
  if (action === 'sign' && secrecy === 'doubt') return nameOf(ACTIONS.hold)
  return nameOf(ACTIONS[action])
}

/** What follows when the dialog is confirmed, said before it is. */
export const consequence = ({
  action,
  secrecy,
  isLast,
  publishAt,
  speaker: { say },
}: {
  action: FormAction
  secrecy: Outcome | ''
  isLast: boolean
  publishAt: string | null
  speaker: Speaker
}): string => {
  switch (action) {
    case 'sign':
      if (secrecy === 'secret') {
        return say(
          '认定涉密后不予发布，稿件、申请表和附件即行封存。',
          'The text is refused and sealed with its forms and files.',
        )
      }
      if (secrecy === 'doubt') {
        return say(
          '审批暂停，由保密审查员登记确认结果后继续。',
          'Approval stops until a secrecy reviewer has recorded the decision.',
        )
      }
      if (!isLast) return say('同意后转入下一环节。', 'The form goes on to its next step.')
      return publishAt
        ? say(
            `这是最后一个环节，同意后将于 ${publishAt} 在网站发布。`,
            `This is the last step: the text appears on the site at ${publishAt}.`,
          )
        : say(
            '这是最后一个环节，同意后立即在网站发布。',
            'This is the last step: the text appears on the site at once.',
          )
    case 'return':
      return say(
        '退回后本申请表办结，申请人修改稿件后重新提交。',
        'The form is closed; the applicant edits the manuscript and submits it again.',
      )
    case 'refer':
      return say(
        '转报后依次由部门主要领导、保密审查员、办公室和局领导审批。',
        'The form goes to the department head, the secrecy reviewer, the Office and a bureau leader.',
      )
    case 'hold':
      return say(
        '提请后审批暂停，由保密审查员登记确认结果后继续。',
        'Approval stops until a secrecy reviewer has recorded the decision.',
      )
    case 'release':
      return say(
        '登记保密行政管理部门或者本局的确认结果（第十二条(五)）。',
        'Records what the secrecy authority or the bureau has decided (article 12(5)).',
      )
    case 'cancel':
      return say(
        '撤回后本申请表作废，稿件可以修改后重新提交。',
        'The form is closed; the manuscript can be edited and submitted again.',
      )
  }
}

/**
 * Whether the page of the form goes on showing it in this state: a refused form shows no page, and a held one shows it to
 * some only. Loading such a page anew would take away what is being typed on it.
 */
export const staysOpen = ({ state, seesHeld }: { state: unknown; seesHeld: boolean }) =>
  state !== 'refused' && (state !== 'held' || seesHeld)

/** What has happened, said after it did. */
export const outcome = ({
  body,
  speaker: { say, nameOf },
}: {
  body: Record<string, unknown>
  speaker: Speaker
}): string => {
  const doc = isRecord(body.doc) ? body.doc : {}
  if (isRecord(body.post)) return say('已签署，信息已发布。', 'Signed; the text is published.')
  if (doc.state === 'pending' && isKeyOf(STEPS, doc.step)) {
    return say(
      `已办理，转入：${nameOf(STEPS[doc.step])}。`,
      `Done; next step: ${nameOf(STEPS[doc.step])}.`,
    )
  }
  if (isKeyOf(STATES, doc.state)) {
    return say(
      `已办理，申请表${nameOf(STATES[doc.state])}。`,
      `Done; the form is now: ${nameOf(STATES[doc.state])}.`,
    )
  }
  return say('已办理。', 'Done.')
}
