import type { ReactNode } from 'react'

export type Fact = { name: string; value: ReactNode }

/** Names and values side by side; facts without a value are left out. */
export const Facts = ({ facts, className }: { facts: Fact[]; className: string }) => {
  const known = facts.filter(({ value }) => value)
  return known.length > 0 ? (
    <dl className={className}>
      {known.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  ) : null
}
