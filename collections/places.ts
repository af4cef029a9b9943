import type { Payload } from 'payload'
import { keptRead } from './keptRead'

/** Where columns, departments and topics are on the site, by id. */
export type Places = {
  /** path of a column */
  columns: Map<string, string>
  /** code of a department */
  departments: Map<string, string>
  /** code of a topic */
  topics: Map<string, string>
}

/** The present places of all columns, departments and topics; posts name them by id. */
export const readPlaces = keptRead(async (payload: Payload): Promise<Places> => {
  const every = { depth: 0, pagination: false, overrideAccess: true } as const
  const [columns, departments, topics] = await Promise.all([
    payload.find({ ...every, collection: 'columns', select: { path: true } }),
    payload.find({ ...every, collection: 'departments', select: { code: true } }),
    payload.find({ ...every, collection: 'topics', select: { code: true } }),
  ])
  return {
    columns: new Map(columns.docs.map(({ id, path }) => [id, path ?? ''])),
    departments: new Map(departments.docs.map(({ id, code }) => [id, code])),
    topics: new Map(topics.docs.map(({ id, code }) => [id, code])),
  }
})
