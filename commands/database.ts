import { existsSync, mkdirSync } from 'node:fs'
import { connect } from 'node:net'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createClient } from '@libsql/client'
import { reasonOf } from '../generator/durable'
import { Refused } from './environment'

const MONGODB_PORT = 27_017
const PATIENCE_MS = 5_000

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

/** Opens the file as the product will; makes its folder, not the file. */
const assertSqlite = async (file: string) => {
  try {
    mkdirSync(dirname(file), { recursive: true })
    if (!existsSync(file)) return
    const client = createClient({ url: `file:${file}` })
    await client.execute('PRAGMA schema_version')
    client.close()
  } catch (error) {
    throw new Refused(`The database ${file} cannot be opened: ${reasonOf(error)}`)
  }
}

const answers = (host: string) =>
  new Promise<boolean>((resolve) => {
    const url = new URL(`tcp://${host}`)
    const socket = connect({ host: url.hostname, port: Number(url.port) || MONGODB_PORT })
    const done = (isThere: boolean) => {
      socket.destroy()
      resolve(isThere)
    }
    socket.setTimeout(PATIENCE_MS, () => done(false))
    socket.once('connect', () => done(true))
    socket.once('error', () => done(false))
  })

/** One member of a replica set that answers is enough; `mongodb+srv` names its hosts in DNS and is left to the driver. */
const assertMongo = async (databaseUrl: string) => {
  const hosts = /^mongodb:\/\/(?:[^@/]*@)?([^/?]+)/.exec(databaseUrl)?.[1]?.split(',')
  if (!hosts) return
  const found = await Promise.all(hosts.map(answers))
  if (!found.includes(true)) throw new Refused(`No database answers at ${hosts.join(', ')}`)
}

/** @throws Refused with one line when the database can't be opened or reached */
export const assertDatabase = (databaseUrl: string) => {
  const file = databaseFile(databaseUrl)
  return file === null ? assertMongo(databaseUrl) : assertSqlite(file)
}
