'use client'
import { useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { speaker } from '../speaker'

/** First in the menu: the page with everything that waits. */
export const DeskLink = () => {
  const { i18n } = useTranslation()
  const { say } = speaker(i18n.language)
  const isHere = usePathname() === '/admin'
  return (
    <Link
      className="nav__link ba-desk-link"
      href="/admin"
      prefetch={false}
      aria-current={isHere ? 'page' : undefined}
    >
      {isHere ? <div className="nav__link-indicator" /> : null}
      <span className="nav__link-label">{say('工作台', 'My desk')}</span>
    </Link>
  )
}
