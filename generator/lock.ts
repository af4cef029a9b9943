import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createClient } from '@libsql/client'

/** Thrown when another server works on the same data folder. */
export class ServerRunning extends Error {
  constructor(dataDir: string) {
    super(`Another server is running on ${dataDir}`)
  }
}

/**
 * Takes the data folder for one server: an open write transaction on a small SQLite file. The operating system holds the
 * lock with the process, so it is free again after any end of it, SIGKILL too.
 * @throws ServerRunning when another process holds it
 */
export const lockDataDir = async (dataDir: string) => {
  await mkdir(dataDir, { recursive: true })
  const client = createClient({ url: `file:${join(dataDir, 'server.lock')}` })
  try {
    const transaction = await client.transaction('write')
    return {
      release: () => {
        transaction.close()
        client.close()
      },
    }
  } catch (error) {
    client.close()
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY') {
      throw new ServerRunning(dataDir)
    }
    throw error
  }
}

/** True while a server holds the data folder. */
export const isLocked = async (dataDir: string) => {
  try {
    const lock = await lockDataDir(dataDir)
    lock.release()
    return false
  } catch (error) {
    if (error instanceof ServerRunning) return true
    throw error
  }
}
