import type { FormAction, Outcome } from '../../../access/steps'

/** What a person has filled in for an action. Pure. */
export type ActionDraft = {
  opinion: string
  secrecy: Outcome | ''
  decidedBy: string
  reference: string
  decidedOn: string
  isSure: boolean
}

export const EMPTY_DRAFT: ActionDraft = {
  opinion: '',
  secrecy: '',
  decidedBy: '',
  reference: '',
  decidedOn: '',
  isSure: false,
}

/** Actions that are refused without an opinion. */
const WITH_OPINION: readonly FormAction[] = ['return', 'hold', 'release']

export const needsOpinion = (action: FormAction) => WITH_OPINION.includes(action)

/** What can never be taken back, and is therefore confirmed a second time. */
export const isGrave = (action: FormAction, draft: Pick<ActionDraft, 'secrecy'>) =>
  action === 'cancel' || draft.secrecy === 'secret'

/** The body of the request: what was filled in for this action, and the `rev` it was decided on. */
export const bodyOf = ({
  action,
  draft,
  rev,
  asksSecrecy,
}: {
  action: FormAction
  draft: ActionDraft
  rev: number
  asksSecrecy: boolean
}) => {
  const opinion = draft.opinion.trim()
  const common = { rev, ...(opinion ? { opinion } : {}) }
  if (action === 'sign') return asksSecrecy ? { ...common, secrecy: draft.secrecy } : common
  if (action !== 'release') return common
  return {
    ...common,
    secrecy: draft.secrecy,
    decidedBy: draft.decidedBy.trim(),
    reference: draft.reference.trim(),
    decidedOn: draft.decidedOn,
  }
}
