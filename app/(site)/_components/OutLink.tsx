import type { ReactNode } from 'react'
import { isForeign } from './links'

type Props = {
  href: string
  domain: string
  className?: string
  /** The script asks in Chinese; a page in English says by itself where a link leads. */
  isEnglish?: boolean
  children: ReactNode
}

/** A link that says so when it leads to another site; the script asks before it leaves the government's sites. */
export const OutLink = ({ href, domain, className, isEnglish, children }: Props) => {
  if (!isForeign({ href, domain })) {
    return (
      <a className={className} href={href}>
        {children}
      </a>
    )
  }
  const marked = className ? `b-out ${className}` : 'b-out'
  return (
    <a className={isEnglish ? className : marked} href={href} rel="noopener noreferrer">
      {children}
      <span className={isEnglish ? undefined : 'b-hidden'}>
        {isEnglish ? ' (external site)' : '（站外链接）'}
      </span>
    </a>
  )
}
