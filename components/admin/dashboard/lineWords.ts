import { STEPS } from '../../../access/steps'
import { shanghaiDateTime } from '../../../collections/dates'
import type { FormLine } from '../forms'
import type { Speaker } from '../speaker'
import { age } from './age'

/** What the small print under a form's title says. */
export const lineWords = ({
  line,
  now,
  speaker,
}: {
  line: FormLine
  now: Date
  speaker: Speaker
}): string[] => {
  const { say, nameOf } = speaker
  const waits = age({ since: line.since, now, speaker })
  return [
    line.number,
    line.department,
    line.column,
    line.applicant ? say(`申请人 ${line.applicant}`, `by ${line.applicant}`) : '',
    line.step ? nameOf(STEPS[line.step]) : '',
    say(`已等待 ${waits}`, `waiting ${waits}`),
    line.publishAt
      ? say(
          `定于 ${shanghaiDateTime(line.publishAt)} 发布`,
          `to appear ${shanghaiDateTime(line.publishAt)}`,
        )
      : '',
  ].filter((words) => words !== '')
}
