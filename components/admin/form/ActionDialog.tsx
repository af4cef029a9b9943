'use client'
import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'
import { isKeyOf } from '../../../access/keysOf'
import { ACTIONS, type FormAction, OUTCOMES } from '../../../access/steps'
import { callApi, type ReasonGiven } from '../parts/callApi'
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
  /** Somebody else may have decided meanwhile. */
  isPossible: boolean
  isReloading: boolean
  onClose: () => void
  /** The server did it. */
  onDone: (body: Record<string, unknown>) => void
  /** The form has moved on; the answer says where it stands. */
  onStale: (body: Record<string, unknown>) => void
}

/** One action with what it asks for, and what follows from it. What was typed stays until it is done or given up. */
export const ActionDialog = (props: Props) => {
  const { action, form, asksSecrecy, isLast, publishAt, isPossible, isReloading } = props
  const { onClose, onDone, onStale } = props
  const { i18n } = useTranslation()
  const words = speaker(i18n.language)
  const { say, nameOf, language } = words
  const [draft, setDraft] = useState<ActionDraft>(EMPTY_DRAFT)
  const [isSending, setSending] = useState(false)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])
  const [isStale, setStale] = useState(false)
  const change = (part: Partial<ActionDraft>) => setDraft((before) => ({ ...before, ...part }))
  const setSecrecy = (value: string) => {
    if (isKeyOf(OUTCOMES, value)) change({ secrecy: value, isSure: false })
  }
  const isBusy = isSending || isReloading
  const title = `${nameOf(ACTIONS[action])}：${form.title}`
  const stated = action === 'release' || (action === 'sign' && asksSecrecy)
  // The form may have moved to a step that asks for no outcome while one was chosen.
  const secrecy = stated ? draft.secrecy : ''
  const grave = isGrave(action, { secrecy })

  const confirm = async () => {
    if (stated && secrecy === '') {
      const message = say('请选择保密审查结论。', 'Choose the secrecy outcome.')
      setReasons([{ code: 'secrecy-required', message }])
      return
    }
    setSending(true)
    const answer = await callApi({
      path: `/application-forms/${form.id}/${action}`,
      language,
      body: bodyOf({ action, draft, rev: form.rev, asksSecrecy }),
    })
    setSending(false)
    if (answer.ok) {
      onDone(answer.body)
      return
    }
    setReasons(answer.reasons)
    setStale(answer.status === 409)
    if (answer.status !== 409) return
    change({ isSure: false })
    onStale(answer.body)
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

  if (!isPossible) {
    return (
      <Dialog
        title={title}
        cancel={say('关闭', 'Close')}
        isBusy={isBusy}
        onConfirm={confirm}
        onClose={onClose}
      >
        <Reasons title={say('没有办成：', 'Not done:')} reasons={reasons} />
        <p className="ba-dialog__consequence">
          {say('现在已经不能进行此操作。', 'This can no longer be done.')}
        </p>
        {draft.opinion ? (
          <TextBox
            label={say('您填写的意见（没有提交，可以复制）', 'Your opinion (not sent; copy it)')}
            value={draft.opinion}
            onChange={(opinion) => change({ opinion })}
          />
        ) : null}
      </Dialog>
    )
  }

  return (
    <Dialog
      title={title}
      confirm={
        isBusy
          ? say('正在办理…', 'Working…')
          : `${say('确认', 'Confirm: ')}${deed({ action, secrecy, speaker: words })}`
      }
      cancel={say('取消', 'Cancel')}
      isGrave={grave}
      isBusy={isBusy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Reasons
        title={
          isStale
            ? say(
                '没有办成，申请表已为您刷新，可以再次确认：',
                'Not done; the form is up to date now:',
              )
            : say('没有办成：', 'Not done:')
        }
        reasons={reasons}
      />
      <p className="ba-dialog__consequence">
        {consequence({ action, secrecy, isLast, publishAt, speaker: words })}
      </p>
      {stated ? (
        <Choices
          legend={
            action === 'release'
              ? say('确认结果', 'Decision')
              : say('保密审查结论', 'Secrecy outcome')
          }
          choices={outcomes}
          value={secrecy}
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
