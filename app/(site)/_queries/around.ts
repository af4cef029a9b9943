import type { Payload, Where } from 'payload'
import { idOf } from '../../../access/person'
import { gathered } from '../../../collections/gathered'
import type { Post } from '../../../payload-types'
import type { Neighbours, TitleLink } from '../_components/views'
import { publicPosts } from './posts'

type Row = Pick<Post, 'id' | 'title' | 'path' | 'column' | 'columnSeq'>

const placeOf = (columnId: string, columnSeq: number) => `${columnId} ${columnSeq}`

const LINK = { title: true, path: true, column: true, columnSeq: true } as const

type RowsQuery = { payload: Payload; where: Where; limit: number; sort?: string }

const readRows = (query: RowsQuery) => publicPosts<Row>({ ...query, select: LINK })

const linkOf = ({ title, path }: Row): TitleLink | null => (title && path ? { title, path } : null)

/** Places that were asked for, by column. */
const byColumn = (places: string[]) => {
  const columns = new Map<string, number[]>()
  for (const place of places) {
    const [columnId = '', seq] = place.split(' ')
    columns.set(columnId, [...(columns.get(columnId) ?? []), Number(seq)])
  }
  return [...columns]
}

const readPlace = gathered(async ({ payload, keys }) => {
  const either = byColumn(keys).map(
    ([column, seqs]): Where => ({
      and: [{ column: { equals: column } }, { columnSeq: { in: seqs } }],
    }),
  )
  const rows = await readRows({ payload, where: { or: either }, limit: keys.length })
  return new Map(
    rows.map((row) => [placeOf(idOf(row.column) ?? '', row.columnSeq ?? 0), linkOf(row)]),
  )
})

type Place = { payload: Payload; columnId: string; columnSeq: number }

/** The live post next to a place in a column: nearly always the very next number, else beyond those that are gone. */
const nextTo = async ({ payload, columnId, columnSeq, step }: Place & { step: 1 | -1 }) => {
  if (columnSeq + step < 1) return null
  const beside = await readPlace({ payload, key: placeOf(columnId, columnSeq + step) })
  if (beside) return beside
  const beyond = step > 0 ? { greater_than: columnSeq } : { less_than: columnSeq }
  const [row] = await readRows({
    payload,
    where: { and: [{ column: { equals: columnId } }, { columnSeq: beyond }] },
    sort: step > 0 ? 'columnSeq' : '-columnSeq',
    limit: 1,
  })
  return row ? linkOf(row) : null
}

/** The live posts before and after a place in its column. */
export const neighboursOf = async (place: Place): Promise<Neighbours> => {
  const [previous, next] = await Promise.all([
    nextTo({ ...place, step: -1 }),
    nextTo({ ...place, step: 1 }),
  ])
  return { previous, next }
}

const readLink = gathered(async ({ payload, keys }) => {
  const rows = await readRows({ payload, where: { id: { in: keys } }, limit: keys.length })
  return new Map(rows.map((row) => [row.id, linkOf(row)]))
})

/** A live post as a link; null when it is not live. */
export const linkTo = ({ payload, id }: { payload: Payload; id: string }) =>
  readLink({ payload, key: id })

/** Those of some posts that are live, in the order given. */
export const liveLinks = async ({ payload, ids }: { payload: Payload; ids: string[] }) => {
  const links = await Promise.all(ids.map((id) => linkTo({ payload, id })))
  return links.filter((link) => link !== null)
}
