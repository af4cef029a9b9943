import type { Person } from '../../access/person'
import type { ApplicationForm, Manuscript, Media } from '../../payload-types'
import { publicationFacts } from '../../workflow/completion'
import { decide, type FormFacts, secrecyReasons } from '../../workflow/decide'
import { freeDesk } from '../../workflow/desk'
import { newPost } from '../../workflow/makePost'
import { chainedRecord, type RecordFacts } from '../../workflow/records'
import { missingForSubmit } from '../../workflow/requirements'
import { stepsFor } from '../../workflow/routes'
import { snapshotOf } from '../../workflow/snapshot'
import { newForm } from '../../workflow/submit'
import { emailOf } from '../accounts'
import { signerOf } from '../signers'
import type { BulkRow, BulkWriter } from './bulk/rows'
import type { BenchFrame } from './frame'
import { benchKey } from './mark'
import { checksFirst } from './places'
import type { BenchItem } from './plan'
import { type BenchText, benchText } from './text'

const MINUTE_MS = 60_000
const BETWEEN_STEPS = 17
const POLICY_DAYS = 30

/** Where the sequences stood when the bench data took their numbers. */
export type FirstNumbers = {
  post: number
  /** by the path of the column */
  column: Map<string, number>
  /** by the year */
  form: Map<string, number>
}

/** Everything that bench posts are made with. */
export type Press = { frame: BenchFrame; firsts: FirstNumbers; idOf: BulkWriter<unknown>['idOf'] }

const pick = <Value>(values: ReadonlyMap<string, Value>, name: string): Value => {
  const value = values.get(name)
  if (value === undefined) throw new Error(`bench: ${name} does not exist`)
  return value
}

const minutesBefore = (time: string, minutes: number) =>
  new Date(new Date(time).getTime() - minutes * MINUTE_MS).toISOString()

/** What a kind wants to be told beside its text. */
const particularsOf = ({ item, text }: { item: BenchItem; text: BenchText }) => {
  const { kind } = item.place
  const day = minutesBefore(item.publishedAt, POLICY_DAYS * 24 * 60)
  const { words } = text
  if (kind === 'policy') {
    return {
      policy: {
        docNumber: `辽检发〔${item.publishedAt.slice(0, 4)}〕${item.formSeq}号`,
        issuedOn: day,
        effectiveOn: item.publishedAt,
        issuer: '辽宁出入境检验检疫局',
        topic: words.task(),
        genre: '办法',
        validity: 'valid' as const,
        indexNumber: benchKey(item.index),
      },
    }
  }
  if (kind === 'guide') {
    return {
      guide: {
        basis: words.law(),
        conditions: words.sentence(),
        materials: `${words.goods()}申请表、营业执照复印件。`,
        procedure: words.sentence(),
        place: `${words.place()}政务服务大厅`,
        hours: '工作日 8:30—11:30，13:00—17:00',
        phone: '0411-82584001',
      },
    }
  }
  return {}
}

const filesOf = ({
  item,
  frame,
  idOf,
}: {
  item: BenchItem
  frame: BenchFrame
  idOf: Press['idOf']
}) => {
  if (!item.hasAttachment) return { media: [], fields: {} }
  const { form, table, picture } = pick(frame.media, item.department)
  const file: Media = item.index % 20 === 9 ? form : table
  const isNews = item.place.kind === 'news'
  return {
    media: isNews ? [picture, file] : [file],
    fields: {
      images: isNews ? [picture.id] : [],
      attachments: [{ id: idOf(`attachment ${item.index}`), file: file.id, title: file.alt ?? '' }],
    },
  }
}

/** The manuscript, as its author saved it. */
const manuscriptOf = ({
  item,
  author,
  interprets,
  press: { frame, idOf },
}: Making & { author: Person }) => {
  const { place, department, publishedAt } = item
  const text = benchText({ name: benchKey(item.index), kind: place.kind })
  const { media, fields } = filesOf({ item, frame, idOf })
  const departmentId = pick(frame.departments, department)
  const written = minutesBefore(publishedAt, BETWEEN_STEPS * 6)
  const manuscript: Manuscript = {
    id: idOf(`manuscript ${item.index}`),
    title: text.title,
    column: pick(frame.columns, place.path),
    kind: place.kind,
    summary: text.summary,
    body: text.body,
    source: { type: 'original', name: author.departmentName },
    providers: [departmentId],
    authors: author.name,
    eventDate: written,
    interprets: interprets === null ? null : idOf(`post ${interprets}`),
    imported: { key: benchKey(item.index), originalDate: null },
    department: departmentId,
    createdBy: author.id,
    lastEditedBy: author.id,
    discarded: false,
    sealed: false,
    createdAt: written,
    updatedAt: written,
    ...particularsOf({ item, text }),
    ...fields,
  }
  return { manuscript, media }
}

type FreshForm = ReturnType<typeof newForm>

/** The form after every step of its route was signed, each by another person. */
const signedForm = async ({ form, item, press: { frame } }: Making & { form: FreshForm }) => {
  const { department, publishedAt, place } = item
  let facts: FormFacts = {
    state: form.state,
    step: form.steps[0] ?? null,
    steps: form.steps,
    route: form.route,
    heldFrom: null,
    publishing: false,
    departmentId: form.department,
    applicantId: form.applicant,
    writers: form.writers,
    entries: [],
    contentHash: form.contentHash,
  }
  for (let left = form.steps.length - 1; facts.step && facts.state === 'pending'; left -= 1) {
    const { step } = facts
    const { email, opinion } = signerOf({ step, department, key: `${place.path} ${item.index}` })
    const asks = secrecyReasons(step, undefined).length > 0
    const change = decide({
      form: facts,
      input: { action: 'sign', opinion, ...(asks ? { secrecy: 'clear' } : {}) },
      person: await frame.personOf(email),
      at: minutesBefore(publishedAt, left * BETWEEN_STEPS),
    })
    facts = { ...facts, ...change }
  }
  const { state: _, step, entries } = facts
  return { ...form, step, entries, rev: form.rev + entries.length }
}

type Making = {
  item: BenchItem
  interprets: number | null
  related: number[]
  press: Press
}

/** A publication with all its rows but the record, which is chained when the one before it is known. */
export type Publication = { rows: BulkRow[]; facts: RecordFacts; at: string; recordId: string }

/**
 * Everything that a publication through the workflow leaves behind, made by the same pure parts of it.
 * @param interprets the place in the plan of the policy that this text explains
 * @param related the places of the posts that its page names as related
 * @throws when the text could not have been submitted
 */
export const publicationOf = async (making: Making): Promise<Publication> => {
  const { item, press } = making
  const { frame, firsts, idOf } = press
  const { place, department, publishedAt: at, index } = item
  const author = await frame.personOf(emailOf(`author.${department}`))
  const { manuscript, media } = manuscriptOf({ ...making, author })
  const snapshot = snapshotOf({ manuscript, media, migrated: false })
  const [missing] = missingForSubmit(snapshot)
  if (missing) throw new Error(`bench: ${missing.code} at ${index}`)

  const steps = stepsFor({
    route: place.route,
    adminCheck: checksFirst(department),
    byAdministrator: false,
  })
  const submittedAt = minutesBefore(at, steps.length * BETWEEN_STEPS)
  const postId = idOf(`post ${index}`)
  const fresh = newForm({
    snapshot,
    manuscriptId: manuscript.id,
    postId,
    route: place.route,
    steps,
    writers: [author.id],
    applicant: author.id,
    input: { secrecyStatement: 'clear', personalInformation: 'none' },
    sequence: pick(firsts.form, submittedAt.slice(0, 4)) + item.formSeq - 1,
    at: submittedAt,
  })
  const id = idOf(`form ${index}`)
  const signed = await signedForm({ ...making, form: fresh })
  const form = { ...signed, id, publishing: true, state: 'published' as const, openKey: id }
  const made = newPost({
    form,
    snapshot,
    manuscriptKey: manuscript.id,
    at,
    number: firsts.post + index,
    columnSeq: pick(firsts.column, place.path) + item.columnSeq - 1,
  })
  const { providers, topics } = snapshot
  const related = making.related.map((place) => idOf(`post ${place}`))
  const post = {
    ...made,
    providers,
    topics,
    related,
    delivery: { ...made.delivery, state: 'written' },
  }
  const times = { createdAt: submittedAt, updatedAt: at }
  const rowId = { manuscript: manuscript.id, desk: idOf(`desk ${index}`) }
  const desk = {
    ...freeDesk(manuscript.id),
    writers: [{ id: author.id, at: manuscript.createdAt }],
  }
  const facts = publicationFacts({
    post: { ...made, id: postId },
    form: form satisfies Partial<ApplicationForm>,
    standing: { column: place.path, department, providers: [department] },
  })
  return {
    at,
    facts,
    recordId: idOf(`record ${index}`),
    rows: [
      { collection: 'manuscripts', id: rowId.manuscript, data: { ...manuscript } },
      {
        collection: 'manuscripts',
        id: idOf(`version ${index}`),
        data: { ...manuscript },
        version: { parent: rowId.manuscript, at: manuscript.createdAt },
      },
      { collection: 'desks', id: rowId.desk, data: desk },
      { collection: 'application-forms', id, data: { ...form, ...times } },
      { collection: 'posts', id: postId, data: { ...post, createdAt: at, updatedAt: at } },
    ],
  }
}

type Previous = Parameters<typeof chainedRecord>[0]['previous']

/** The records of publications, each chained to the one before it. */
export const chainOf = ({
  publications,
  previous,
}: {
  publications: Publication[]
  previous: Previous
}): BulkRow[] => {
  let before = previous
  return publications.map(({ facts, at, recordId }) => {
    const record = chainedRecord({ previous: before, facts })
    before = record
    return {
      collection: 'publication-records',
      id: recordId,
      data: { ...record, createdAt: at, updatedAt: at },
    }
  })
}
