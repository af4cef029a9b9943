import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import { gathered } from '../../../collections/gathered'
import { wayTo } from '../_components/columnTree'
import type { ColumnView, Frame, PostView, WithdrawnView } from '../_components/views'
import { AS_PUBLIC } from './client'
import { departmentLinks } from './departments'
import { interpretationsOf, linkTo } from './lists'
import { postViewOf } from './stored'

const PAGE = {
  number: true,
  path: true,
  state: true,
  column: true,
  publishedAt: true,
  revisedAt: true,
  migrated: true,
  withdrawal: true,
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
  guide: true,
  imported: true,
} as const

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

/** The links around a text: who is credited, what it explains, what explains it. */
const relationsOf = async ({ payload, id, interprets, providers, isPolicy }: RelationsQuery) => {
  const [departments, explained, interpretations] = await Promise.all([
    departmentLinks({ payload, ids: providers }),
    interprets ? linkTo({ payload, id: interprets }) : null,
    id && isPolicy ? interpretationsOf({ payload, id }) : [],
  ])
  return { providers: departments, interprets: explained, interpretations }
}
type RelationsQuery = {
  payload: Payload
  id: string | null
  interprets: string | null
  providers: string[]
  isPolicy: boolean
}

const readRow = gathered(async ({ payload, keys }) => {
  const { docs } = await payload.find({
    ...AS_PUBLIC,
    collection: 'posts',
    where: { path: { in: keys } },
    select: PAGE,
    limit: keys.length,
    pagination: false,
  })
  return new Map(docs.map((row) => [row.path ?? '', row]))
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
  const relations = await relationsOf({
    payload,
    id: row.id,
    interprets: idOf(row.interprets),
    providers: (row.providers ?? []).map(idOf).filter((id) => id !== null),
    isPolicy: row.kind === 'policy',
  })
  const around = {
    ...relations,
    path,
    publishedAt,
    revisedAt: revisedAt ?? null,
    siteName: frame.site.name,
  }
  return { state: 'live', ancestors, post: postViewOf({ content: row, around }) }
}

type DraftQuery = {
  payload: Payload
  frame: Frame
  content: { providers: string[]; interprets: string | null }
  publishedAt: string | null
}

/** The smaller pictures become public with the post. */
const withoutVariants = (post: PostView): PostView => ({
  ...post,
  files: post.files.map((file) => ({ ...file, variants: [] })),
})

/** A text that is not public yet, as its page will show it. */
export const readDraft = async ({ payload, frame, content, publishedAt }: DraftQuery) => {
  const { providers, interprets } = content
  const relations = await relationsOf({ payload, id: null, interprets, providers, isPolicy: false })
  const around = {
    ...relations,
    path: null,
    publishedAt,
    revisedAt: null,
    siteName: frame.site.name,
  }
  return withoutVariants(postViewOf({ content, around }))
}
