import { ACTIONS, OUTCOMES, STEPS } from '../../../access/steps'
import { shanghaiDate, shanghaiDateTime } from '../../../collections/dates'
import type { Entry } from '../../../workflow/entry'
import type { Speaker } from '../speaker'

const Decided = ({ entry, speaker }: { entry: Entry; speaker: Speaker }) => {
  const { say } = speaker
  if (!entry.decidedBy) return null
  const on = entry.decidedOn ? shanghaiDate(entry.decidedOn) : ''
  return (
    <p className="ba-entry__decided">
      {say(
        `确认单位：${entry.decidedBy}；文号：${entry.reference ?? ''}；日期：${on}`,
        `Decided by ${entry.decidedBy}, reference ${entry.reference ?? ''}, on ${on}`,
      )}
    </p>
  )
}

/** A signature that found a secret, or a doubt, is no 同意: its outcome says all of it. */
const saysWhatWasDone = (entry: Entry) => entry.decision !== 'sign' || entry.passed

/** 审批意见: everything recorded on the form, in order; what signed a step is marked as a signature. */
export const Entries = ({ entries, speaker }: { entries: Entry[]; speaker: Speaker }) => {
  const { say, nameOf } = speaker
  if (entries.length === 0) {
    return <p className="ba-panel__empty">{say('还没有审批意见。', 'Nothing is recorded yet.')}</p>
  }
  return (
    <ol className="ba-entries">
      {entries.map((entry) => (
        <li className="ba-entry" key={`${entry.at} ${entry.person.id}`}>
          <p className="ba-entry__head">
            <strong>{entry.step ? nameOf(STEPS[entry.step]) : ''}</strong>
            {saysWhatWasDone(entry) ? (
              <span className={`ba-mark ba-mark--${entry.passed ? 'good' : 'warn'}`}>
                {nameOf(ACTIONS[entry.decision])}
              </span>
            ) : null}
            {entry.secrecy ? (
              <span className={`ba-mark ba-mark--${saysWhatWasDone(entry) ? 'quiet' : 'bad'}`}>
                {nameOf(OUTCOMES[entry.secrecy])}
              </span>
            ) : null}
          </p>
          {entry.opinion ? <p className="ba-entry__opinion">{entry.opinion}</p> : null}
          <Decided entry={entry} speaker={speaker} />
          <p className="ba-entry__who">
            {[entry.person.name, entry.person.department, entry.person.position]
              .filter(Boolean)
              .join(' · ')}
            <time dateTime={entry.at}>{shanghaiDateTime(entry.at)}</time>
          </p>
        </li>
      ))}
    </ol>
  )
}
