import type { Payload, Where, WhereField } from 'payload'
import { z } from 'zod'
import { type Places, readPlaces } from '../collections/places'
import { publicState } from '../collections/publicState'
import { englishUrl, type PublicState, postUrl, publicStateSchema } from '../collections/urls'
import type { Post } from '../payload-types'
import { reasonOf } from './durable'

export const FILE = z.object({
  mediaId: z.string(),
  sha256: z.string(),
  filename: z.string(),
  mimeType: z.string().nullish(),
  width: z.number().nullish(),
  height: z.number().nullish(),
})
const FILES = z
  .array(FILE)
  .nullish()
  .transform((files) => files ?? [])

/** A file that a post shows. */
export type PostFile = z.infer<typeof FILES>[number]

/** A post as the generator sees it. */
export type PostRow = {
  id: string
  url: string
  /** Every page that the post has now: its own, and the one in English. */
  pages: string[]
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
  topics: true,
  inEnglish: true,
  state: true,
  files: true,
  interprets: true,
  delivery: true,
} as const

type StoredPost = Pick<Post, 'id' | keyof typeof POST_ROW>

/**
 * Rows as the adapter reads them: a whole site is walked in this way, and Payload's own read goes through every field of every
 * row for hooks and access that no row of ours has for the server.
 */
const findPosts = async ({ payload, where, sort, limit }: Query): Promise<StoredPost[]> => {
  const { docs } = await payload.db.find<StoredPost>({
    collection: 'posts',
    where,
    sort,
    limit,
    select: POST_ROW,
    pagination: false,
  })
  return docs
}
type Query = { payload: Payload; where: Where; sort?: string; limit: number }

/**
 * Reads a stored post.
 * @throws for a row that no post of the workflow can be
 */
const postRow = ({ post, places }: { post: StoredPost; places: Places }): PostRow => {
  const { path, state } = post
  const now = publicState({ post, places })
  const { number, columnSeq, columnPath, departmentCode } = now
  if (!number || !columnSeq || !path || !state || !columnPath || !departmentCode) {
    throw new Error(`Post ${post.id} has no number, path, state, column or department`)
  }
  const url = postUrl(now)
  return {
    id: post.id,
    url,
    pages: now.inEnglish ? [url, englishUrl(url)] : [url],
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
  const docs = await findPosts({
    payload,
    where: {
      and: [
        { 'delivery.state': { in: ['waiting', 'failed'] } },
        ...(except.length > 0 ? [{ id: { not_in: except } }] : []),
      ],
    },
    sort: 'delivery.at',
    limit,
  })
  return readRows({ payload, docs })
}

/** One row that can't be read must not stop the others. */
const readRows = async ({ payload, docs }: { payload: Payload; docs: StoredPost[] }) => {
  const places = await readPlaces(payload)
  const rows: PostRow[] = []
  const broken: { id: string; seq: number; error: string }[] = []
  for (const post of docs) {
    try {
      rows.push(postRow({ post, places }))
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
  const docs = await findPosts({
    payload,
    where: { and: [{ number: { greater_than: after } }, PUBLIC, where] },
    sort: 'number',
    limit,
  })
  return { ...(await readRows({ payload, docs })), last: docs.at(-1)?.number ?? null }
}

const WALK = 1_000

/** Every page of a post, by number. `isWritten` says that the database believes the page to be there. */
export async function* publicPosts(payload: Payload) {
  for (let after = 0; ; ) {
    const { docs } = await payload.db.find<
      Pick<StoredPost, 'id' | 'number' | 'path' | 'delivery' | 'inEnglish'>
    >({
      collection: 'posts',
      select: { number: true, path: true, inEnglish: true, delivery: { state: true } },
      where: { and: [{ number: { greater_than: after } }, PUBLIC] },
      sort: 'number',
      limit: WALK,
      pagination: false,
    })
    for (const { path, inEnglish, delivery } of docs) {
      if (!path) continue
      const isWritten = delivery?.state === 'written'
      yield { url: path, isWritten }
      if (inEnglish) yield { url: englishUrl(path), isWritten }
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
  const docs = await findPosts({
    payload,
    where: {
      and: [{ number: { greater_than: after } }, { 'delivery.at': { greater_than: since } }],
    },
    sort: 'number',
    limit,
  })
  return { ...(await readRows({ payload, docs })), last: docs.at(-1)?.number ?? null }
}

/** The row with this URL; null when there is none. */
export const postAt = async ({ payload, url }: { payload: Payload; url: string }) => {
  const docs = await findPosts({
    payload,
    where: { path: { equals: url } },
    limit: 1,
  })
  const { rows } = await readRows({ payload, docs })
  return rows[0] ?? null
}

type Named = { payload: Payload; row: PostRow; shown: PublicState[] }

/** So many pages can name a post as related at most: see `workflow/related.ts`. */
const MOST_NAMING = 200

/** The interpretations of a policy file, and the file that this post interprets or interpreted before the change. */
const interpretations = ({ payload, row, shown }: Named) => {
  const interpreted = [row.now, ...shown].flatMap(({ interprets }) => interprets ?? [])
  return findPosts({
    payload,
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
  })
}

/** The posts whose pages name this one as related. Nothing names one that was never public. */
const naming = ({ payload, row, shown }: Named) =>
  shown.length === 0
    ? []
    : findPosts({ payload, where: { related: { in: [row.id] } }, limit: MOST_NAMING })

/** The live posts before and after a place in a column. */
const beside = async ({
  payload,
  place: { columnId, columnSeq },
}: {
  payload: Payload
  place: PublicState
}) => {
  const nearest = (seq: WhereField, sort: string) =>
    findPosts({
      payload,
      where: {
        and: [{ column: { equals: columnId } }, { columnSeq: seq }, { state: { equals: 'live' } }],
      },
      sort,
      limit: 1,
    })
  const found = await Promise.all([
    nearest({ less_than: columnSeq }, '-columnSeq'),
    nearest({ greater_than: columnSeq }, 'columnSeq'),
  ])
  return found.flat()
}

/**
 * Live posts that show the title of this one: its neighbours in the column, where it stands and where it stood; those that
 * name it as related; its interpretations, or the file that it interprets. One whose own page waits or failed is left to its
 * own delivery and does not hold up this one, unless this one goes: then no page may keep its title unnoticed.
 */
export const postsNaming = async ({ payload, row, shown }: Named) => {
  const states = [row.now, ...shown]
  const places = new Map(states.map((state) => [`${state.columnId} ${state.columnSeq}`, state]))
  const found = await Promise.all([
    interpretations({ payload, row, shown }),
    naming({ payload, row, shown }),
    ...[...places.values()].map((place) => beside({ payload, place })),
  ])
  const docs = new Map(found.flat().map((post) => [post.id, post]))
  const shownNow = [...docs.values()].filter(
    ({ state, delivery }) =>
      state === 'live' && (delivery?.state === 'written' || row.now.state !== 'live'),
  )
  return (await readRows({ payload, docs: shownNow })).rows
}
