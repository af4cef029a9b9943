import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import { englishUrl } from '../../../collections/urls'
import type { Post } from '../../../payload-types'
import type { ColumnView, EnglishLink, EnglishPostView, Frame } from '../_components/views'
import { columnWay } from './post'
import { publicPosts } from './posts'
import { englishViewOf, FILES } from './stored'

const PAGE = {
  path: true,
  state: true,
  column: true,
  inEnglish: true,
  publishedAt: true,
  revisedAt: true,
  source: true,
  files: true,
  english: true,
} as const

type Row = Pick<Post, keyof typeof PAGE>

/** What is at the address of an English text. */
type EnglishAt =
  | { state: 'live'; column: ColumnView; post: EnglishPostView }
  | { state: 'withdrawn'; column: ColumnView; path: string; publishedAt: string }

/**
 * The English text, live or withdrawn, of the post at an address; null where there is none.
 * @param path of the Chinese page
 */
export const readEnglishPost = async ({
  payload,
  frame,
  path,
}: {
  payload: Payload
  frame: Frame
  path: string
}): Promise<EnglishAt | null> => {
  const [row] = await publicPosts<Row>({
    payload,
    where: { path: { equals: path } },
    select: PAGE,
    limit: 1,
    withWithdrawn: true,
  })
  if (!row?.publishedAt || !row.inEnglish) return null
  const { publishedAt, revisedAt, source, state } = row
  const column = columnWay({ frame, columnId: idOf(row.column) }).at(-1)
  if (!column) return null
  const own = englishUrl(path)
  if (state === 'withdrawn') return { state, column, path: own, publishedAt }
  const english = englishViewOf(row)
  if (state !== 'live' || !english) return null
  const post = {
    ...english,
    path: own,
    publishedAt,
    revisedAt: revisedAt ?? null,
    source: source?.name ?? '',
    files: FILES.parse(row.files),
  }
  return { state, column, post }
}

/** The newest live texts in English. */
export const newestInEnglish = async ({ payload, limit }: { payload: Payload; limit: number }) => {
  const rows = await publicPosts<Pick<Post, 'path' | 'publishedAt' | 'english'>>({
    payload,
    where: { inEnglish: { equals: true } },
    select: { path: true, publishedAt: true, english: { title: true, summary: true } },
    sort: '-publishedAt',
    limit,
  })
  return rows.flatMap(({ path, publishedAt, english }): EnglishLink[] =>
    path && publishedAt && english?.title
      ? [
          {
            title: english.title,
            summary: english.summary ?? '',
            path: englishUrl(path),
            publishedAt,
          },
        ]
      : [],
  )
}
