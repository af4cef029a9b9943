import type { Payload, Where } from 'payload'
import { idOf } from '../../../access/person'
import { gathered } from '../../../collections/gathered'
import { keptReads } from '../../../collections/keptRead'
import { listVersion } from '../../../collections/siteChanged'
import { archiveRange } from '../../../collections/urls'
import type { ListKind } from '../../../collections/words'
import type { Post } from '../../../payload-types'
import type { FileView, PostLink } from '../_components/views'
import { MOST_ROWS } from './client'
import { publicPosts } from './posts'
import { ATTACHMENTS, attachmentsOf, FILES, IMAGES, POLICY_VIEW } from './stored'

/** The newest that a list shows at once. */
export const LIST_LENGTH = 20

const LINE = { number: true, title: true, path: true, publishedAt: true } as const
const SUMMARY = { ...LINE, summary: true } as const
const FILED = { ...SUMMARY, files: true, images: true, attachments: true } as const
const POLICY = { ...LINE, policy: true } as const

/** What each form of list reads of a post. */
const SELECTS = {
  news: LINE,
  page: LINE,
  guide: SUMMARY,
  policy: POLICY,
  download: FILED,
} as const satisfies Record<ListKind, object>

type Row = Pick<Post, 'id' | keyof typeof LINE> &
  Partial<Pick<Post, keyof typeof FILED | keyof typeof POLICY | 'interprets'>>

/** The first picture beside the text, else the first in it. */
const pictureOf = (row: Row) => {
  const files = FILES.parse(row.files)
  const [first] = IMAGES.parse(row.images)
  const attached = ATTACHMENTS.parse(row.attachments).map(({ mediaId }) => mediaId)
  const isShown = ({ mediaId, mimeType }: FileView) =>
    first ? mediaId === first : mimeType.startsWith('image/') && !attached.includes(mediaId)
  return files.find(isShown) ?? null
}

/** A post as a line. Throws for a live post without title, path or time, which the workflow never makes. */
const linkOf = (row: Row): PostLink => {
  const { title, path, publishedAt } = row
  if (!title || !path || !publishedAt) throw new Error(`Post ${row.id} has no title, path or time`)
  const policy = POLICY_VIEW.parse(row.policy)
  return {
    title,
    path,
    publishedAt,
    summary: row.summary ?? '',
    picture: pictureOf(row),
    attachments: attachmentsOf({ attachments: row.attachments, files: row.files }),
    docNumber: policy?.docNumber ?? '',
    issuedOn: policy?.issuedOn ?? null,
    validity: policy?.validity ?? '',
  }
}

type ListQuery = { payload: Payload; where: Where; limit: number; fields: object; sort?: string[] }

const NEWEST_FIRST = ['-publishedAt', '-number']

const readRows = ({ fields, sort = NEWEST_FIRST, ...query }: ListQuery) =>
  publicPosts<Row>({ ...query, select: { ...LINE, ...fields }, sort })

const readLinks = async (query: ListQuery) => (await readRows(query)).map(linkOf)

const newestFirst = (one: PostLink, other: PostLink) =>
  one.publishedAt < other.publishedAt ? 1 : one.publishedAt > other.publishedAt ? -1 : 0

/** The newest of several lists together, each post once. */
const merged = ({ lists, limit }: { lists: PostLink[][]; limit: number }) => {
  const byPath = new Map(lists.flat().map((post) => [post.path, post]))
  return [...byPath.values()].toSorted(newestFirst).slice(0, limit)
}

type NewestQuery = {
  payload: Payload
  columnIds: string[]
  limit: number
  kind?: ListKind | 'lead'
  /** Without what was migrated from an older site: it is not news. */
  onlyNew?: boolean
}

/** The home page lists every column, and is drawn at each publication; one column has changed then. */
const keptList = keptReads<PostLink[]>()

/** The newest live posts of some columns. One bounded query a column, so that each can walk its index. */
export const newestIn = async ({ payload, columnIds, limit, kind, onlyNew }: NewestQuery) => {
  const fields = kind === 'lead' ? FILED : SELECTS[kind ?? 'news']
  const read = (id: string) =>
    readLinks({
      payload,
      where: onlyNew
        ? { and: [{ column: { equals: id } }, { migrated: { not_equals: true } }] }
        : { column: { equals: id } },
      limit,
      fields,
    })
  const lists = await Promise.all(
    columnIds.map((id) =>
      keptList({
        payload,
        key: JSON.stringify([id, limit, kind, onlyNew]),
        counter: listVersion(id),
        read: () => read(id),
      }),
    ),
  )
  return merged({ lists, limit })
}

/**
 * The newest live posts that a department wrote or is credited for (供稿单位). Credits stand in a table of their own, so they
 * are looked for only among the posts that are new enough to get on the list.
 */
export const newestOfDepartment = async ({ payload, id }: { payload: Payload; id: string }) => {
  const read = (where: Where) => readLinks({ payload, where, limit: LIST_LENGTH, fields: LINE })
  const own = await read({ department: { equals: id } })
  const oldest = own.length === LIST_LENGTH ? own.at(-1) : undefined
  const credited = await read({
    and: [
      { providers: { in: [id] } },
      ...(oldest ? [{ publishedAt: { greater_than_equal: oldest.publishedAt } }] : []),
    ],
  })
  return merged({ lists: [own, credited], limit: LIST_LENGTH })
}

type ArchiveQuery = { payload: Payload; columnId: string; page: number; kind: ListKind }

/** The live posts of one archive page, newest first. */
export const archivePosts = ({ payload, columnId, page, kind }: ArchiveQuery) => {
  const { first, last } = archiveRange(page)
  return readLinks({
    payload,
    where: {
      and: [
        { column: { equals: columnId } },
        { columnSeq: { greater_than_equal: first } },
        { columnSeq: { less_than_equal: last } },
      ],
    },
    limit: last - first + 1,
    fields: SELECTS[kind],
    sort: ['-columnSeq'],
  })
}

/** The highest fixed number that the public can see in a column, withdrawn ones included; 0 when it is empty. */
export const lastSeqIn = async ({ payload, columnId }: { payload: Payload; columnId: string }) => {
  const [last] = await publicPosts<Pick<Post, 'columnSeq'>>({
    payload,
    where: { column: { equals: columnId } },
    select: { columnSeq: true },
    sort: '-columnSeq',
    limit: 1,
    withWithdrawn: true,
  })
  return last?.columnSeq ?? 0
}

const readInterpretations = gathered(async ({ payload, keys }) => {
  const read = (ids: string[], limit: number) =>
    readRows({ payload, where: { interprets: { in: ids } }, limit, fields: { interprets: true } })
  const rows = await read(keys, MOST_ROWS)
  const isWhole = rows.length < MOST_ROWS
  const links = new Map<string, PostLink[]>()
  for (const key of keys) {
    const own = isWhole
      ? rows.filter(({ interprets }) => idOf(interprets) === key).slice(0, LIST_LENGTH)
      : await read([key], LIST_LENGTH)
    links.set(key, own.map(linkOf))
  }
  return links
})

/** The texts that explain a policy. */
export const interpretationsOf = async ({ payload, id }: { payload: Payload; id: string }) =>
  (await readInterpretations({ payload, key: id })) ?? []

/** Live posts by id, with what a lead shows of them. */
export const leadsById = async ({ payload, ids }: { payload: Payload; ids: string[] }) => {
  const where = { id: { in: ids } }
  const rows = await readRows({ payload, where, limit: MOST_ROWS, fields: FILED })
  return new Map(rows.map((row) => [row.id, linkOf(row)]))
}

/** The newest live posts of a topic. */
export const newestOfTopic = ({ payload, id }: { payload: Payload; id: string }) =>
  readLinks({ payload, where: { topics: { in: [id] } }, limit: MOST_ROWS, fields: LINE })
