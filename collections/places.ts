import type { Payload } from 'payload'
import { keptRead } from './keptRead'

/** Where columns and departments are on the site, by id. */
export type Places = {
  /** path of a column */
  columns: Map<string, string>
  /** code of a department */
  departments: Map<string, string>
}

/** The present places of all columns and departments; posts name them by id. */
export const readPlaces = keptRead(async (payload: Payload): Promise<Places> => {
  const every = { depth: 0, pagination: false, overrideAccess: true } as const
  const [columns, departments] = await Promise.all([
    payload.find({ ...every, collection: 'columns', select: { path: true } }),
    payload.find({ ...every, collection: 'departments', select: { code: true } }),
  ])
  return {
    columns: new Map(columns.docs.map(({ id, path }) => [id, path ?? ''])),
    departments: new Map(departments.docs.map(({ id, code }) => [id, code])),
  }
})
