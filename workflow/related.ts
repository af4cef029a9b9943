import type { Payload, Where } from 'payload'
import { idOf } from '../access/person'
import type { Post } from '../payload-types'

/** So many related posts a page names. */
const MOST_RELATED = 5

/**
 * How far back related posts are looked for, in the fixed numbers of the column and in those of the site. As numbers never
 * change, no post is ever named by more pages than these two together: so many are drawn again when it goes.
 */
const REACH = { column: 30, site: 20 }

/** Titles that share one pair of signs, or only what many titles have (关于, 的通知), are not alike. */
const FEWEST_SHARED = 2
const LEAST_ALIKE = 0.35

type Titled = { id: string; number: number; title: string }

/** What a title is about, as far as signs can tell: its pairs of letters, without numbers, spaces and marks. */
const pairsOf = (title: string) => {
  const runs =
    title
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  return new Set(
    runs.flatMap((run) => {
      const signs = [...run]
      return signs.slice(1).map((sign, index) => `${signs[index]}${sign}`)
    }),
  )
}

/**
 * The posts whose titles have most in common with this one: pairs of signs that they share count the more the rarer they
 * are among the candidates. Of equals the newest come first. Pure.
 */
export const mostAlike = ({
  title,
  candidates,
}: {
  title: string
  candidates: Titled[]
}): string[] => {
  const own = pairsOf(title)
  const shared = candidates.map(({ title: other }) =>
    [...pairsOf(other)].filter((pair) => own.has(pair)),
  )
  const holders = new Map<string, number>()
  for (const pair of shared.flat()) holders.set(pair, (holders.get(pair) ?? 0) + 1)
  return candidates
    .map(({ id, number }, index) => {
      const pairs = shared[index] ?? []
      const score = pairs.reduce((sum, pair) => sum + 1 / (holders.get(pair) ?? 1), 0)
      return { id, number, score, isAlike: pairs.length >= FEWEST_SHARED && score >= LEAST_ALIKE }
    })
    .filter(({ isAlike }) => isAlike)
    .toSorted((one, other) => other.score - one.score || other.number - one.number)
    .slice(0, MOST_RELATED)
    .map(({ id }) => id)
}

const readTitled = async ({
  payload,
  where,
}: {
  payload: Payload
  where: Where
}): Promise<Titled[]> => {
  const { docs } = await payload.db.find<Pick<Post, 'id' | 'number' | 'title'>>({
    collection: 'posts',
    where: { and: [where, { state: { equals: 'live' } }] },
    select: { number: true, title: true },
    limit: Math.max(REACH.column, REACH.site),
    pagination: false,
  })
  return docs.flatMap(({ id, number, title }) => (number && title ? [{ id, number, title }] : []))
}

/** The numbers below one, as far as they are reached. */
const below = ({ field, number, reach }: { field: string; number: number; reach: number }) => [
  { [field]: { greater_than_equal: number - reach } },
  { [field]: { less_than: number } },
]

/**
 * The ids of the posts that the page of this one names as related: live ones of before, most alike first. They are chosen
 * when it is published or revised and then stay; its page leaves out those that are no longer live.
 */
export const relatedTo = async ({
  payload,
  post,
}: {
  payload: Payload
  post: Post
}): Promise<string[]> => {
  const { number, columnSeq, title } = post
  const column = idOf(post.column)
  if (!number || !columnSeq || !column || !title) return []
  const inColumn = below({ field: 'columnSeq', number: columnSeq, reach: REACH.column })
  const [near, recent] = await Promise.all([
    readTitled({ payload, where: { and: [{ column: { equals: column } }, ...inColumn] } }),
    readTitled({ payload, where: { and: below({ field: 'number', number, reach: REACH.site }) } }),
  ])
  const named = [post.id, idOf(post.interprets)]
  const candidates = new Map([...near, ...recent].map((one) => [one.id, one]))
  for (const id of named) if (id) candidates.delete(id)
  return mostAlike({ title, candidates: [...candidates.values()] })
}
