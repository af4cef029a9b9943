import { Gutter } from '@payloadcms/ui'
import Link from 'next/link'
import type { DocumentViewServerProps } from 'payload'
import { type Person, personOf } from '../../../access/person'
import { seesHeld } from '../../../access/rules'
import { asksSecrecyOutcome } from '../../../access/steps'
import { shanghaiDateTime } from '../../../collections/dates'
import { actionsFor } from '../../../workflow/waiting'
import { formHref, type Reader, readWaiting } from '../forms'
import { Crumbs } from '../parts/Crumbs'
import { FormMark } from '../parts/Mark'
import { publicUrl } from '../publicUrl'
import { type Speaker, speaker } from '../speaker'
import { Entries } from './Entries'
import { Facts } from './Facts'
import { Files } from './Files'
import { FormActions } from './FormActions'
import { Preview } from './Preview'
import { Print } from './Print'
import { type RefusedSheet, readSheet, type Sheet } from './readSheet'
import { Stages } from './Stages'
import { silence } from './silence'
import { isLastStep, stagesOf } from './stages'

const TITLES = {
  bureau: { zh: '信息发布申请表', en: 'Application form' },
  department: { zh: '信息发布审批单', en: 'Approval slip' },
  migration: { zh: '信息发布申请表（历史信息迁移）', en: 'Application form (migration)' },
} as const

const formList = ({ say }: Speaker) => ({
  label: say('申请表', 'Forms'),
  url: '/admin/collections/application-forms',
})

const nextOf = async ({ reader, person, id }: { reader: Reader; person: Person; id: string }) => {
  const waiting = (await readWaiting({ reader, person })).filter((line) => line.id !== id)
  const [first] = waiting
  return first ? { href: formHref(first.id), title: first.title, count: waiting.length } : null
}

const Around = ({ sheet, speaker: { say } }: { sheet: Sheet; speaker: Speaker }) => (
  <p className="ba-form__links">
    {sheet.manuscript ? (
      <Link href={`/admin/collections/manuscripts/${sheet.manuscript}`} prefetch={false}>
        {say('查看稿件', 'The manuscript')}
      </Link>
    ) : null}
    {sheet.post ? (
      <Link href={`/admin/collections/posts/${sheet.post.id}`} prefetch={false}>
        {say(`上网信息 № ${sheet.post.number}`, `Post № ${sheet.post.number}`)}
      </Link>
    ) : null}
    {sheet.post?.state === 'live' && sheet.post.path ? (
      <a href={publicUrl(sheet.post.path)} target="_blank" rel="noreferrer">
        {say('看网页', 'See the page')}
      </a>
    ) : null}
    <Print />
  </p>
)

/** A refused form shows its number, department and state, and nothing else. */
const Refused = ({ sheet, speaker: words }: { sheet: RefusedSheet; speaker: Speaker }) => (
  <Gutter className="ba-form">
    <Crumbs list={formList(words)} title={sheet.number} />
    <h1 className="ba-form__title">{sheet.number}</h1>
    <p>
      {sheet.department} <FormMark state="refused" speaker={words} />
    </p>
    <p className="ba-panel__empty">
      {words.say(
        '该申请表因涉密不予发布，内容已封存，仅保密审查员可以查看。',
        'This form was refused as secret. Its content is sealed and read by secrecy reviewers only.',
      )}
    </p>
  </Gutter>
)

/** 申请表: what would be published, who has signed it, and what this person may do with it now. */
export const FormView = async ({ initPageResult, i18n }: DocumentViewServerProps) => {
  const { req, docID } = initPageResult
  const words = speaker(i18n.language)
  const reader = { payload: req.payload, user: req.user }
  const person = personOf(req.user)
  const sheet = docID && person ? await readSheet({ reader, id: String(docID) }) : null
  if (!sheet || !person) return null
  if (!('form' in sheet)) return <Refused sheet={sheet} speaker={words} />
  const { facts, form, text, names } = sheet
  return (
    <Gutter className="ba-form">
      <Crumbs list={formList(words)} title={form.number ?? ''} />
      <header className="ba-form__head">
        <p className="ba-form__kind">
          {words.nameOf(TITLES[facts.route])} {form.number}
          <FormMark state={facts.state} speaker={words} />
        </p>
        <h1 className="ba-form__title">{text.title}</h1>
        <p className="ba-form__brief">
          {[names.department, names.column, names.applicant].filter(Boolean).join(' · ')}
        </p>
        <Stages stages={stagesOf(facts)} speaker={words} />
      </header>
      <div className="ba-form__columns">
        <div className="ba-form__side">
          <FormActions
            form={{ id: form.id, rev: form.rev ?? 0, title: text.title }}
            actions={actionsFor({ person, form: facts })}
            silence={silence({ person, form: facts, speaker: words })}
            asksSecrecy={asksSecrecyOutcome(facts.step)}
            isLast={isLastStep(facts)}
            publishAt={form.publishAt ? shanghaiDateTime(form.publishAt) : null}
            seesHeld={seesHeld({ person, departmentId: facts.departmentId })}
            next={await nextOf({ reader, person, id: form.id })}
          />
        </div>
        <div className="ba-form__main">
          <Preview
            src={`/preview/forms/${form.id}`}
            title={words.say('网页预览', 'The page as it will look')}
          />
          <Files text={text} speaker={words} />
        </div>
        <div className="ba-form__record">
          <section className="ba-panel" aria-labelledby="ba-entries">
            <h2 className="ba-panel__title" id="ba-entries">
              {words.say('审批意见', 'Signatures and opinions')}
            </h2>
            <Entries entries={facts.entries} speaker={words} />
          </section>
          <section className="ba-panel" aria-labelledby="ba-facts">
            <h2 className="ba-panel__title" id="ba-facts">
              {words.say('申请内容', 'The form')}
            </h2>
            <Facts sheet={sheet} speaker={words} />
          </section>
          <Around sheet={sheet} speaker={words} />
        </div>
      </div>
    </Gutter>
  )
}
