import type { CollectionSlug } from 'payload'

/** A row to be written as it is, beside Payload's hooks. Relations are ids. */
export type BulkRow = {
  collection: CollectionSlug
  id: string
  data: Record<string, unknown>
  /** set for a version of a row: which row's, and of what time */
  version?: { parent: string; at: string }
}

/** Writes many rows at once. `Prepared` is what the database takes. */
export type BulkWriter<Prepared> = {
  /** The id that belongs to a name, in the form of this database. */
  idOf: (name: string) => string
  /** Lays rows out as they are stored. Half of the work, and it touches nothing: it can be done while others are written. */
  prepare: (rows: BulkRow[]) => Promise<Prepared>
  /** Writes the rows, in their order. On SQLite all or none; on MongoDB a row that is there already stays as it is. */
  write: (prepared: Prepared[]) => Promise<void>
}
