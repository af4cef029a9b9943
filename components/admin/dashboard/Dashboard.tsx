import type { DashboardViewServerProps } from '@payloadcms/next/views'
import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'
import { DUTIES } from '../../../access/duties'
import { type Person, personOf } from '../../../access/person'
import { writes } from '../../../access/rules'
import type { Reader } from '../forms'
import { type Speaker, speaker } from '../speaker'
import { Accounts, Grants, Records } from './Administration'
import { Menu } from './Menu'
import { Drafts, Mine } from './Mine'
import { Failed, Published } from './Published'
import { Site } from './Site'
import { type Section, sectionsFor } from './sections'
import { Held, Waiting } from './Waiting'

type Desk = { reader: Reader; person: Person; speaker: Speaker; now: Date }

const SectionOf = ({ section, desk }: { section: Section; desk: Desk }) => {
  switch (section) {
    case 'waiting':
      return <Waiting {...desk} />
    case 'held':
      return <Held {...desk} />
    case 'mine':
      return <Mine {...desk} />
    case 'drafts':
      return <Drafts {...desk} />
    case 'site':
      return <Site {...desk} />
    case 'failed':
      return <Failed {...desk} />
    case 'published':
      return <Published {...desk} />
    case 'accounts':
      return <Accounts {...desk} />
    case 'grants':
      return <Grants {...desk} />
    case 'records':
      return <Records {...desk} />
  }
}

const Quick = ({ person, say }: { person: Person; say: Speaker['say'] }) => {
  if (writes(person)) {
    return (
      <Link
        className="ba-button ba-button--main"
        href="/admin/collections/manuscripts/create"
        prefetch={false}
      >
        {say('新建稿件', 'New manuscript')}
      </Link>
    )
  }
  if (person.duties.includes('system-admin')) {
    return (
      <Link
        className="ba-button ba-button--main"
        href="/admin/collections/users/create"
        prefetch={false}
      >
        {say('新建账号', 'New account')}
      </Link>
    )
  }
  return null
}

/** 工作台: the first page after signing in; what waits for this person, and nothing that is not his or hers. */
export const Dashboard = ({ initPageResult, i18n, navGroups }: DashboardViewServerProps) => {
  const { req } = initPageResult
  const person = personOf(req.user)
  if (!person) return null
  const words = speaker(i18n.language)
  const { say, nameOf } = words
  const sections = sectionsFor(person)
  const desk = {
    reader: { payload: req.payload, user: req.user },
    person,
    speaker: words,
    now: new Date(),
  }
  const who = [
    person.departmentName,
    person.position,
    person.duties.map((duty) => nameOf(DUTIES[duty])).join('、'),
  ].filter((fact) => fact !== '')
  return (
    <Gutter className="ba-desk">
      <header className="ba-desk__head">
        <div>
          <h1 className="ba-desk__title">{say(`${person.name}，您好`, `Hello, ${person.name}`)}</h1>
          <p className="ba-desk__who">{who.join(' · ')}</p>
        </div>
        <Quick person={person} say={say} />
      </header>
      {sections.length === 0 ? (
        <p className="ba-panel__empty">
          {say(
            '您的账号还没有角色，请联系安全管理员授予。',
            'Your account has no duty yet; ask the security administrator.',
          )}
        </p>
      ) : null}
      {sections.map((section) => (
        <SectionOf key={section} section={section} desk={desk} />
      ))}
      <Menu navGroups={navGroups} i18n={i18n} />
    </Gutter>
  )
}
