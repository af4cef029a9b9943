import Link from 'next/link'
import type { ReactNode } from 'react'

/** A line of a list: what it is, and the small print. */
export const TitleLine = ({
  href,
  title,
  facts,
  mark,
  note,
}: {
  href: string
  title: string
  facts: string[]
  mark?: ReactNode
  note?: ReactNode
}) => (
  <li className="ba-line">
    <div className="ba-line__text">
      <Link className="ba-line__title" href={href} prefetch={false}>
        {title}
      </Link>
      <p className="ba-line__facts">
        {facts.map((fact) => (
          <span key={fact}>{fact}</span>
        ))}
      </p>
      {note}
    </div>
    {mark}
  </li>
)
