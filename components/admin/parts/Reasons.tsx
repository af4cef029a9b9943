'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import type { ReasonGiven } from './callApi'

/** What stands against it, all of it at once, focused and read out when an answer brings it. */
export const Reasons = ({
  title,
  reasons,
  show = ({ message }) => message,
}: {
  title: string
  reasons: ReasonGiven[]
  show?: (reason: ReasonGiven) => ReactNode
}) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (reasons.length > 0) box.current?.focus()
  }, [reasons])
  if (reasons.length === 0) return null
  return (
    <div className="ba-reasons" role="alert" tabIndex={-1} ref={box}>
      <p className="ba-reasons__title">{title}</p>
      <ul className="ba-reasons__list">
        {reasons.map((reason) => (
          <li key={`${reason.code} ${reason.field ?? ''}`}>{show(reason)}</li>
        ))}
      </ul>
    </div>
  )
}
