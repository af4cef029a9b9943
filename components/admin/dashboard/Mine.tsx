import { docOf, type Person } from '../../../access/person'
import { STATES, STEPS } from '../../../access/steps'
import { shanghaiDateTime } from '../../../collections/dates'
import { type FormLine, formHref, type Reader, readMine } from '../forms'
import { FormMark } from '../parts/Mark'
import type { Speaker } from '../speaker'
import { Panel } from './Panel'
import { TitleLine } from './TitleLine'

const SHOWN = 8

type Props = { reader: Reader; person: Person; speaker: Speaker }

const factsOf = ({ line, speaker }: { line: FormLine; speaker: Speaker }) => {
  const { say, nameOf } = speaker
  if (!line.title) return [line.department]
  const at = shanghaiDateTime(line.submittedAt)
  return [
    line.number,
    line.column,
    say(`${at} 提交`, `submitted ${at}`),
    line.step && STATES[line.state].open ? nameOf(STEPS[line.step]) : '',
  ].filter((words) => words !== '')
}

/** 我的申请: what this person has submitted, and where each form stands. */
export const Mine = async ({ reader, person, speaker }: Props) => {
  const { say } = speaker
  const { lines, total } = await readMine({ reader, person, limit: SHOWN })
  return (
    <Panel
      id="ba-mine"
      title={say('我的申请', 'My forms')}
      count={String(total)}
      empty={say('您还没有提交过申请。', 'You have not submitted anything yet.')}
      isEmpty={total === 0}
      more={{
        href: `/admin/collections/application-forms?where[or][0][and][0][applicant][equals]=${person.id}`,
        label: say('全部', 'All'),
      }}
    >
      <ul className="ba-lines">
        {lines.map((line) => (
          <TitleLine
            key={line.id}
            href={formHref(line.id)}
            title={line.title || line.number}
            facts={factsOf({ line, speaker })}
            mark={<FormMark state={line.state} speaker={speaker} />}
            note={
              line.state === 'returned' && line.lastOpinion ? (
                <p className="ba-line__note">
                  {say('退回意见：', 'Returned: ')}
                  {line.lastOpinion}
                </p>
              ) : null
            }
          />
        ))}
      </ul>
    </Panel>
  )
}

/** 最近编辑: the manuscripts that this person wrote on last. */
export const Drafts = async ({ reader, person, speaker }: Props) => {
  const { say } = speaker
  const { docs, totalDocs } = await reader.payload.find({
    collection: 'manuscripts',
    where: {
      and: [{ createdBy: { equals: person.id } }, { discarded: { not_equals: true } }],
    },
    select: { title: true, column: true, updatedAt: true },
    populate: { columns: { name: true } },
    sort: '-updatedAt',
    limit: 5,
    depth: 1,
    overrideAccess: false,
    user: reader.user,
  })
  return (
    <Panel
      id="ba-drafts"
      title={say('我的稿件', 'My manuscripts')}
      count={String(totalDocs)}
      empty={say('您还没有写过稿件。', 'You have not written anything yet.')}
      isEmpty={totalDocs === 0}
      more={{
        href: '/admin/collections/manuscripts',
        label: say('本部门稿件', 'All of my department'),
      }}
    >
      <ul className="ba-lines">
        {docs.map((doc) => (
          <TitleLine
            key={doc.id}
            href={`/admin/collections/manuscripts/${doc.id}`}
            title={doc.title}
            facts={[
              docOf(doc.column)?.name ?? '',
              say(
                `${shanghaiDateTime(doc.updatedAt)} 修改`,
                `edited ${shanghaiDateTime(doc.updatedAt)}`,
              ),
            ].filter((words) => words !== '')}
          />
        ))}
      </ul>
    </Panel>
  )
}
