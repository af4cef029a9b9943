import type { Person } from '../../../access/person'
import { formHref, MOST_FORMS, type Reader, readHeld, readWaiting } from '../forms'
import type { Speaker } from '../speaker'
import { lineWords } from './lineWords'
import { Panel } from './Panel'
import { SignMany } from './SignMany'
import { TitleLine } from './TitleLine'

type Props = { reader: Reader; person: Person; speaker: Speaker; now: Date }

const countOf = (length: number) => (length < MOST_FORMS ? String(length) : `${MOST_FORMS}+`)

/** 待我审批: what this person may sign now, to open one by one or to sign together. */
export const Waiting = async ({ reader, person, speaker, now }: Props) => {
  const lines = await readWaiting({ reader, person })
  return (
    <Panel
      id="ba-waiting"
      title={speaker.say('待我审批', 'Waiting for me')}
      count={countOf(lines.length)}
      empty={speaker.say('没有等待您审批的申请表。', 'Nothing waits for you.')}
      isEmpty={lines.length === 0}
    >
      <SignMany
        lines={lines.map((line) => ({
          id: line.id,
          rev: line.rev,
          number: line.number,
          title: line.title,
          href: formHref(line.id),
          asksSecrecy: line.asksSecrecy,
          facts: lineWords({ line, now, speaker }),
        }))}
      />
    </Panel>
  )
}

/** 待保密确认: what a secrecy-reviewer may release. */
export const Held = async ({ reader, person, speaker, now }: Props) => {
  const lines = await readHeld({ reader, person })
  return (
    <Panel
      id="ba-held"
      title={speaker.say('待保密确认', 'Held for a secrecy decision')}
      count={countOf(lines.length)}
      empty={speaker.say('没有待保密确认的申请表。', 'Nothing is held.')}
      isEmpty={lines.length === 0}
    >
      <ul className="ba-lines">
        {lines.map((line) => (
          <TitleLine
            key={line.id}
            href={formHref(line.id)}
            title={line.title}
            facts={lineWords({ line, now, speaker })}
          />
        ))}
      </ul>
    </Panel>
  )
}
