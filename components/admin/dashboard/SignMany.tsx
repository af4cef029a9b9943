'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { isRecord } from '../../../collections/gate/values'
import { callApi, type ReasonGiven, reasonsIn } from '../parts/callApi'
import { Dialog } from '../parts/Dialog'
import { TextBox, Tick } from '../parts/Fields'
import { Reasons } from '../parts/Reasons'
import { speaker } from '../speaker'

export type SignableLine = {
  id: string
  rev: number
  number: string
  title: string
  href: string
  asksSecrecy: boolean
  facts: string[]
}

/** The forms waiting for a person, each to open, several to sign together. */
export const SignMany = ({ lines }: { lines: SignableLine[] }) => {
  const { i18n } = useTranslation()
  const { language, say } = speaker(i18n.language)
  const router = useRouter()
  const [chosen, setChosen] = useState<string[]>([])
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [opinion, setOpinion] = useState('')
  const [isClear, setClear] = useState(false)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])

  const picked = lines.filter(({ id }) => chosen.includes(id))
  const asksSecrecy = picked.some((line) => line.asksSecrecy)
  const isAll = picked.length === lines.length

  const toggle = (id: string) =>
    setChosen((ids) => (ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]))

  const refusals = (results: unknown): ReasonGiven[] =>
    (Array.isArray(results) ? results : []).flatMap((result): ReasonGiven[] => {
      if (!isRecord(result) || result.status === 200) return []
      const line = picked.find(({ id }) => id === result.id)
      const words = reasonsIn({ body: result, language }).map(({ message }) => message)
      return [{ code: line?.id ?? '', message: `${line?.number ?? ''} ${words.join('')}` }]
    })

  const sign = async () => {
    setBusy(true)
    setReasons([])
    const answer = await callApi({
      path: '/application-forms/sign-many',
      language,
      body: picked.map((line) => ({
        id: line.id,
        rev: line.rev,
        ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
        ...(line.asksSecrecy ? { secrecy: 'clear' } : {}),
      })),
    })
    setBusy(false)
    if (!answer.ok) {
      setReasons(answer.reasons)
      return
    }
    const refused = refusals(answer.body.results)
    const done = picked.length - refused.length
    if (done > 0) toast.success(say(`已同意 ${done} 件。`, `${done} signed.`))
    setReasons(refused)
    setChosen([])
    setClear(false)
    setOpen(false)
    router.refresh()
  }

  return (
    <>
      <Reasons
        title={say('以下申请表没有签署：', 'These were not signed:')}
        reasons={isOpen ? [] : reasons}
      />
      <ul className="ba-lines">
        {lines.map((line) => (
          <li className="ba-line" key={line.id}>
            <input
              className="ba-line__tick"
              type="checkbox"
              checked={chosen.includes(line.id)}
              aria-label={say(`选择 ${line.title}`, `Choose ${line.title}`)}
              onChange={() => toggle(line.id)}
            />
            <div className="ba-line__text">
              <Link className="ba-line__title" href={line.href} prefetch={false}>
                {line.title}
              </Link>
              <p className="ba-line__facts">
                {line.facts.map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
              </p>
            </div>
            <Link className="ba-button ba-button--small" href={line.href} prefetch={false}>
              {say('审阅', 'Review')}
            </Link>
          </li>
        ))}
      </ul>
      {lines.length > 1 ? (
        <div className="ba-batch">
          <label className="ba-choice ba-batch__all">
            <input
              type="checkbox"
              checked={isAll}
              onChange={() => setChosen(isAll ? [] : lines.map(({ id }) => id))}
            />
            <span>{say('全选', 'All')}</span>
          </label>
          <button
            className="ba-button ba-button--main"
            type="button"
            disabled={picked.length === 0}
            onClick={() => setOpen(true)}
          >
            {picked.length === 0
              ? say('批量同意', 'Sign the chosen ones')
              : say(`同意所选 ${picked.length} 件`, `Sign the ${picked.length} chosen`)}
          </button>
        </div>
      ) : null}
      {isOpen ? (
        <Dialog
          title={say(`同意 ${picked.length} 件申请表`, `Sign ${picked.length} forms`)}
          confirm={isBusy ? say('正在签署…', 'Signing…') : say('确认同意', 'Sign')}
          cancel={say('取消', 'Cancel')}
          isBusy={isBusy}
          onConfirm={sign}
          onClose={() => setOpen(false)}
        >
          <Reasons title={say('没有签署：', 'Not signed:')} reasons={reasons} />
          <ul className="ba-dialog__list">
            {picked.map((line) => (
              <li key={line.id}>
                {line.number} {line.title}
              </li>
            ))}
          </ul>
          {asksSecrecy ? (
            <Tick
              label={say(
                '我已逐件审阅，所选各件均不涉密。',
                'I have read each of them; none holds a secret.',
              )}
              isTicked={isClear}
              onChange={setClear}
              isRequired
            />
          ) : (
            <Tick
              label={say('我已逐件审阅。', 'I have read each of them.')}
              isTicked={isClear}
              onChange={setClear}
              isRequired
            />
          )}
          <TextBox
            label={say('审批意见（选填，用于所选各件）', 'Opinion (optional, for all)')}
            value={opinion}
            onChange={setOpinion}
          />
        </Dialog>
      ) : null}
    </>
  )
}
