import type { ServerProps } from 'payload'
import { speaker } from '../speaker'
import { Emblem } from './Emblem'

/** Above the login form: what this is, and whose it is. */
export const Logo = async ({ i18n, payload }: ServerProps) => {
  const { say } = speaker(i18n.language)
  const { siteName } = await payload.findGlobal({
    slug: 'site-settings',
    select: { siteName: true },
    depth: 0,
    overrideAccess: false,
  })
  return (
    <div className="ba-logo">
      <Emblem size={56} />
      <p className="ba-logo__system">{say('网站管理系统', 'Website administration')}</p>
      {siteName ? <p className="ba-logo__site">{siteName}</p> : null}
    </div>
  )
}
