import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import { isPast } from '../../../collections/dates'
import { keptRead } from '../../../collections/keptRead'
import { topicUrl } from '../../../collections/urls'
import type { Topic } from '../../../payload-types'
import type { TopicView } from '../_components/views'
import { AS_PUBLIC, allRows, MOST_ROWS } from './client'
import { departmentLinks } from './departments'
import { FILE } from './stored'

const TOPIC = {
  code: true,
  title: true,
  summary: true,
  owner: true,
  file: true,
  order: true,
  closedOn: true,
} as const

type Row = Pick<Topic, 'id' | keyof typeof TOPIC>

const inOrder = (one: Row, other: Row) =>
  (one.order ?? 0) - (other.order ?? 0) || (one.code < other.code ? -1 : 1)

const readRows = keptRead(async (payload): Promise<Row[]> => {
  const rows = await allRows<Row, string>({
    start: '',
    keyOf: ({ code }) => code,
    read: async (after) => {
      const { docs } = await payload.find({
        ...AS_PUBLIC,
        collection: 'topics',
        where: { code: { greater_than: after } },
        select: TOPIC,
        sort: 'code',
        limit: MOST_ROWS,
        pagination: false,
      })
      return docs
    },
  })
  return rows.toSorted(inOrder)
})

const viewOf = async ({ payload, row }: { payload: Payload; row: Row }): Promise<TopicView> => {
  const owner = idOf(row.owner)
  const [department] = owner ? await departmentLinks({ payload, ids: [owner] }) : []
  return {
    id: row.id,
    code: row.code,
    title: row.title,
    summary: row.summary ?? '',
    owner: department ?? null,
    picture: FILE.nullable().parse(row.file ?? null),
    closedOn: isPast(row.closedOn) ? (row.closedOn ?? null) : null,
  }
}

/** All topics in their order, closed ones included. */
export const readTopics = async (payload: Payload): Promise<TopicView[]> =>
  Promise.all((await readRows(payload)).map((row) => viewOf({ payload, row })))

/** Topics as links, in their order. */
export const topicLinks = async ({ payload, ids }: { payload: Payload; ids: string[] }) => {
  if (ids.length === 0) return []
  const rows = (await readRows(payload)).filter(({ id }) => ids.includes(id))
  return rows.map(({ title, code }) => ({ title, path: topicUrl(code) }))
}
