import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { freePort } from '../commands/ports'

const STARTED = /^Ctrl-C/

/**
 * Starts the bureau as `npm start` does, on free ports and a fresh data folder, and stops it after the tests. The tests
 * find it in BUREAU_CMS, BUREAU_SITE and BUREAU_DATA.
 */
export default async () => {
  // `npm run looks` needs no bureau.
  if (process.env.BUREAU_SITE) return
  const dataDir = await mkdtemp(join(tmpdir(), 'bureau-e2e-'))
  const port = await freePort()
  const sitePort = await freePort()
  const child = spawn(process.execPath, ['--import', 'tsx', 'commands/start.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATA_DIR: dataDir,
      DATABASE_URL: '',
      SERVER_URL: '',
      SITE_URL: '',
      PAYLOAD_SECRET: '',
      PORT: String(port),
      SITE_PORT: String(sitePort),
    },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(line)
      if (STARTED.test(line)) resolve()
    })
    void ended.then(() => reject(new Error('The bureau could not start')))
  })
  process.env.BUREAU_CMS = `http://127.0.0.1:${port}`
  process.env.BUREAU_SITE = `http://127.0.0.1:${sitePort}`
  process.env.BUREAU_DATA = dataDir
  return async () => {
    child.kill('SIGTERM')
    await ended
    await rm(dataDir, { recursive: true, force: true })
  }
}
