import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { wordReasons } from '../access/refusal'
import type { Reason } from '../access/refusals'
import { nextNumber } from '../collections/counters/nextNumber'
import { shanghaiYear } from '../collections/dates'
import { type PublicState, postUrl } from '../collections/urls'
import type { ApplicationForm, Post } from '../payload-types'
import { contentOf } from './content'
import { chainReasons } from './decide'
import { entriesOf } from './entry'
import { factsOf } from './facts'
import { inTurn } from './inTurn'
import { fileReasons, hashReasons } from './proof'
import { columnSeqsOf, publicStateOf } from './publicState'
import { publishPort } from './publishPort'
import { appendRecord } from './records'
import { readSnapshot, type Snapshot } from './snapshot'
import { standingReasons } from './standing'

const ATTEMPTS = 10

const findPost = async (payload: Payload, manuscriptKey: string): Promise<Post | undefined> => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: { manuscriptKey: { equals: manuscriptKey } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]
}

const proofReasons = async ({
  payload,
  form,
  at,
}: {
  payload: Payload
  form: ApplicationForm
  at: string
}): Promise<Reason[]> => [
  ...hashReasons(form),
  ...chainReasons(factsOf(form)),
  ...(await fileReasons({ payload, form })),
  ...(await standingReasons({
    payload,
    columnId: idOf(form.column),
    departmentId: idOf(form.department),
    route: form.route ?? null,
    at,
  })),
]

/** A form that fails its proof when it is due waits for the secrecy-reviewers, with the reason recorded. */
const holdUnproven = async ({
  payload,
  form,
  reasons,
  at,
}: {
  payload: Payload
  form: ApplicationForm
  reasons: Reason[]
  at: string
}) => {
  const opinion = wordReasons({ reasons })
    .map(({ message }) => message)
    .join('')
  const entry = {
    step: form.step ?? null,
    decision: 'hold',
    passed: false,
    person: { id: '', name: '系统', position: '', department: '' },
    opinion,
    at,
    hash: form.contentHash,
  }
  await payload.db.updateOne({
    collection: 'application-forms',
    where: {
      and: [
        { id: { equals: form.id } },
        { rev: { equals: form.rev } },
        { state: { equals: 'approved' } },
      ],
    },
    data: {
      state: 'held',
      heldFrom: 'approved',
      publishing: false,
      rev: (form.rev ?? 0) + 1,
      entries: [...entriesOf(form.entries), entry],
    },
    options: { atomic: true },
  })
}

type Making = {
  payload: Payload
  form: ApplicationForm
  snapshot: Snapshot
  manuscriptKey: string
  at: string
}

/** The relations stand in tables of their own on SQLite, so they follow the row; repeated until the form is done. */
const writeRelations = ({
  payload,
  postId,
  snapshot,
}: {
  payload: Payload
  postId: string
  snapshot: Snapshot
}) =>
  payload.db.updateOne({
    collection: 'posts',
    id: postId,
    data: { providers: snapshot.providers, topics: snapshot.topics },
  })

const firstPublication = async ({ payload, form, snapshot, manuscriptKey, at }: Making) => {
  const number = await nextNumber({ payload, key: 'post-number' })
  const columnSeq = await nextNumber({ payload, key: `column-${snapshot.column}` })
  const year = shanghaiYear(at)
  const written = new Date().toISOString()
  await payload.db.create({
    collection: 'posts',
    data: {
      ...contentOf(snapshot),
      createdAt: written,
      updatedAt: written,
      providers: snapshot.providers,
      topics: snapshot.topics,
      number,
      path: postUrl({ number, year }),
      state: 'live',
      column: snapshot.column,
      department: snapshot.department,
      columnSeq,
      columnSeqs: { [snapshot.column]: columnSeq },
      publishedAt: at,
      revisedAt: null,
      revision: 1,
      contentHash: form.contentHash,
      form: form.id,
      manuscriptKey,
      delivery: { state: 'waiting', seq: 1, at, error: null, attempts: 0, before: null },
    },
  })
}

const seqIn = async ({
  payload,
  post,
  column,
}: {
  payload: Payload
  post: Post
  column: string
}) => {
  const known = columnSeqsOf(post)
  return known[column] ?? (await nextNumber({ payload, key: `column-${column}` }))
}

/** A revision, or the return of a withdrawn post: number, path and publishedAt stay. @returns whether the swap was won */
const revision = async (
  { payload, form, snapshot, at }: Making,
  post: Post,
  before: PublicState,
) => {
  const columnSeq = await seqIn({ payload, post, column: snapshot.column })
  const row: unknown = await payload.db.updateOne({
    collection: 'posts',
    where: {
      and: [
        { id: { equals: post.id } },
        { state: { in: ['live', 'withdrawn'] } },
        { 'delivery.seq': { equals: post.delivery?.seq ?? 0 } },
      ],
    },
    data: {
      ...contentOf(snapshot),
      state: 'live',
      column: snapshot.column,
      columnSeq,
      columnSeqs: { ...columnSeqsOf(post), [snapshot.column]: columnSeq },
      revisedAt: at,
      revision: (post.revision ?? 1) + 1,
      contentHash: form.contentHash,
      form: form.id,
      withdrawal: { explanation: null, at: null, by: null },
      delivery: {
        state: 'waiting',
        seq: (post.delivery?.seq ?? 0) + 1,
        at,
        error: null,
        attempts: 0,
        provenAt: post.delivery?.provenAt ?? null,
        before,
      },
      updatedAt: new Date().toISOString(),
    },
    options: { atomic: true },
  })
  return row !== null
}

const ensurePost = async (making: Making): Promise<Post | null> => {
  const { payload, form, manuscriptKey } = making
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const post = await findPost(payload, manuscriptKey)
    if (!post) {
      // Of two makers the unique manuscriptKey lets one through; the other finds its post on the next turn.
      await firstPublication(making).catch((error) => {
        if (attempt === ATTEMPTS - 1) throw error
      })
      continue
    }
    if (post.state === 'removed') return null
    if (idOf(post.form) === form.id) {
      if (post.state === 'live')
        await writeRelations({ payload, postId: post.id, snapshot: making.snapshot })
      return post
    }
    const before = await publicStateOf({ payload, post, shown: true })
    if (await revision(making, post, before)) {
      await writeRelations({ payload, postId: post.id, snapshot: making.snapshot })
      return (await findPost(payload, manuscriptKey)) ?? null
    }
  }
  throw new Error(`The post of form ${form.number} could not be written`)
}

const record = async ({ payload, form, snapshot, at }: Making, post: Post) => {
  const state = await publicStateOf({ payload, post, shown: false })
  const signers = entriesOf(form.entries)
    .filter(({ passed }) => passed)
    .map(({ person, step }) => `${step}：${person.name}`)
  const facts = {
    post: post.id,
    number: post.number ?? 0,
    formNumber: form.number ?? '',
    title: snapshot.title,
    column: state.columnPath,
    department: state.departmentCode,
    providers: state.providerCodes,
    signers,
    reason: '',
    path: post.path ?? '',
    hash: form.contentHash ?? '',
    by: signers.at(-1)?.split('：').at(-1) ?? '',
    at,
  }
  const revised = (post.revision ?? 1) > 1
  await appendRecord({
    payload,
    facts: { ...facts, key: `publish:${form.id}`, event: revised ? 'revise' : 'publish' },
  })
}

/**
 * Makes the post of an approved form from its snapshot, never from the manuscript, and hands it to the generator. Repeatable:
 * whatever a kill left undone is done by calling it again.
 * @returns the post, or null when the form is not (or no longer) to be published
 */
export const publishForm = ({
  payload,
  formId,
  now,
}: {
  payload: Payload
  formId: string
  now: Date
}): Promise<Post | null> =>
  inTurn('publish', async () => {
    const form = await payload.findByID({
      collection: 'application-forms',
      id: formId,
      depth: 0,
      overrideAccess: true,
    })
    const manuscriptKey = idOf(form.manuscript)
    if (form.state !== 'approved' || !manuscriptKey || !form.snapshot) return null
    const at = now.toISOString()
    const begun = (await findPost(payload, manuscriptKey))?.form
    const reasons = idOf(begun) === form.id ? [] : await proofReasons({ payload, form, at })
    if (reasons.length > 0) {
      await holdUnproven({ payload, form, reasons, at })
      return null
    }
    const making: Making = {
      payload,
      form,
      snapshot: readSnapshot(form.snapshot),
      manuscriptKey,
      at,
    }
    const post = await ensurePost(making)
    if (!post) {
      await holdUnproven({ payload, form, reasons: [{ code: 'post-removed' }], at })
      return null
    }
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: form.id } },
      data: { post: post.id },
      options: { atomic: true },
    })
    await record(making, post)
    publishPort().deliver(post.id)
    return post
  })
