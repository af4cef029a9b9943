import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import type { Post } from '../../../payload-types'
import { publicPosts } from './posts'

const RESULT = {
  number: true,
  title: true,
  path: true,
  publishedAt: true,
  column: true,
  department: true,
  policy: { docNumber: true },
} as const

/** A live post as far as a result shows it. */
type FoundPost = {
  number: number
  title: string
  path: string
  publishedAt: string
  columnId: string | null
  departmentId: string | null
  docNumber: string
}

type Row = Pick<
  Post,
  'id' | 'number' | 'title' | 'path' | 'publishedAt' | 'column' | 'department'
> & {
  policy?: { docNumber?: string | null } | null
}

const foundPost = (row: Row): FoundPost[] => {
  const { number, title, path, publishedAt } = row
  if (!number || !title || !path || !publishedAt) return []
  return [
    {
      number,
      title,
      path,
      publishedAt,
      columnId: idOf(row.column),
      departmentId: idOf(row.department),
      docNumber: row.policy?.docNumber ?? '',
    },
  ]
}

/**
 * The live ones among some posts, in the order given. The index follows the rows by a moment; what is no longer live is
 * never shown.
 */
export const foundPosts = async ({ payload, numbers }: { payload: Payload; numbers: number[] }) => {
  if (numbers.length === 0) return []
  const rows = await publicPosts<Row>({
    payload,
    where: { number: { in: numbers } },
    select: RESULT,
    limit: numbers.length,
  })
  const posts = new Map(rows.flatMap(foundPost).map((post) => [post.number, post]))
  return numbers.flatMap((number) => posts.get(number) ?? [])
}
