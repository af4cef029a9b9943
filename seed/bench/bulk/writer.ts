import type { Payload } from 'payload'
import { isMongo, mongoWriter } from './mongodb'
import type { BulkWriter } from './rows'
import { isSqlite, sqliteWriter } from './sqlite'

type Use = <Prepared>(writer: BulkWriter<Prepared>) => Promise<void>

/** Gives `use` the writer for the database that Payload runs on. */
export const withBulkWriter = async ({ payload, use }: { payload: Payload; use: Use }) => {
  const db: unknown = payload.db
  if (isMongo(db)) return use(mongoWriter(db))
  if (!isSqlite(db)) throw new Error(`No bulk writer for ${payload.db.name}`)
  const { writer, end } = sqliteWriter(db)
  try {
    await use(writer)
  } finally {
    await end()
  }
}
