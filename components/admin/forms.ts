import type { Payload, TypedUser, Where } from 'payload'
import { docOf, type Person } from '../../access/person'
import { RULES } from '../../access/rules'
import { asksSecrecyOutcome, type FormState, type Step } from '../../access/steps'
import type { ApplicationForm } from '../../payload-types'
import { entriesOf } from '../../workflow/entry'
import { factsOf } from '../../workflow/facts'
import {
  releaseQuery,
  signatureQuery,
  waitsForRelease,
  waitsForSignature,
} from '../../workflow/waiting'

/** Forms as the lists of the back office show them. Everything is read as the person who asks. */

const PAGE = 100
const PAGES = 2
/** A list never reads more forms than this; beyond, it says so. */
export const MOST_FORMS = PAGE * PAGES

const FIELDS = {
  number: true,
  title: true,
  route: true,
  steps: true,
  step: true,
  state: true,
  heldFrom: true,
  rev: true,
  entries: true,
  writers: true,
  contentHash: true,
  publishing: true,
  publishAt: true,
  submittedAt: true,
  applicant: true,
  department: true,
  column: true,
  post: true,
  createdAt: true,
  updatedAt: true,
} as const

const NAMES = {
  departments: { name: true },
  columns: { name: true },
  users: { name: true },
  posts: { number: true, path: true, state: true },
} as const

/** A form as a line of a list; without a title it is one that was refused as secret. */
export type FormLine = {
  id: string
  number: string
  rev: number
  title: string
  state: FormState
  step: Step | null
  asksSecrecy: boolean
  department: string
  column: string
  applicant: string
  submittedAt: string
  /** Since when it has stood where it is. */
  since: string
  publishAt: string | null
  /** The last recorded opinion, for what was returned. */
  lastOpinion: string
  post: { id: string; number: number; path: string; state: string } | null
}

const lineOf = (form: ApplicationForm): FormLine => {
  const last = entriesOf(form.entries).at(-1)
  const submittedAt = form.submittedAt ?? ''
  const post = docOf(form.post)
  return {
    id: form.id,
    number: form.number ?? '',
    rev: form.rev ?? 0,
    title: form.title ?? '',
    state: form.state ?? 'pending',
    step: form.step ?? null,
    asksSecrecy: asksSecrecyOutcome(form.step ?? null),
    department: docOf(form.department)?.name ?? '',
    column: docOf(form.column)?.name ?? '',
    applicant: docOf(form.applicant)?.name ?? '',
    submittedAt,
    since: last?.at ?? submittedAt,
    publishAt: form.publishAt ?? null,
    lastOpinion: last?.opinion ?? '',
    post: post
      ? {
          id: post.id,
          number: post.number ?? 0,
          path: post.path ?? '',
          state: post.state ?? 'live',
        }
      : null,
  }
}

/** Who asks: everything is read with this user's rights. */
export type Reader = { payload: Payload; user: TypedUser | null }

type Asking = { reader: Reader; person: Person }

const findForms = async ({
  reader,
  where,
  sort,
  limit = PAGE,
  page = 1,
}: {
  reader: Reader
  where: Where
  sort: string
  limit?: number
  page?: number
}) =>
  reader.payload.find({
    collection: 'application-forms',
    where,
    sort,
    limit,
    page,
    depth: 1,
    select: FIELDS,
    populate: NAMES,
    overrideAccess: false,
    user: reader.user,
  })

const findWaiting = async ({
  reader,
  where,
  waits,
}: {
  reader: Reader
  where: Where | null
  waits: (form: ApplicationForm) => boolean
}): Promise<FormLine[]> => {
  if (!where) return []
  const lines: FormLine[] = []
  for (let page = 1; page <= PAGES; page += 1) {
    const found = await findForms({ reader, where, sort: 'submittedAt', page })
    lines.push(...found.docs.filter(waits).map(lineOf))
    if (!found.hasNextPage) break
  }
  return lines
}

/** 待我审批: the forms that this person may sign now, the oldest first. */
export const readWaiting = ({ reader, person }: Asking) =>
  findWaiting({
    reader,
    where: signatureQuery(person),
    waits: (form) => waitsForSignature({ person, form: factsOf(form) }),
  })

/** 待保密确认: the held forms that this person may release. */
export const readHeld = ({ reader, person }: Asking) =>
  findWaiting({
    reader,
    where: releaseQuery(person),
    waits: (form) => waitsForRelease({ person, form: factsOf(form) }),
  })

/** The ids of the newest forms that this person submitted and may see. Nobody else can ask for the refused among them. */
const findOwnIds = async ({ reader, person, limit }: Asking & { limit: number }) => {
  const rights = RULES['application-forms'].read(person)
  if (rights === false) return { ids: [], total: 0 }
  const { docs, totalDocs } = await reader.payload.find({
    collection: 'application-forms',
    where: { and: [{ applicant: { equals: person.id } }, ...(rights === true ? [] : [rights])] },
    sort: '-createdAt',
    limit,
    depth: 0,
    select: { number: true },
    overrideAccess: true,
  })
  return { ids: docs.map(({ id }) => id), total: totalDocs }
}

/**
 * 我的申请: what this person has submitted, the newest first. The forms themselves are read with the person's rights, so a
 * refused one has its number, department and state and nothing else.
 */
export const readMine = async (
  asking: Asking & { limit: number },
): Promise<{ lines: FormLine[]; total: number }> => {
  const { ids, total } = await findOwnIds(asking)
  if (ids.length === 0) return { lines: [], total }
  const { reader, limit } = asking
  const { docs } = await findForms({
    reader,
    where: { id: { in: ids } },
    sort: '-createdAt',
    limit,
  })
  return { lines: docs.map(lineOf), total }
}

/** All forms of a manuscript that this person may see, the newest first. */
export const readFormsOf = async ({
  reader,
  manuscript,
}: {
  reader: Reader
  manuscript: string
}) => {
  const { docs } = await findForms({
    reader,
    where: { manuscript: { equals: manuscript } },
    sort: '-submittedAt',
    limit: 20,
  })
  return docs.map(lineOf)
}

/** The address of a form in the back office. */
export const formHref = (id: string) => `/admin/collections/application-forms/${id}`
