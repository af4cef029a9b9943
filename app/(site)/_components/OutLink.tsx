import type { ReactNode } from 'react'
import { isForeign } from './links'

type Props = { href: string; domain: string; className?: string; children: ReactNode }

/** A link that says so when it leads to another site; the script asks before it leaves the government's sites. */
export const OutLink = ({ href, domain, className, children }: Props) =>
  isForeign({ href, domain }) ? (
    <a className={className ? `b-out ${className}` : 'b-out'} href={href} rel="noopener noreferrer">
      {children}
      <span className="b-hidden">（站外链接）</span>
    </a>
  ) : (
    <a className={className} href={href}>
      {children}
    </a>
  )
