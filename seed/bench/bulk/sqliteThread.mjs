import { parentPort, workerData } from 'node:worker_threads'
import { createClient } from '@libsql/client'

/**
 * A thread that runs the inserts it is sent, each lot in one transaction, and answers null or what went wrong. Plain
 * JavaScript: a thread of Node 20 reads nothing else.
 */

const CACHE_KILOBYTES = 256_000
const PATIENCE_MS = 5_000

const client = createClient({ url: workerData.url })
await client.execute(`PRAGMA cache_size = -${CACHE_KILOBYTES}`)
await client.execute(`PRAGMA busy_timeout = ${PATIENCE_MS}`)

parentPort?.on('message', async (inserts) => {
  try {
    await client.batch(['PRAGMA defer_foreign_keys = ON', ...inserts], 'write')
    parentPort?.postMessage(null)
  } catch (error) {
    parentPort?.postMessage(String(error))
  }
})
