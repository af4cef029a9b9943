import type { Payload } from 'payload'
import { shanghaiYear } from '../../../collections/dates'
import type { Post } from '../../../payload-types'
import type { PolicyChoices } from '../_components/views'
import { MOST_ROWS } from './client'
import { publicPosts } from './posts'

const MOST_CHOICES = 30

type Row = Pick<Post, 'publishedAt'> & {
  policy?: { topic?: string | null; issuer?: string | null }
}
type Query = { payload: Payload; columnId: string; sort: string; limit: number }

const rowsOf = ({ columnId, ...query }: Query) =>
  publicPosts<Row>({
    ...query,
    where: { column: { equals: columnId } },
    select: { publishedAt: true, policy: { topic: true, issuer: true } },
  })

/** The values, the most frequent first. */
const frequent = (values: (string | null | undefined)[]) => {
  const times = new Map<string, number>()
  for (const value of values) if (value) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times]
    .toSorted(([, one], [, other]) => other - one)
    .slice(0, MOST_CHOICES)
    .map(([value]) => value)
}

const yearsOf = (rows: Row[]) => {
  const years = rows.flatMap(({ publishedAt }) => (publishedAt ? shanghaiYear(publishedAt) : []))
  const last = Math.max(...years)
  return years.length === 0
    ? []
    : Array.from({ length: last - Math.min(...years) + 1 }, (_, index) => last - index)
}

/** By what the policy files of some columns can be narrowed: years from the first to the last, topics and issuers of the newest. */
export const policyChoices = async ({
  payload,
  columnIds,
}: {
  payload: Payload
  columnIds: string[]
}): Promise<PolicyChoices> => {
  const read = (sort: string, limit: number) =>
    Promise.all(columnIds.map((columnId) => rowsOf({ payload, columnId, sort, limit })))
  const [newest, oldest] = await Promise.all([
    read('-publishedAt', MOST_ROWS),
    read('publishedAt', 1),
  ])
  const rows = newest.flat()
  return {
    years: yearsOf([...rows, ...oldest.flat()]),
    topics: frequent(rows.map(({ policy }) => policy?.topic)),
    issuers: frequent(rows.map(({ policy }) => policy?.issuer)),
  }
}
