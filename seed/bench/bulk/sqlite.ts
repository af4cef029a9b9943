import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { getTableColumns, getTableName, type Table } from '@payloadcms/db-sqlite/drizzle'
import { sha256 } from '../../../workflow/snapshot'
import type { BulkRow, BulkWriter } from './rows'

/** SQLite takes 32,766 values in one statement. */
const MOST_VALUES = 30_000

type Cells = Record<string, unknown>
type Statement = { sql: string; args: (string | number | null)[] }

export const isSqlite = (db: unknown): db is SQLiteAdapter =>
  typeof db === 'object' && db !== null && 'drizzle' in db

/** A version 4 UUID in form, so that ids stand in the indexes as scattered as Payload's own. */
const uuidOf = (name: string) =>
  sha256(name)
    .slice(0, 32)
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-4$3-a$4-$5')

const toCell = (value: unknown): string | number | null => {
  if (typeof value === 'string' || typeof value === 'number') return value
  if (value === null || value === undefined) return null
  if (typeof value === 'boolean') return Number(value)
  throw new Error(`SQLite takes no ${typeof value}`)
}

const insertStatements = ({ table, rows }: { table: Table; rows: Cells[] }): Statement[] => {
  const columns = Object.entries(getTableColumns(table))
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const marks = `(${columns.map(() => '?').join(', ')})`
  const argsOf = (row: Cells) =>
    columns.map(([key, column]) => {
      const value = row[key] ?? null
      return toCell(value === null ? null : column.mapToDriverValue(value))
    })
  const most = Math.floor(MOST_VALUES / columns.length)
  const statements: Statement[] = []
  for (let start = 0; start < rows.length; start += most) {
    const some = rows.slice(start, start + most)
    statements.push({
      sql: `insert into "${getTableName(table)}" (${names}) values ${some.map(() => marks).join(', ')}`,
      args: some.flatMap(argsOf),
    })
  }
  return statements
}

/**
 * Payload's adapter lays a document out over its tables and would insert each row by itself. Here it lays out as ever, but
 * its inserts are caught, and the rows of many documents then go in together, in one transaction. SQLite's driver never
 * waits, so a thread writes.
 */
export const sqliteWriter = (db: SQLiteAdapter) => {
  const thread = new Worker(new URL('./sqliteThread.mjs', import.meta.url), {
    workerData: { url: db.clientConfig.url },
  })
  const broken = new Promise<never>((_, reject) => thread.once('error', reject))
  // Heard by whoever writes.
  broken.catch(() => undefined)

  /** The rows of some documents, by table. */
  const laidOut = async (documents: BulkRow[]) => {
    const tables = new Map<string, Cells[]>()
    let document = { id: '', inserts: 0 }
    const insert = async ({
      tableName,
      values,
    }: {
      tableName: string
      values: Cells | Cells[]
    }) => {
      const rows = [values].flat()
      const isText = db.tables[tableName]?.id?.dataType === 'string'
      for (const row of rows) {
        document.inserts += 1
        if (isText)
          row.id ??=
            document.inserts === 1 ? document.id : uuidOf(`${document.id} ${document.inserts}`)
      }
      const known = tables.get(tableName)
      if (known) known.push(...rows)
      else tables.set(tableName, rows)
      return rows
    }
    const catcher = Object.create(db, { insert: { value: insert } })
    for (const { collection, id, data, version } of documents) {
      document = { id, inserts: 0 }
      if (version) {
        const { parent, at } = version
        await db.createVersion.call(catcher, {
          collectionSlug: collection,
          parent,
          autosave: false,
          createdAt: at,
          updatedAt: at,
          versionData: data,
          returning: false,
        })
      } else {
        await db.create.call(catcher, { collection, customID: id, data, returning: false })
      }
    }
    return tables
  }

  const writer: BulkWriter<Statement[]> = {
    idOf: uuidOf,
    prepare: async (rows) => {
      const tables = await laidOut(rows)
      return [...tables].flatMap(([name, cells]) => {
        const table = db.tables[name]
        return table ? insertStatements({ table, rows: cells }) : []
      })
    },
    write: async (prepared) => {
      const answered = once(thread, 'message')
      thread.postMessage(prepared.flat())
      const [problem] = await Promise.race([answered, broken])
      if (problem !== null) throw new Error(String(problem))
    },
  }
  return { writer, end: () => thread.terminate() }
}
