'use client'
import { type ReactNode, type SubmitEvent, useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  title: string
  children: ReactNode
  /** What the button that does it says; without it there is nothing to do but close. */
  confirm?: string
  cancel: string
  /** The thing cannot be undone or takes something away from the public. */
  isGrave?: boolean
  isBusy: boolean
  onConfirm: () => void
  onClose: () => void
}

/**
 * A question with its answers, above the page: the browser's own dialog, so that the keyboard stays inside and Escape
 * leaves. It stands outside the document's form, or Enter would save the document.
 */
export const Dialog = (props: Props) => {
  const { title, children, confirm, cancel, isGrave = false, isBusy, onConfirm, onClose } = props
  const element = useRef<HTMLDialogElement>(null)
  const heading = useId()
  const [isReady, setReady] = useState(false)
  useEffect(() => setReady(true), [])
  useEffect(() => {
    if (isReady) element.current?.showModal()
  }, [isReady])
  if (!isReady) return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (!isBusy && confirm) onConfirm()
  }
  return createPortal(
    <dialog
      className="ba-dialog"
      ref={element}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault()
        if (!isBusy) onClose()
      }}
    >
      <form className="ba-dialog__form" onSubmit={submit}>
        <h2 className="ba-dialog__title" id={heading}>
          {title}
        </h2>
        <div className="ba-dialog__middle">{children}</div>
        <div className="ba-dialog__buttons">
          <button className="ba-button" type="button" onClick={onClose} disabled={isBusy}>
            {cancel}
          </button>
          {confirm ? (
            <button
              className={`ba-button ${isGrave ? 'ba-button--grave' : 'ba-button--main'}`}
              type="submit"
              disabled={isBusy}
            >
              {confirm}
            </button>
          ) : null}
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
