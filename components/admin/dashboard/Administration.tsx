import { DUTIES } from '../../../access/duties'
import { docOf } from '../../../access/person'
import { shanghaiDateTime } from '../../../collections/dates'
import { RECORD_EVENTS } from '../../../collections/words'
import type { User } from '../../../payload-types'
import { readIdle, readNewest } from '../accounts'
import type { Reader } from '../forms'
import type { Speaker } from '../speaker'
import { Panel } from './Panel'
import { TitleLine } from './TitleLine'

const SHOWN = 10
const MOST_IDLE = 100

type Props = { reader: Reader; speaker: Speaker }

type Account = Pick<User, 'id' | 'name' | 'position' | 'department' | 'duties' | 'active'>

const AccountLines = ({ accounts, speaker }: { accounts: Account[]; speaker: Speaker }) => (
  <ul className="ba-lines">
    {accounts.map((account) => (
      <TitleLine
        key={account.id}
        href={`/admin/collections/users/${account.id}`}
        title={account.name}
        facts={[
          docOf(account.department)?.name ?? '',
          account.position ?? '',
          (account.duties ?? []).map((duty) => speaker.nameOf(DUTIES[duty])).join('、'),
          account.active ? '' : speaker.say('已停用', 'switched off'),
        ].filter((words) => words !== '')}
      />
    ))}
  </ul>
)

/** 账号: the newest accounts, for the system administrator. */
export const Accounts = async ({ reader, speaker }: Props) => {
  const { say } = speaker
  const { accounts, total } = await readNewest({ reader, limit: SHOWN })
  return (
    <Panel
      id="ba-accounts"
      title={say('账号', 'Accounts')}
      count={String(total)}
      empty={say('还没有账号。', 'There are no accounts.')}
      isEmpty={total === 0}
      more={{ href: '/admin/collections/users', label: say('全部', 'All') }}
    >
      <AccountLines accounts={accounts} speaker={speaker} />
    </Panel>
  )
}

/** 待授予角色: accounts that can do nothing yet, for the security administrator. */
export const Grants = async ({ reader, speaker }: Props) => {
  const { say } = speaker
  const { accounts, total } = await readIdle({ reader, limit: MOST_IDLE })
  return (
    <Panel
      id="ba-grants"
      title={say('待授予角色的账号', 'Accounts without a duty')}
      count={String(total)}
      empty={say('所有启用的账号都已授予角色。', 'Every active account has its duties.')}
      isEmpty={total === 0}
      more={{ href: '/admin/collections/users', label: say('全部账号', 'All accounts') }}
    >
      <AccountLines accounts={accounts} speaker={speaker} />
    </Panel>
  )
}

/** 发布记录: what became public last, for the auditor. */
export const Records = async ({ reader, speaker }: Props) => {
  const { say, nameOf } = speaker
  const { docs, totalDocs } = await reader.payload.find({
    collection: 'publication-records',
    sort: '-seq',
    limit: SHOWN,
    depth: 0,
    overrideAccess: false,
    user: reader.user,
  })
  return (
    <Panel
      id="ba-records"
      title={say('发布记录', 'Publication records')}
      count={String(totalDocs)}
      empty={say('还没有发布记录。', 'There are no records yet.')}
      isEmpty={totalDocs === 0}
      more={{ href: '/admin/collections/publication-records', label: say('全部', 'All') }}
    >
      <ul className="ba-lines">
        {docs.map((record) => (
          <TitleLine
            key={record.id}
            href={`/admin/collections/publication-records/${record.id}`}
            title={record.title || record.path || ''}
            facts={[
              `№ ${record.seq}`,
              record.event ? nameOf(RECORD_EVENTS[record.event]) : '',
              record.by ?? '',
              record.at ? shanghaiDateTime(record.at) : '',
            ].filter((words) => words !== '')}
          />
        ))}
      </ul>
    </Panel>
  )
}
