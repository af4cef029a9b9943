import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { sha256 } from '../../../workflow/snapshot'
import type { BulkRow, BulkWriter } from './rows'

type Stored = Record<string, unknown>
type Lot = { model: MongooseAdapter['collections'][string]; documents: Stored[] }

export const isMongo = (db: unknown): db is MongooseAdapter =>
  typeof db === 'object' && db !== null && 'collections' in db && 'connection' in db

/**
 * Payload's adapter turns a document into what MongoDB stores and would create each by itself. Here it turns as ever, but
 * what it would create is caught, and the documents of a collection then go in together.
 */
export const mongoWriter = (db: MongooseAdapter): BulkWriter<Lot[]> => {
  /** Rows of one collection, or versions of them. */
  const lotOf = async (rows: BulkRow[]): Promise<Lot[]> => {
    const first = rows[0]
    if (!first) return []
    const { collection } = first
    const documents: Stored[] = []
    let id = ''
    const caught = {
      create: async ([stored]: Stored[]) => {
        documents.push({ ...stored, id: undefined, _id: id })
        return [{ _id: id }]
      },
      updateMany: async () => undefined,
    }
    const catcher = Object.create(db, {
      collections: { value: { [collection]: caught } },
      versions: { value: { [collection]: caught } },
    })
    for (const row of rows) {
      id = row.id
      if (row.version) {
        const { parent, at } = row.version
        await db.createVersion.call(catcher, {
          collectionSlug: collection,
          parent,
          autosave: false,
          createdAt: at,
          updatedAt: at,
          versionData: row.data,
          returning: false,
        })
      } else {
        await db.create.call(catcher, { collection, data: row.data, returning: false })
      }
    }
    const model = first.version ? db.versions[collection] : db.collections[collection]
    if (!model) throw new Error(`No model of ${collection}`)
    return [{ model, documents }]
  }

  return {
    idOf: (name) => sha256(name).slice(0, 24),
    prepare: async (rows) => {
      const groups = new Map<string, BulkRow[]>()
      for (const row of rows) {
        const name = `${row.collection} ${row.version ? 'versions' : ''}`
        const known = groups.get(name)
        if (known) known.push(row)
        else groups.set(name, [row])
      }
      const lots: Lot[] = []
      for (const group of groups.values()) lots.push(...(await lotOf(group)))
      return lots
    },
    write: async (prepared) => {
      for (const { model, documents } of prepared.flat()) {
        await model.bulkWrite(
          documents.map(({ _id, ...stored }) => ({
            updateOne: { filter: { _id }, update: { $setOnInsert: stored }, upsert: true },
          })),
          { timestamps: false, ordered: true },
        )
      }
    },
  }
}
