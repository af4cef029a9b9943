import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { migrations as mongodbMigrations } from './migrations/mongodb'
import { migrations as sqliteMigrations } from './migrations/sqlite'

/**
 * The database that DATABASE_URL names. Transactions stay off on both: every multi-step write is correct without them
 * (swap first, idempotent steps, resume at start), and SQLite's fail under concurrency.
 * @throws for any other scheme
 */
export const database = (url: string) => {
  if (/^mongodb(\+srv)?:\/\//.test(url)) {
    return mongooseAdapter({
      url,
      transactionOptions: false,
      ensureIndexes: true,
      migrationDir: 'migrations/mongodb',
      prodMigrations: mongodbMigrations,
    })
  }
  if (url.startsWith('file:')) {
    return sqliteAdapter({
      client: { url },
      idType: 'uuid',
      push: false,
      wal: true,
      busyTimeout: 5000,
      migrationDir: 'migrations/sqlite',
      prodMigrations: sqliteMigrations,
    })
  }
  throw new Error('DATABASE_URL must begin with file: or mongodb://')
}
