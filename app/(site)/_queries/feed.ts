import type { Payload } from 'payload'
import type { Post } from '../../../payload-types'
import type { FeedEntry } from '../_components/xml'
import { LIST_LENGTH } from './lists'
import { publicPosts } from './posts'

const ENTRY = {
  title: true,
  path: true,
  summary: true,
  source: true,
  publishedAt: true,
  revisedAt: true,
} as const

type Row = Pick<Post, keyof typeof ENTRY>

type Query = { payload: Payload; columnIds: string[]; siteName: string }

/** The newest live posts of some columns, as entries of a feed. */
export const feedEntries = async ({ payload, columnIds, siteName }: Query) => {
  const lists = await Promise.all(
    columnIds.map((id) =>
      publicPosts<Row>({
        payload,
        where: { column: { equals: id } },
        select: ENTRY,
        sort: ['-publishedAt', '-number'],
        limit: LIST_LENGTH,
      }),
    ),
  )
  const entries = lists.flat().flatMap((row): FeedEntry[] => {
    const { title, path, publishedAt } = row
    if (!title || !path || !publishedAt) return []
    return [
      {
        title,
        path,
        publishedAt,
        revisedAt: row.revisedAt ?? null,
        summary: row.summary ?? '',
        source: row.source?.name || siteName,
      },
    ]
  })
  return entries
    .toSorted((one, other) => (one.publishedAt < other.publishedAt ? 1 : -1))
    .slice(0, LIST_LENGTH)
}
