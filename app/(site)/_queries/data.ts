import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import { dataRange } from '../../../collections/urls'
import type { Post } from '../../../payload-types'
import type { DataPost } from '../_components/views'
import { publicPosts } from './posts'
import { POLICY_VIEW } from './stored'

const ROW = {
  number: true,
  title: true,
  path: true,
  kind: true,
  column: true,
  department: true,
  publishedAt: true,
  revisedAt: true,
  summary: true,
  source: true,
  contentHash: true,
  policy: true,
} as const

type Row = Pick<Post, 'id' | keyof typeof ROW>

const dataPost = (row: Row): DataPost => {
  const { number, title, path, kind, publishedAt, revisedAt, summary, source, contentHash } = row
  if (!number || !title || !path || !publishedAt) throw new Error(`Post ${row.id} is not whole`)
  return {
    number,
    title,
    path,
    kind: kind ?? null,
    columnId: idOf(row.column),
    departmentId: idOf(row.department),
    publishedAt,
    revisedAt: revisedAt ?? null,
    summary: summary ?? '',
    source: source?.name ?? '',
    sourceUrl: source?.url ?? '',
    hash: contentHash ?? '',
    policy: POLICY_VIEW.parse(row.policy),
  }
}

/** The live posts of one part of the opening data, in the order of their numbers. */
export const dataPosts = async ({ payload, part }: { payload: Payload; part: number }) => {
  const { first, last } = dataRange(part)
  const rows = await publicPosts<Row>({
    payload,
    where: {
      and: [{ number: { greater_than_equal: first } }, { number: { less_than_equal: last } }],
    },
    select: ROW,
    sort: 'number',
    limit: last - first + 1,
  })
  return rows.map(dataPost)
}
