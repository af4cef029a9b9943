import Link from 'next/link'
import type { ReactNode } from 'react'

type Props = {
  id: string
  title: string
  /** How many there are; left out where a number says nothing. */
  count?: string
  /** What to say instead of an empty list. */
  empty: string
  isEmpty: boolean
  more?: { href: string; label: string }
  children: ReactNode
}

/** One list of the desk. */
export const Panel = ({ id, title, count, empty, isEmpty, more, children }: Props) => (
  <section className="ba-panel" aria-labelledby={id}>
    <div className="ba-panel__head">
      <h2 className="ba-panel__title" id={id}>
        {title}
        {count ? <span className="ba-panel__count">{count}</span> : null}
      </h2>
      {more ? (
        <Link className="ba-panel__more" href={more.href} prefetch={false}>
          {more.label}
        </Link>
      ) : null}
    </div>
    {isEmpty ? <p className="ba-panel__empty">{empty}</p> : children}
  </section>
)
