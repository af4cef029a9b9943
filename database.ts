/**
 * The database that DATABASE_URL names; the driver of the other one, a fifth of all code that a start loads, stays on the
 * disk. Transactions stay off on both: every multi-step write is correct without them (swap first, idempotent steps,
 * resume at start), and SQLite's fail under concurrency.
 * @throws for any other scheme
 */
export const database = async (url: string) => {
  if (/^mongodb(\+srv)?:\/\//.test(url)) return mongodb(url)
  if (url.startsWith('file:')) return sqlite(url)
  throw new Error('DATABASE_URL must begin with file: or mongodb://')
}

const mongodb = async (url: string) => {
  const { mongooseAdapter } = await import('@payloadcms/db-mongodb')
  const { migrations } = await import('./migrations/mongodb')
  return mongooseAdapter({
    url,
    transactionOptions: false,
    ensureIndexes: true,
    migrationDir: 'migrations/mongodb',
    prodMigrations: migrations,
  })
}

const sqlite = async (url: string) => {
  const { sqliteAdapter } = await import('@payloadcms/db-sqlite')
  const { migrations } = await import('./migrations/sqlite')
  return sqliteAdapter({
    client: { url },
    idType: 'uuid',
    push: false,
    wal: true,
    busyTimeout: 5000,
    migrationDir: 'migrations/sqlite',
    prodMigrations: migrations,
  })
}
