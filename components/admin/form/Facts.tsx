import type { ReactNode } from 'react'
import { PERSONAL_INFORMATION, ROUTES } from '../../../access/steps'
import { shanghaiDateTime } from '../../../collections/dates'
import type { Speaker } from '../speaker'
import type { Sheet } from './readSheet'

const STATEMENTS = {
  clear: { zh: '经自查，不涉密', en: 'Clear' },
  doubt: { zh: '不能确认是否涉密', en: 'In doubt' },
} as const

type Fact = { label: string; value: ReactNode }

const factsOf = ({ sheet, speaker }: { sheet: Sheet; speaker: Speaker }): Fact[] => {
  const { form, names, text } = sheet
  const { say, nameOf } = speaker
  const when = (iso: string | null | undefined) => (iso ? shanghaiDateTime(iso) : '')
  const { route, secrecyStatement, personalInformation } = form
  return [
    { label: say('编号', 'Number'), value: form.number },
    { label: say('申请部门', 'Department'), value: names.department },
    {
      label: say('申请人', 'Applicant'),
      value: [names.applicant, names.position].filter(Boolean).join('，'),
    },
    { label: say('标题', 'Title'), value: text.title },
    { label: say('发布栏目', 'Column'), value: names.column },
    { label: say('审批流程', 'Route'), value: route ? nameOf(ROUTES[route]) : '' },
    {
      label: say('保密自查', 'Secrecy statement'),
      value: secrecyStatement ? nameOf(STATEMENTS[secrecyStatement]) : '',
    },
    {
      label: say('个人信息', 'Personal information'),
      value: personalInformation ? nameOf(PERSONAL_INFORMATION[personalInformation]) : '',
    },
    { label: say('提交时间', 'Submitted'), value: when(form.submittedAt) },
    {
      label: say('发布时间', 'To appear'),
      value: form.publishAt
        ? say(`定于 ${when(form.publishAt)}`, `at ${when(form.publishAt)}`)
        : say('审批通过后即发布', 'when it is approved'),
    },
    {
      label: say('内容校验值', 'Content hash'),
      value: <code className="ba-hash">{form.contentHash}</code>,
    },
  ]
}

/** The head of the form: who asks to publish what, where, and with which statements. */
export const Facts = ({ sheet, speaker }: { sheet: Sheet; speaker: Speaker }) => (
  <dl className="ba-facts">
    {factsOf({ sheet, speaker }).map(({ label, value }) => (
      <div className="ba-facts__row" key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
