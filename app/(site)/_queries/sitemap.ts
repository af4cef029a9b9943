import type { Payload } from 'payload'
import { englishUrl, sitemapRange } from '../../../collections/urls'
import type { Post } from '../../../payload-types'
import { allRows, MOST_ROWS } from './client'
import { publicPosts } from './posts'

const ROW = {
  number: true,
  path: true,
  inEnglish: true,
  publishedAt: true,
  revisedAt: true,
} as const

type Row = Pick<Post, keyof typeof ROW>

/** The pages of the live posts of one part of the sitemap, walked by number. */
export const sitemapPosts = async ({ payload, part }: { payload: Payload; part: number }) => {
  const { first, last } = sitemapRange(part)
  const posts = await allRows<Row, number>({
    start: first - 1,
    keyOf: ({ number }) => number ?? last,
    read: (after) =>
      publicPosts<Row>({
        payload,
        where: {
          and: [{ number: { greater_than: after } }, { number: { less_than_equal: last } }],
        },
        select: ROW,
        sort: 'number',
        limit: MOST_ROWS,
      }),
  })
  return posts.flatMap(({ path, inEnglish, publishedAt, revisedAt }) => {
    if (!path) return []
    const changedAt = revisedAt ?? publishedAt ?? null
    const pages = inEnglish ? [path, englishUrl(path)] : [path]
    return pages.map((page) => ({ path: page, changedAt }))
  })
}

/** The highest number of a post that the public can see; 0 when there is none. */
export const lastNumber = async (payload: Payload) => {
  const [last] = await publicPosts<Pick<Post, 'number'>>({
    payload,
    select: { number: true },
    sort: '-number',
    limit: 1,
    withWithdrawn: true,
  })
  return last?.number ?? 0
}
