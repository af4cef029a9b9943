import type { Payload } from 'payload'
import { idOf } from '../access/person'
import { nextNumber } from '../collections/counters/nextNumber'
import { shanghaiYear } from '../collections/dates'
import { postUrl } from '../collections/urls'
import type { ApplicationForm, Post } from '../payload-types'
import { completePost, isIncomplete } from './completion'
import { contentOf, isInEnglish } from './content'
import { columnSeqsOf, publicStateOf } from './publicState'
import type { Snapshot } from './snapshot'

const ATTEMPTS = 10

export type Making = {
  payload: Payload
  form: ApplicationForm
  snapshot: Snapshot
  manuscriptKey: string
  at: string
}

/** The post of a manuscript: one, for its whole life. */
export const postOfManuscript = async ({
  payload,
  manuscript,
}: {
  payload: Payload
  manuscript: string
}): Promise<Post | null> => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: { manuscriptKey: { equals: manuscript } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0] ?? null
}

/** The counter of the numbers of posts, and the one of a column's fixed numbers. */
export const POST_NUMBER = 'post-number'
export const columnCounter = (column: string) => `column-${column}`

/** The row of a post that is public for the first time: relations and the files follow. Pure. */
export const newPost = ({
  form,
  snapshot,
  manuscriptKey,
  at,
  number,
  columnSeq,
}: Omit<Making, 'payload' | 'form'> & {
  form: Pick<ApplicationForm, 'id' | 'contentHash'>
  number: number
  columnSeq: number
}) => ({
  ...contentOf(snapshot),
  inEnglish: isInEnglish(snapshot),
  number,
  path: postUrl({ number, year: shanghaiYear(at) }),
  state: 'live' as const,
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
  delivery: { state: null, seq: 1, at, error: null, attempts: 0, provenAt: null, before: null },
})

const firstPublication = async (making: Making): Promise<Post> => {
  const { payload, snapshot } = making
  const number = await nextNumber({ payload, key: POST_NUMBER })
  const columnSeq = await nextNumber({ payload, key: columnCounter(snapshot.column) })
  const written = new Date().toISOString()
  return payload.db.create({
    collection: 'posts',
    data: { ...newPost({ ...making, number, columnSeq }), createdAt: written, updatedAt: written },
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
  return known[column] ?? (await nextNumber({ payload, key: columnCounter(column) }))
}

/** A revision, or the return of a withdrawn post: number, path and publishedAt stay. */
const revise = async ({ payload, form, snapshot, at }: Making, post: Post) => {
  const columnSeq = await seqIn({ payload, post, column: snapshot.column })
  const seq = post.delivery?.seq ?? 0
  await payload.db.updateOne({
    collection: 'posts',
    where: {
      and: [
        { id: { equals: post.id } },
        { state: { in: ['live', 'withdrawn'] } },
        { 'delivery.seq': { equals: seq } },
      ],
    },
    data: {
      ...contentOf(snapshot),
      inEnglish: isInEnglish(snapshot),
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
        state: null,
        seq: seq + 1,
        at,
        error: null,
        attempts: 0,
        provenAt: post.delivery?.provenAt ?? null,
        before: await publicStateOf({ payload, post, shown: true }),
      },
      updatedAt: new Date().toISOString(),
    },
    options: { atomic: true },
  })
}

/**
 * The row of the form's post, made or revised by one write. Repeatable.
 * @param known the post of the manuscript as it was just read
 * @returns the post; null when it was removed before this form was published
 */
export const makePost = async ({
  known,
  ...making
}: Making & { known: Post | null }): Promise<Post | null> => {
  const { payload, form, manuscriptKey } = making
  let post = known
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (post && idOf(post.form) === form.id) return post
    if (post?.state === 'removed') return null
    if (!post) {
      // Of two makers the unique manuscriptKey lets one through; the other finds its post on the next turn.
      const made = await firstPublication(making).catch((error) => {
        if (attempt === ATTEMPTS) throw error
        return null
      })
      if (made) return made
    } else if (isIncomplete(post)) {
      await completePost({ payload, post })
    } else {
      await revise(making, post)
    }
    post = await postOfManuscript({ payload, manuscript: manuscriptKey })
  }
  throw new Error(`The post of form ${form.number} could not be written`)
}
