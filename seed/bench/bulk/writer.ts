import type { Payload } from 'payload'
import { isMongo, mongoWriter } from './mongodb'
import type { BulkWriter } from './rows'
import { isSqlite, sqliteWriter } from './sqlite'

/** The writer for the database that Payload runs on. */
export const bulkWriter = async (payload: Payload): Promise<BulkWriter> => {
  const db: unknown = payload.db
  if (isSqlite(db)) return sqliteWriter(db)
  if (isMongo(db)) return mongoWriter(db)
  throw new Error(`No bulk writer for ${payload.db.name}`)
}
