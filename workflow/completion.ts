import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { raiseListVersions, raisePostsVersion } from '../collections/siteChanged'
import { publicStateSchema } from '../collections/urls'
import type { ApplicationForm, Post } from '../payload-types'
import { entriesOf } from './entry'
import { departmentCodes, publicStateOf } from './publicState'
import { publishPort } from './publishPort'
import { appendRecord, blankTitles, type RecordFacts } from './records'
import { relatedTo } from './related'
import { readSnapshot, type Snapshot } from './snapshot'

type Relations = Pick<Snapshot, 'providers' | 'topics'> & { related: string[] }
type Completing = {
  payload: Payload
  post: Post
  form: ApplicationForm | null
  snapshot: Snapshot | null
}

/** The row of a post, whole. */
export const readPost = (payload: Payload, id: string) =>
  payload.findByID({ collection: 'posts', id, depth: 0, overrideAccess: true })

const formOf = async (payload: Payload, post: Post) => {
  const id = idOf(post.form)
  return id
    ? payload.findByID({ collection: 'application-forms', id, depth: 0, overrideAccess: true })
    : null
}

/** An unreadable text must not stand in the way of its own removal. */
const snapshotOf = (form: Pick<ApplicationForm, 'snapshot'> | null): Snapshot | null => {
  if (!form?.snapshot) return null
  try {
    return readSnapshot(form.snapshot)
  } catch {
    return null
  }
}

const idsOf = (values: ({ id: string } | string)[] | null | undefined) => (values ?? []).map(idOf)
const isSame = (one: unknown[], other: unknown[]) => JSON.stringify(one) === JSON.stringify(other)

/** Relations stand in tables of their own on SQLite, so they can only follow the swap of the row. */
const writeRelations = async ({ payload, post }: Completing, relations: Relations) => {
  const { providers, topics, related } = relations
  const written =
    isSame(idsOf(post.providers), providers) &&
    isSame(idsOf(post.topics), topics) &&
    isSame(idsOf(post.related), related)
  if (written) return
  await payload.db.updateOne({
    collection: 'posts',
    id: post.id,
    data: { providers, topics, related },
    returning: false,
  })
  await raisePostsVersion(payload)
}

const NO_RELATIONS: Relations = { providers: [], topics: [], related: [] }

/** Where a post stands, as its records name it. */
type Standing = Pick<RecordFacts, 'column' | 'department' | 'providers'>

const standingOf = async ({ payload, post, snapshot }: Completing): Promise<Standing> => {
  const state = await publicStateOf({ payload, post, shown: false })
  const providers = await departmentCodes({ payload, ids: snapshot?.providers ?? [] })
  return { column: state.columnPath, department: state.departmentCode, providers }
}

type Recorded = Pick<Post, 'id' | 'number' | 'path' | 'contentHash'>
type RecordedForm = Pick<ApplicationForm, 'id' | 'number' | 'title' | 'entries'>

/** What every record of a post says. */
const factsOf = ({ post, form }: { post: Recorded; form: RecordedForm | null }) =>
  ({
    post: post.id,
    number: post.number ?? 0,
    formNumber: form?.number ?? '',
    title: form?.title ?? '',
    signers: [],
    reason: '',
    path: post.path ?? '',
    hash: post.contentHash ?? '',
  }) satisfies Partial<RecordFacts>

/** What the record of a publication or a revision says. Pure. */
export const publicationFacts = ({
  post,
  form,
  standing,
}: {
  post: Recorded & Pick<Post, 'revision' | 'revisedAt' | 'publishedAt'>
  form: RecordedForm | null
  standing: Standing
}): RecordFacts => {
  const passed = entriesOf(form?.entries).filter((entry) => entry.passed)
  const isRevised = (post.revision ?? 1) > 1
  return {
    ...factsOf({ post, form }),
    ...standing,
    key: `publish:${form?.id ?? post.id}`,
    event: isRevised ? 'revise' : 'publish',
    signers: passed.map(({ person, step }) => `${step}：${person.name}`),
    by: passed.at(-1)?.person.name ?? '',
    at: (isRevised ? post.revisedAt : post.publishedAt) ?? '',
  }
}

const recordPublication = async (completing: Completing) => {
  const { payload, post, form } = completing
  const standing = await standingOf(completing)
  await appendRecord({ payload, facts: publicationFacts({ post, form, standing }) })
}

const recordRetraction = async (completing: Completing, event: 'withdraw' | 'remove') => {
  const { payload, post } = completing
  await appendRecord({
    payload,
    facts: {
      ...factsOf(completing),
      ...(await standingOf(completing)),
      key: `${event}:${post.id}:${post.delivery?.seq ?? 0}`,
      event,
      reason: post.withdrawal?.explanation ?? '',
      by: post.withdrawal?.by ?? '',
      at: post.withdrawal?.at ?? '',
    },
  })
}

const completePublication = async (completing: Completing) => {
  const { payload, post, form, snapshot } = completing
  if (form && !snapshot) throw new Error(`The snapshot of form ${form.number} cannot be read`)
  if (snapshot) {
    const { providers, topics } = snapshot
    const related = await relatedTo({ payload, post })
    await writeRelations(completing, { providers, topics, related })
  }
  if (form) {
    await payload.db.updateOne({
      collection: 'application-forms',
      where: { id: { equals: form.id } },
      data: { post: post.id },
      options: { atomic: true },
    })
  }
  await recordPublication(completing)
}

const completeWithdrawal = async (completing: Completing) => {
  await recordRetraction(completing, 'withdraw')
  await writeRelations(completing, NO_RELATIONS)
}

/** The files of every text that was submitted for this post: its page may still show those of an earlier one. */
const allFilesOf = async ({ payload, post }: Completing) => {
  const { docs } = await payload.find({
    collection: 'application-forms',
    where: { post: { equals: post.id } },
    select: { snapshot: true },
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: true,
  })
  const files = docs.flatMap((form) => snapshotOf(form)?.files ?? [])
  return [...new Set(files.map(({ sha256 }) => sha256))]
}

const completeRemoval = async (completing: Completing) => {
  const { payload, post } = completing
  const before = await publicStateOf({ payload, post, shown: true })
  const mediaHashes = await allFilesOf(completing)
  await publishPort().retract({ postId: post.id, before, mediaHashes })
  await recordRetraction(completing, 'remove')
  await writeRelations(completing, NO_RELATIONS)
  await blankTitles({ payload, postId: post.id })
}

const COMPLETE = {
  live: completePublication,
  withdrawn: completeWithdrawal,
  removed: completeRemoval,
} as const

/** The row is whole: only now the generator may take it up. A later swap of the row is not disturbed. */
const handOver = async ({ payload, post }: Completing) => {
  const { delivery } = post
  await payload.db.updateOne({
    collection: 'posts',
    where: {
      and: [
        { id: { equals: post.id } },
        { 'delivery.seq': { equals: delivery?.seq ?? 0 } },
        { 'delivery.state': { exists: false } },
      ],
    },
    data: { delivery: { ...delivery, state: 'waiting' } },
    options: { atomic: true },
  })
  publishPort().deliver(post.id)
}

/** The columns that list the post now, and that listed it before the change. */
const columnsOf = ({ column, delivery }: Post) => [
  idOf(column),
  publicStateSchema.safeParse(delivery?.before).data?.columnId ?? null,
]

/** A swap of the row was not followed up yet; the generator does not see such a row. */
export const isIncomplete = (post: Post) => !post.delivery?.state

/**
 * What follows the one swap that makes, revises, withdraws or removes a post: lists out of date, relations, publication record, titles, the
 * removal of files; last the row is handed to the generator as 'waiting'. Every step is read from the row and repeatable,
 * so whatever a kill left undone is done by calling it again. Not to be run twice at once: see `inTurn`.
 * @param post as it was just read
 * @returns the post as it is then
 */
export const completePost = async ({
  payload,
  post,
}: {
  payload: Payload
  post: Post
}): Promise<Post> => {
  if (!isIncomplete(post)) return post
  const form = await formOf(payload, post)
  const completing = { payload, post, form, snapshot: snapshotOf(form) }
  await raiseListVersions({ payload, columns: columnsOf(post) })
  await COMPLETE[post.state ?? 'live'](completing)
  await handOver(completing)
  return readPost(payload, post.id)
}
