import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj } from 'payload'

/**
 * SQLite chooses the index of a query by what it knows of the tables, and without statistics it takes a state that all posts
 * share for a rare one: with 100,000 posts a walk by number then took 360 ms a step, the interpretations of one policy 230.
 * Gathering them (`ANALYZE`) holds the process for seconds and is soon out of date. So they are given, as of a grown bureau,
 * and every query is planned the same way from the first day on (sqlite.org/optoverview, "Query Planner Stability").
 *
 * By table and index: how many rows there are, and how many share the first column, the first two, and so on.
 */
const STATISTICS = {
  posts: {
    column_columnSeq_idx: '100000 2500 1',
    column_publishedAt_idx: '100000 2500 1',
    column_state_publishedAt_idx: '100000 2500 2300 1',
    department_publishedAt_idx: '100000 2000 1',
    department_state_publishedAt_idx: '100000 2000 1900 1',
    // Few have an English text; those are looked for.
    inEnglish_publishedAt_idx: '100000 500 1',
    posts_column_idx: '100000 2500',
    posts_created_at_idx: '100000 1',
    // What is looked for are the few that wait or failed, not the many that are written.
    posts_delivery_delivery_state_idx: '100000 10',
    posts_department_idx: '100000 2000',
    posts_form_idx: '100000 1',
    posts_imported_imported_key_idx: '100000 1',
    posts_interprets_idx: '100000 100',
    posts_kind_idx: '100000 11000',
    posts_manuscript_key_idx: '100000 1',
    posts_number_idx: '100000 1',
    posts_path_idx: '100000 1',
    posts_published_at_idx: '100000 1',
    posts_updated_at_idx: '100000 1',
    sqlite_autoindex_posts_1: '100000 1',
    state_publishedAt_idx: '100000 33000 1',
  },
  posts_rels: {
    posts_rels_departments_id_idx: '100000 20000',
    posts_rels_order_idx: '100000 33000',
    posts_rels_parent_idx: '100000 1',
    posts_rels_path_idx: '100000 50000',
    posts_rels_posts_id_idx: '100000 5',
    posts_rels_topics_id_idx: '100000 500',
  },
  // A handful: they are looked at first, not all posts for the sake of their state.
  placements: {
    placements_post_idx: '30 1',
    sqlite_autoindex_placements_1: '30 1',
  },
  manuscripts: {
    column_updatedAt_idx: '100000 2500 1',
    department_sealed_discarded_idx: '100000 2000 2000 1900',
    department_updatedAt_idx: '100000 2000 1',
    manuscripts_column_idx: '100000 2500',
    manuscripts_created_at_idx: '100000 1',
    manuscripts_created_by_idx: '100000 2000',
    manuscripts_department_idx: '100000 2000',
    manuscripts_discarded_idx: '100000 50000',
    manuscripts_kind_idx: '100000 12000',
    manuscripts_last_edited_by_idx: '100000 2000',
    manuscripts_sealed_idx: '100000 50000',
    manuscripts_updated_at_idx: '100000 1',
    sqlite_autoindex_manuscripts_1: '100000 1',
  },
  _manuscripts_v: {
    _manuscripts_v_created_at_idx: '300000 1',
    _manuscripts_v_parent_idx: '300000 3',
    _manuscripts_v_updated_at_idx: '300000 1',
    _manuscripts_v_version_version_department_idx: '300000 6000',
    sqlite_autoindex__manuscripts_v_1: '300000 1',
    version_column_version_updatedAt_idx: '300000 7500 1',
    version_department_version_sealed_version_discarded_idx: '300000 6000 6000 5800',
    version_department_version_updatedAt_idx: '300000 6000 1',
  },
  application_forms: {
    application_forms_applicant_idx: '100000 2000',
    application_forms_column_idx: '100000 2500',
    application_forms_content_hash_idx: '100000 1',
    application_forms_created_at_idx: '100000 1',
    application_forms_department_idx: '100000 2000',
    application_forms_manuscript_idx: '100000 1',
    application_forms_number_idx: '100000 1',
    application_forms_open_key_idx: '100000 1',
    application_forms_post_idx: '100000 1',
    application_forms_updated_at_idx: '100000 1',
    manuscript_state_idx: '100000 1 1',
    sqlite_autoindex_application_forms_1: '100000 1',
    state_step_department_idx: '100000 14000 6700 1100',
  },
} as const satisfies Record<string, Record<string, string>>

const ROWS = Object.entries(STATISTICS).flatMap(([table, indexes]) =>
  Object.entries(indexes).map(([index, stat]) => ({ table, index, stat })),
)

const isSqlite = (db: object): db is SQLiteAdapter => 'drizzle' in db && 'client' in db

/** The tables of the list that the database has, and the one that keeps the statistics. */
const tablesOf = async ({ client }: SQLiteAdapter) => {
  const { rows } = await client.execute("select name from sqlite_schema where type = 'table'")
  return new Set(rows.map(({ name }) => String(name)))
}

const isGiven = async ({ client }: SQLiteAdapter) => {
  const { rows } = await client.execute('select idx, stat from sqlite_stat1')
  const known = new Map(rows.map(({ idx, stat }) => [idx, stat]))
  return ROWS.every(({ index, stat }) => known.get(index) === stat)
}

/** Tells SQLite how its tables will be, unless it was told; a database without tables is left alone. */
const giveStatistics = async (db: SQLiteAdapter) => {
  const tables = await tablesOf(db)
  if (!ROWS.every(({ table }) => tables.has(table))) return
  if (tables.has('sqlite_stat1') && (await isGiven(db))) return
  await db.client.batch(
    [
      // Makes the table that keeps them.
      'ANALYZE desks',
      'DELETE FROM sqlite_stat1',
      ...ROWS.map(({ table, index, stat }) => ({
        sql: 'INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)',
        args: [table, index, stat],
      })),
    ],
    'write',
  )
  await db.client.execute('ANALYZE sqlite_schema')
}

/** Gives SQLite its statistics whenever it is opened; MongoDB tries its plans out and needs none. */
export const withStatistics = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const connect = db.connect
    db.connect = async (options) => {
      await connect?.call(db, options)
      if (isSqlite(db)) await giveStatistics(db)
    }
    return db
  },
})
