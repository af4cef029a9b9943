'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { keysOf } from '../../../access/keysOf'
import { PERSONAL_INFORMATION } from '../../../access/steps'
import { isRecord } from '../../../collections/gate/values'
import { callApi, type ReasonGiven } from '../parts/callApi'
import { Dialog } from '../parts/Dialog'
import { Choices, Line, Tick } from '../parts/Fields'
import { Reasons } from '../parts/Reasons'
import { speaker } from '../speaker'
import type { FieldPlace } from './fieldPlace'
import { showField } from './showField'
import { EMPTY_STATEMENTS, type Statements, submitBody } from './submitBody'
import { useFieldPlace } from './useFieldPlace'

type Props = { id: string; mayAskOffice: boolean; onClose: () => void }

/** The statements that go with a manuscript, and every reason why it cannot go yet. */
export const SubmitDialog = ({ id, mayAskOffice, onClose }: Props) => {
  const { i18n } = useTranslation()
  const { say, nameOf, language } = speaker(i18n.language)
  const placeOf = useFieldPlace()
  const router = useRouter()
  const [statements, setStatements] = useState<Statements>(EMPTY_STATEMENTS)
  const [isBusy, setBusy] = useState(false)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])
  const change = (part: Partial<Statements>) => setStatements((before) => ({ ...before, ...part }))

  const leadTo = ({ path, place }: { path: string; place: FieldPlace }) => {
    onClose()
    showField({ path, tab: place.tab })
  }

  const confirm = async () => {
    const body = submitBody(statements)
    if (!body) {
      const message = say(
        '请作出保密自查和个人信息两项声明。',
        'Make both statements: secrecy and personal information.',
      )
      setReasons([{ code: 'statements', message }])
      return
    }
    setBusy(true)
    const answer = await callApi({ path: `/manuscripts/${id}/submit`, language, body })
    setBusy(false)
    if (!answer.ok) {
      setReasons(answer.reasons)
      return
    }
    const doc = isRecord(answer.body.doc) ? answer.body.doc : {}
    const number = typeof doc.number === 'string' ? doc.number : ''
    toast.success(
      doc.state === 'held'
        ? say(
            `已提交，申请表编号 ${number}，待保密确认。`,
            `Submitted as ${number}; held for a secrecy decision.`,
          )
        : say(`已提交审批，申请表编号 ${number}。`, `Submitted as ${number}.`),
    )
    onClose()
    router.refresh()
  }

  return (
    <Dialog
      title={say('提交审批', 'Submit for approval')}
      confirm={isBusy ? say('正在提交…', 'Submitting…') : say('确认提交', 'Submit')}
      cancel={say('取消', 'Cancel')}
      isBusy={isBusy}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Reasons
        title={say('还不能提交，请先处理：', 'It cannot be submitted yet:')}
        reasons={reasons}
        show={({ message, field }) => {
          const place = field ? placeOf(field) : null
          if (!field || !place) return message
          return (
            <>
              {message}{' '}
              <button
                className="ba-link"
                type="button"
                onClick={() => leadTo({ path: field, place })}
              >
                {place.labels.join(' › ')}
              </button>
            </>
          )
        }}
      />
      <p className="ba-dialog__consequence">
        {say(
          '提交后稿件冻结，审批期间不能修改；需要修改时可以撤回申请。',
          'The manuscript is frozen until the form is decided; cancel the form to edit it.',
        )}
      </p>
      <Choices
        legend={say('保密自查（第五条）', 'Secrecy (article 5)')}
        value={statements.secrecy}
        onChange={(secrecy) => change({ secrecy })}
        choices={[
          { value: 'clear', label: say('经自查，不涉及国家秘密', 'It holds no state secret') },
          {
            value: 'doubt',
            label: say('不能确认', 'In doubt'),
            hint: say(
              '提交后先由保密审查员确认，再进入审批。',
              'A secrecy reviewer decides before approval begins.',
            ),
          },
        ]}
      />
      <Choices
        legend={say('个人信息', 'Personal information')}
        value={statements.personal}
        onChange={(personal) => change({ personal })}
        choices={keysOf(PERSONAL_INFORMATION).map((value) => ({
          value,
          label: nameOf(PERSONAL_INFORMATION[value]),
        }))}
      />
      {mayAskOffice ? (
        <Tick
          label={say(
            '请办公室发布（改走局级审批：部门主要领导、保密审查、办公室、局领导）',
            'Ask the Office to publish it (the bureau route)',
          )}
          isTicked={statements.asksOffice}
          onChange={(asksOffice) => change({ asksOffice })}
        />
      ) : null}
      <Line
        label={say('定时发布（选填，北京时间）', 'Publish at (optional, Beijing time)')}
        type="datetime-local"
        value={statements.publishAt}
        onChange={(publishAt) => change({ publishAt })}
        hint={say('不填则审批通过后立即发布。', 'Empty: as soon as it is approved.')}
      />
    </Dialog>
  )
}
