import type { CollectionSlug } from 'payload'

/** A row to be written as it is, beside Payload's hooks. Relations are ids. */
export type BulkRow = {
  collection: CollectionSlug
  id: string
  data: Record<string, unknown>
  /** set for a version of a row: which row's, and of what time */
  version?: { parent: string; at: string }
}

/** Writes many rows at once. */
export type BulkWriter = {
  /** The id that belongs to a name, in the form of this database. */
  idOf: (name: string) => string
  /** Writes the rows, in their order. On SQLite all or none; on MongoDB a row that is there already stays as it is. */
  write: (rows: BulkRow[]) => Promise<void>
}
