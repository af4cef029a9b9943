import type { Payload } from 'payload'
import type { FeedEntry } from '../_components/xml'
import { AS_PUBLIC } from './client'
import { LIST_LENGTH } from './lists'

type Query = { payload: Payload; columnIds: string[]; siteName: string }

/** The newest live posts of some columns, as entries of a feed. */
export const feedEntries = async ({ payload, columnIds, siteName }: Query) => {
  const lists = await Promise.all(
    columnIds.map((id) =>
      payload.find({
        ...AS_PUBLIC,
        collection: 'posts',
        where: { and: [{ column: { equals: id } }, { state: { equals: 'live' } }] },
        select: {
          title: true,
          path: true,
          summary: true,
          source: true,
          publishedAt: true,
          revisedAt: true,
        },
        sort: ['-publishedAt', '-number'],
        limit: LIST_LENGTH,
        pagination: false,
      }),
    ),
  )
  const entries = lists
    .flatMap(({ docs }) => docs)
    .flatMap((row): FeedEntry[] => {
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
