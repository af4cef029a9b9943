import Link from 'next/link'
import type { ServerProps } from 'payload'
import { speaker } from '../speaker'

type Props = ServerProps & { searchParams?: Record<string, string | string[] | undefined> }

const LIST = '/admin/collections/manuscripts'

/** Above the list of manuscripts: those in use, or those put away. */
export const ListSwitch = ({ i18n, searchParams }: Props) => {
  const { say } = speaker(i18n.language)
  const isDiscarded = searchParams?.discarded === '1'
  return (
    <nav className="ba-switch" aria-label={say('稿件范围', 'Which manuscripts')}>
      <Link href={LIST} prefetch={false} aria-current={isDiscarded ? undefined : 'page'}>
        {say('在用稿件', 'In use')}
      </Link>
      <Link
        href={`${LIST}?discarded=1`}
        prefetch={false}
        aria-current={isDiscarded ? 'page' : undefined}
      >
        {say('已废弃', 'Discarded')}
      </Link>
    </nav>
  )
}
