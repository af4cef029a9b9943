import type { ReactNode } from 'react'

export type Fact = {
  name: string
  value: ReactNode
  /** Takes a whole line. */
  isWide?: boolean
}

/** Names and values side by side; facts without a value are left out. */
export const Facts = ({ facts, className }: { facts: Fact[]; className: string }) => {
  const known = facts.filter(({ value }) => value)
  return known.length > 0 ? (
    <dl className={className}>
      {known.map(({ name, value, isWide }) => (
        <div key={name} className={isWide ? 'b-wide' : undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null
}
