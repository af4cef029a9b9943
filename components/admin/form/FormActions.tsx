'use client'
import { toast, useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { ACTIONS, type FormAction } from '../../../access/steps'
import { isRecord } from '../../../collections/gate/values'
import { speaker } from '../speaker'
import { ActionDialog } from './ActionDialog'
import { outcome, staysOpen } from './actionWords'

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

const stateIn = ({ doc }: Record<string, unknown>) => (isRecord(doc) ? doc.state : null)

/** The buttons that this person may press now. What they do is decided again by the server. */
export const FormActions = (props: FormActionsProps) => {
  const { form, actions, silence, asksSecrecy, isLast, publishAt, seesHeld, next } = props
  const { i18n } = useTranslation()
  const words = speaker(i18n.language)
  const { say, nameOf } = words
  const router = useRouter()
  const [action, setAction] = useState<FormAction | null>(null)
  const [isHidden, setHidden] = useState(false)
  const [isReloading, reload] = useTransition()
  const refresh = () => reload(() => router.refresh())

  const follow = (body: Record<string, unknown>) => {
    setAction(null)
    toast.success(outcome({ body, speaker: words }))
    if (stateIn(body) === 'held' && !seesHeld) router.push('/admin')
    else refresh()
  }
  const catchUp = (body: Record<string, unknown>) => {
    if (staysOpen({ state: stateIn(body), seesHeld })) refresh()
    else setHidden(true)
  }
  const close = () => {
    setAction(null)
    if (isHidden) router.push('/admin')
  }

  return (
    <section className="ba-actions" aria-label={say('办理', 'Actions')}>
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
          isPossible={!isHidden && actions.includes(action)}
          isReloading={isReloading}
          onClose={close}
          onDone={follow}
          onStale={catchUp}
        />
      ) : null}
    </section>
  )
}
