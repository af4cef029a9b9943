import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import { gathered } from '../../../collections/gathered'
import { englishUrl } from '../../../collections/urls'
import type { Post } from '../../../payload-types'
import { wayTo } from '../_components/columnTree'
import type { ColumnView, Frame, PostView, WithdrawnView } from '../_components/views'
import { linkTo, liveLinks, neighboursOf } from './around'
import { departmentLinks } from './departments'
import { interpretationsOf } from './lists'
import { publicPosts } from './posts'
import { postViewOf } from './stored'
import { topicLinks } from './topics'

const PAGE = {
  number: true,
  path: true,
  state: true,
  column: true,
  columnSeq: true,
  publishedAt: true,
  revisedAt: true,
  migrated: true,
  withdrawal: { explanation: true, at: true },
  title: true,
  subtitle: true,
  kind: true,
  summary: true,
  body: true,
  files: true,
  images: true,
  attachments: true,
  source: true,
  providers: true,
  authors: true,
  photographer: true,
  bulletin: true,
  policy: true,
  interprets: true,
  related: true,
  guide: true,
  imported: true,
  topics: true,
  inEnglish: true,
} as const

type Row = Pick<Post, 'id' | keyof typeof PAGE>

/** What is at a post's address. */
export type PostAt =
  | { state: 'live'; ancestors: ColumnView[]; post: PostView }
  | { state: 'withdrawn'; ancestors: ColumnView[]; post: WithdrawnView; publishedAt: string }

/** A post's column with its ancestors. Throws when it is gone: columns are never deleted. */
export const columnWay = ({ frame, columnId }: { frame: Frame; columnId: string | null }) => {
  const way = wayTo({ columns: frame.columns, is: ({ id }) => id === columnId })
  if (!way) throw new Error(`The column ${columnId} does not exist`)
  return way
}

/** What a text itself names: who is credited, what it explains, the topics that it belongs to. */
const namedBy = async ({ payload, interprets, providers, topics }: NamedQuery) => {
  const [departments, explained, collected] = await Promise.all([
    departmentLinks({ payload, ids: providers }),
    interprets ? linkTo({ payload, id: interprets }) : null,
    topicLinks({ payload, ids: topics }),
  ])
  return { providers: departments, interprets: explained, topics: collected }
}
type NamedQuery = {
  payload: Payload
  interprets: string | null
  providers: string[]
  topics: string[]
}

const idsOf = (values: ({ id: string } | string)[] | null | undefined) =>
  (values ?? []).map(idOf).filter((id) => id !== null)

/** All links around a post. */
const linksAround = async ({ payload, row }: { payload: Payload; row: Row }) => {
  const columnId = idOf(row.column) ?? ''
  const { id, columnSeq, kind } = row
  const [named, interpretations, related, neighbours] = await Promise.all([
    namedBy({
      payload,
      interprets: idOf(row.interprets),
      providers: idsOf(row.providers),
      topics: idsOf(row.topics),
    }),
    kind === 'policy' ? interpretationsOf({ payload, id }) : [],
    liveLinks({ payload, ids: idsOf(row.related) }),
    neighboursOf({ payload, columnId, columnSeq: columnSeq ?? 0 }),
  ])
  return { ...named, interpretations, related, neighbours }
}

const readRow = gathered(async ({ payload, keys }) => {
  const rows = await publicPosts<Row>({
    payload,
    where: { path: { in: keys } },
    select: PAGE,
    limit: keys.length,
    withWithdrawn: true,
  })
  return new Map(rows.map((row) => [row.path ?? '', row]))
})

type PostQuery = { payload: Payload; frame: Frame; path: string }

/** The live or withdrawn post at an address; null for a removed or unknown one. */
export const readPost = async ({ payload, frame, path }: PostQuery): Promise<PostAt | null> => {
  const row = await readRow({ payload, key: path })
  if (!row?.publishedAt) return null
  const { publishedAt, revisedAt, withdrawal } = row
  const ancestors = columnWay({ frame, columnId: idOf(row.column) })
  if (row.state === 'withdrawn') {
    const { explanation, at } = withdrawal ?? {}
    const post = { path, explanation: explanation ?? '', withdrawnAt: at ?? null }
    return { state: 'withdrawn', ancestors, post, publishedAt }
  }
  if (row.state !== 'live') return null
  const around = {
    ...(await linksAround({ payload, row })),
    path,
    publishedAt,
    revisedAt: revisedAt ?? null,
    siteName: frame.site.name,
    english: row.inEnglish ? englishUrl(path) : null,
  }
  return { state: 'live', ancestors, post: postViewOf({ content: row, around }) }
}

/** What a text has not before it is public. */
const NOTHING_AROUND = {
  interpretations: [],
  related: [],
  neighbours: { previous: null, next: null },
}

type DraftQuery = {
  payload: Payload
  frame: Frame
  content: { providers: string[]; topics: string[]; interprets: string | null }
  publishedAt: string | null
}

/** The smaller pictures become public with the post. */
const withoutVariants = (post: PostView): PostView => ({
  ...post,
  files: post.files.map((file) => ({ ...file, variants: [] })),
})

/** A text that is not public yet, as its page will show it. */
export const readDraft = async ({ payload, frame, content, publishedAt }: DraftQuery) => {
  const { providers, interprets, topics } = content
  const around = {
    ...(await namedBy({ payload, interprets, providers, topics })),
    ...NOTHING_AROUND,
    path: null,
    publishedAt,
    revisedAt: null,
    siteName: frame.site.name,
    english: null,
  }
  return withoutVariants(postViewOf({ content, around }))
}
