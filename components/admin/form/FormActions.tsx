'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ACTIONS, type FormAction } from '../../../access/steps'
import { isRecord } from '../../../collections/gate/values'
import type { ApiAnswer, ReasonGiven } from '../parts/callApi'
import { Reasons } from '../parts/Reasons'
import { speaker } from '../speaker'
import { ActionDialog } from './ActionDialog'
import { outcome } from './actionWords'

export type FormActionsProps = {
  form: { id: string; rev: number; title: string }
  actions: FormAction[]
  /** Why there is nothing to press. */
  silence: string
  asksSecrecy: boolean
  isLast: boolean
  publishAt: string | null
  /** Goes on seeing the form when it is held. */
  seesHeld: boolean
  next: { href: string; title: string; count: number } | null
}

/** The buttons that this person may press now. What they do is decided again by the server. */
export const FormActions = (props: FormActionsProps) => {
  const { form, actions, silence, asksSecrecy, isLast, publishAt, seesHeld, next } = props
  const { i18n } = useTranslation()
  const words = speaker(i18n.language)
  const { say, nameOf } = words
  const router = useRouter()
  const [action, setAction] = useState<FormAction | null>(null)
  const [reasons, setReasons] = useState<ReasonGiven[]>([])

  const follow = (answer: ApiAnswer) => {
    setAction(null)
    if (!answer.ok) {
      setReasons(answer.reasons)
      router.refresh()
      return
    }
    setReasons([])
    toast.success(outcome({ body: answer.body, speaker: words }))
    const state = isRecord(answer.body.doc) ? answer.body.doc.state : null
    if (state === 'held' && !seesHeld) router.push('/admin')
    else router.refresh()
  }

  return (
    <section className="ba-actions" aria-label={say('办理', 'Actions')}>
      <Reasons
        title={say('没有办成，已为您刷新：', 'Not done; the page is up to date now:')}
        reasons={reasons}
      />
      {actions.length > 0 ? (
        <div className="ba-actions__buttons">
          {actions.map((one) => (
            <button
              className={`ba-button ${one === 'sign' || one === 'release' ? 'ba-button--main' : ''}`}
              key={one}
              type="button"
              onClick={() => setAction(one)}
            >
              {nameOf(ACTIONS[one])}
            </button>
          ))}
        </div>
      ) : (
        <p className="ba-actions__silence">{silence}</p>
      )}
      {next && !actions.includes('sign') ? (
        <p className="ba-actions__next">
          <Link href={next.href} prefetch={false}>
            {say(`下一件（还有 ${next.count} 件待审批）：`, `Next (${next.count} waiting): `)}
            {next.title}
          </Link>
        </p>
      ) : null}
      {action ? (
        <ActionDialog
          action={action}
          form={form}
          asksSecrecy={asksSecrecy}
          isLast={isLast}
          publishAt={publishAt}
          onClose={() => setAction(null)}
          onAnswer={follow}
        />
      ) : null}
    </section>
  )
}
