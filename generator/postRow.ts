import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { docOf, idOf } from '../access/person'
import { type PublicState, postUrl, publicStateSchema } from '../collections/urls'
import type { Post } from '../payload-types'
import { reasonOf } from './durable'

const FILES = z
  .array(z.object({ mediaId: z.string(), sha256: z.string(), filename: z.string() }))
  .nullish()
  .transform((files) => files ?? [])

/** A file that a post shows. */
export type PostFile = z.infer<typeof FILES>[number]

/** A post as the generator sees it. */
export type PostRow = {
  id: string
  url: string
  files: PostFile[]
  now: PublicState
  /** What the files still show, when a change waits. */
  before: PublicState | null
  /** Raised with every public change of the row. */
  seq: number
}

/** The fields that `postRow` reads. */
const POST_ROW = {
  number: true,
  path: true,
  column: true,
  columnSeq: true,
  department: true,
  providers: true,
  state: true,
  files: true,
  interprets: true,
  delivery: true,
} as const

const POPULATE = { columns: { path: true }, departments: { code: true }, posts: {} } as const

/** The options with which every query for post rows is made. */
const POST_QUERY = {
  collection: 'posts',
  depth: 1,
  select: POST_ROW,
  populate: POPULATE,
  overrideAccess: true,
} as const

type StoredPost = Pick<Post, 'id' | keyof typeof POST_ROW>

const yearOf = (path: string) => Number(/^\/posts\/(\d{4})\//.exec(path)?.[1])

/**
 * Reads a stored post, queried with `POST_QUERY`.
 * @throws for a row that no post of the workflow can be
 */
const postRow = (post: StoredPost): PostRow => {
  const column = docOf(post.column)
  const department = docOf(post.department)
  const { number, columnSeq, path, state } = post
  if (!number || !columnSeq || !path || !state || !column?.path || !department) {
    throw new Error(`Post ${post.id} has no number, path, state, column or department`)
  }
  const now: PublicState = {
    number,
    year: yearOf(path),
    columnId: column.id,
    columnPath: column.path,
    columnSeq,
    departmentCode: department.code,
    providerCodes: (post.providers ?? []).flatMap((provider) => docOf(provider)?.code ?? []),
    state,
    interprets: idOf(post.interprets),
  }
  return {
    id: post.id,
    url: postUrl(now),
    files: state === 'live' ? FILES.parse(post.files) : [],
    now,
    before: publicStateSchema.safeParse(post.delivery?.before).data ?? null,
    seq: post.delivery?.seq ?? 0,
  }
}

/** Posts whose public change is not yet in the files, oldest change first. */
export const outbox = async ({
  payload,
  limit,
  except,
}: {
  payload: Payload
  limit: number
  except: string[]
}) => {
  const { docs } = await payload.find({
    ...POST_QUERY,
    where: {
      and: [
        { 'delivery.state': { in: ['waiting', 'failed'] } },
        ...(except.length > 0 ? [{ id: { not_in: except } }] : []),
      ],
    },
    sort: 'delivery.at',
    limit,
    pagination: false,
  })
  return readRows(docs)
}

/** One row that can't be read must not stop the others. */
const readRows = (posts: StoredPost[]) => {
  const rows: PostRow[] = []
  const broken: { id: string; seq: number; error: string }[] = []
  for (const post of posts) {
    try {
      rows.push(postRow(post))
    } catch (error) {
      broken.push({ id: post.id, seq: post.delivery?.seq ?? 0, error: reasonOf(error) })
    }
  }
  return { rows, broken }
}

const PUBLIC: Where = { state: { in: ['live', 'withdrawn'] } }

/** Live and withdrawn posts after a number, in the order of their numbers: a walk by key over all of them. */
export const nextPosts = async ({
  payload,
  after,
  limit,
  where = {},
}: {
  payload: Payload
  after: number
  limit: number
  /** only these */
  where?: Where
}) => {
  const { docs } = await payload.find({
    ...POST_QUERY,
    where: { and: [{ number: { greater_than: after } }, PUBLIC, where] },
    sort: 'number',
    limit,
    pagination: false,
  })
  return { ...readRows(docs), last: docs.at(-1)?.number ?? null }
}

const WALK = 1_000

/** Every post that has a page, by number. `isWritten` says that the database believes the page to be there. */
export async function* publicPosts(payload: Payload) {
  for (let after = 0; ; ) {
    const { docs } = await payload.find({
      collection: 'posts',
      depth: 0,
      select: { number: true, path: true, delivery: true },
      overrideAccess: true,
      where: { and: [{ number: { greater_than: after } }, PUBLIC] },
      sort: 'number',
      limit: WALK,
      pagination: false,
    })
    for (const { path, delivery } of docs) {
      if (path) yield { url: path, isWritten: delivery?.state === 'written' }
    }
    const last = docs.at(-1)?.number
    if (!last) return
    after = last
  }
}

/** Posts whose pages have changed since a moment, removed ones included. */
export const postsChangedSince = async ({
  payload,
  since,
  after,
  limit,
}: {
  payload: Payload
  since: string
  after: number
  limit: number
}) => {
  const { docs } = await payload.find({
    ...POST_QUERY,
    where: {
      and: [{ number: { greater_than: after } }, { 'delivery.at': { greater_than: since } }],
    },
    sort: 'number',
    limit,
    pagination: false,
  })
  return { ...readRows(docs), last: docs.at(-1)?.number ?? null }
}

/** The row with this URL; null when there is none. */
export const postAt = async ({ payload, url }: { payload: Payload; url: string }) => {
  const { docs } = await payload.find({
    ...POST_QUERY,
    where: { path: { equals: url } },
    limit: 1,
    pagination: false,
  })
  return readRows(docs).rows[0] ?? null
}

/**
 * Live posts that show the title of this one: the interpretations of a policy file, and the file that it interprets or
 * interpreted before the change.
 */
export const relatedPosts = async ({
  payload,
  row,
  shown,
}: {
  payload: Payload
  row: PostRow
  shown: PublicState[]
}) => {
  const interpreted = [row.now, ...shown].flatMap(({ interprets }) => interprets ?? [])
  const { docs } = await payload.find({
    ...POST_QUERY,
    where: {
      and: [
        { state: { equals: 'live' } },
        {
          or: [
            { interprets: { equals: row.id } },
            ...(interpreted.length > 0 ? [{ id: { in: interpreted } }] : []),
          ],
        },
      ],
    },
    limit: 100,
    pagination: false,
  })
  return readRows(docs).rows
}

/** The present path of every column: a state that was recorded before a column moved names the old one. */
export const columnPaths = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'columns',
    depth: 0,
    select: { path: true },
    pagination: false,
    overrideAccess: true,
  })
  return new Map(docs.map(({ id, path }) => [id, path ?? '']))
}
