import type { ReactNode } from 'react'

type Props = {
  title: string
  href?: string
  more?: string
  level?: 'h2' | 'h3'
  children: ReactNode
}

/** A titled block of a page, with a way to all of it. */
export const Block = ({ title, href, more, level: Heading = 'h2', children }: Props) => (
  <section className="b-block">
    <div className="b-block-head">
      <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>
      {href ? (
        <a className="b-more" href={href} aria-label={more ? `${more}: ${title}` : `更多${title}`}>
          {more ?? '更多'}
        </a>
      ) : null}
    </div>
    {children}
  </section>
)
