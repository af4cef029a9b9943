import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { sha256 } from '../../../workflow/snapshot'
import type { BulkRow, BulkWriter } from './rows'

type Stored = Record<string, unknown>

export const isMongo = (db: unknown): db is MongooseAdapter =>
  typeof db === 'object' && db !== null && 'collections' in db && 'connection' in db

/**
 * Payload's adapter turns a document into what MongoDB stores and would create each by itself. Here it turns as ever, but
 * what it would create is caught, and the documents of a collection then go in together.
 */
export const mongoWriter = (db: MongooseAdapter): BulkWriter => {
  const write = async (rows: BulkRow[]) => {
    const first = rows[0]
    if (!first) return
    const { collection } = first
    const caught: Stored[] = []
    let id = ''
    const model = {
      create: async ([stored]: Stored[]) => {
        caught.push({ ...stored, id: undefined, _id: id })
        return [{ _id: id }]
      },
      updateMany: async () => undefined,
    }
    const catcher = Object.create(db, {
      collections: { value: { [collection]: model } },
      versions: { value: { [collection]: model } },
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
    const Model = first.version ? db.versions[collection] : db.collections[collection]
    if (!Model) throw new Error(`No model of ${collection}`)
    await Model.bulkWrite(
      caught.map(({ _id, ...stored }) => ({
        updateOne: { filter: { _id }, update: { $setOnInsert: stored }, upsert: true },
      })),
      { timestamps: false, ordered: true },
    )
  }

  return {
    idOf: (name) => sha256(name).slice(0, 24),
    write: async (rows) => {
      const groups = new Map<string, BulkRow[]>()
      for (const row of rows) {
        const name = `${row.collection} ${row.version ? 'versions' : ''}`
        const known = groups.get(name)
        if (known) known.push(row)
        else groups.set(name, [row])
      }
      for (const group of groups.values()) await write(group)
    },
  }
}
