import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The file of a SQLite database; null for a database on a server. */
export const databaseFile = (databaseUrl: string) => {
  if (!databaseUrl.startsWith('file:')) return null
  return databaseUrl.startsWith('file:/') ? fileURLToPath(databaseUrl) : databaseUrl.slice(5)
}

/** True unless DATABASE_URL names a SQLite file that doesn't exist; whether a server is there only opening it tells. */
export const isDatabaseThere = (databaseUrl: string) => {
  const file = databaseFile(databaseUrl)
  return file === null || existsSync(file)
}
