'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { isKeyOf } from '../../../access/keysOf'
import { ACTIONS, type FormAction, OUTCOMES } from '../../../access/steps'
import { type ApiAnswer, callApi, type ReasonGiven } from '../parts/callApi'
import { Dialog } from '../parts/Dialog'
import { Choices, Line, TextBox, Tick } from '../parts/Fields'
import { Reasons } from '../parts/Reasons'
import { speaker } from '../speaker'
import { type ActionDraft, bodyOf, EMPTY_DRAFT, isGrave, needsOpinion } from './actionDraft'
import { consequence, deed } from './actionWords'

type Props = {
  action: FormAction
  form: { id: string; rev: number; title: string }
  asksSecrecy: boolean
  isLast: boolean
  publishAt: string | null
  onClose: () => void
  onAnswer: (answer: ApiAnswer) => void
}

/** One action with what it asks for, and what follows from it. */
export const ActionDialog = (props: Props) => {
  const { action, form, asksSecrecy, isLast, publishAt, onClose, onAnswer } = props
  const { i18n } = useTranslation()
  const words = speaker(i18n.language)
  const { say, nameOf, language } = words
  const [draft, setDraft] = useState<ActionDraft>(EMPTY_DRAFT)
  const [isBusy, setBusy] = useState(false)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])
  const change = (part: Partial<ActionDraft>) => setDraft((before) => ({ ...before, ...part }))
  const setSecrecy = (value: string) => {
    if (isKeyOf(OUTCOMES, value)) change({ secrecy: value, isSure: false })
  }
  const grave = isGrave(action, draft)
  const stated = action === 'release' || (action === 'sign' && asksSecrecy)

  const confirm = async () => {
    if (stated && draft.secrecy === '') {
      const message = say('请选择保密审查结论。', 'Choose the secrecy outcome.')
      setReasons([{ code: 'secrecy-required', message }])
      return
    }
    setBusy(true)
    const answer = await callApi({
      path: `/application-forms/${form.id}/${action}`,
      language,
      body: bodyOf({ action, draft, rev: form.rev, asksSecrecy }),
    })
    setBusy(false)
    if (answer.ok || answer.status === 409) onAnswer(answer)
    else setReasons(answer.reasons)
  }

  const outcomes = [
    { value: 'clear', label: nameOf(OUTCOMES.clear) },
    ...(action === 'sign'
      ? [
          {
            value: 'doubt',
            label: nameOf(OUTCOMES.doubt),
            hint: say('审批暂停，转入待保密确认。', 'Approval stops; the form is held.'),
          },
        ]
      : []),
    {
      value: 'secret',
      label: nameOf(OUTCOMES.secret),
      hint: say('不予发布，稿件封存，不能恢复。', 'Refused for good; the manuscript is sealed.'),
    },
  ]

  return (
    <Dialog
      title={`${nameOf(ACTIONS[action])}：${form.title}`}
      confirm={
        isBusy
          ? say('正在办理…', 'Working…')
          : `${say('确认', 'Confirm: ')}${deed({ action, secrecy: draft.secrecy, speaker: words })}`
      }
      cancel={say('取消', 'Cancel')}
      isGrave={grave}
      isBusy={isBusy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Reasons title={say('没有办成：', 'Not done:')} reasons={reasons} />
      <p className="ba-dialog__consequence">
        {consequence({ action, secrecy: draft.secrecy, isLast, publishAt, speaker: words })}
      </p>
      {stated ? (
        <Choices
          legend={
            action === 'release'
              ? say('确认结果', 'Decision')
              : say('保密审查结论', 'Secrecy outcome')
          }
          choices={outcomes}
          value={draft.secrecy}
          onChange={setSecrecy}
        />
      ) : null}
      {action === 'release' ? (
        <>
          <Line
            label={say('确认单位或者负责人', 'Decided by')}
            value={draft.decidedBy}
            onChange={(decidedBy) => change({ decidedBy })}
            isRequired
          />
          <Line
            label={say('确认文号', 'Reference')}
            value={draft.reference}
            onChange={(reference) => change({ reference })}
            isRequired
          />
          <Line
            label={say('确认日期', 'Decided on')}
            type="date"
            value={draft.decidedOn}
            onChange={(decidedOn) => change({ decidedOn })}
            isRequired
          />
        </>
      ) : null}
      <TextBox
        label={
          needsOpinion(action) ? say('意见', 'Opinion') : say('意见（选填）', 'Opinion (optional)')
        }
        value={draft.opinion}
        onChange={(opinion) => change({ opinion })}
        isRequired={needsOpinion(action)}
      />
      {grave ? (
        <Tick
          label={
            action === 'cancel'
              ? say('我确认撤回本申请表。', 'I give up this form.')
              : say(
                  '我确认该稿件涉密，不予发布，并知道此结论不能更改。',
                  'I find that the text holds a secret, and know that this is final.',
                )
          }
          isTicked={draft.isSure}
          onChange={(isSure) => change({ isSure })}
          isRequired
        />
      ) : null}
    </Dialog>
  )
}
