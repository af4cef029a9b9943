import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { askStatus } from '../generator/controlChannel'
import { isLocked } from '../generator/lock'
import { assertDatabase } from './database'
import { Refused, type Settings } from './environment'
import { generationBar } from './generationBar'
import { assertFree } from './ports'
import { type Cms, ENDING_SIGNALS, startCms } from './processes'
import { createSiteServer } from './siteServer'

const POLL_MS = 300
const RESTART_MS = 1_000
/** A CMS that ends sooner than this after its start is not started again. */
const STEADY_MS = 30_000

/**
 * What must hold before a server starts.
 * @throws Refused when another server works on the data folder, a port is taken, or the database can't be reached
 */
export const assertStartable = async ({ dataDir, port, sitePort, databaseUrl }: Settings) => {
  if (await isLocked(dataDir)) throw new Refused(`Another server is running on ${dataDir}`)
  await assertFree({ name: 'PORT', port })
  await assertFree({ name: 'SITE_PORT', port: sitePort })
  await assertDatabase(databaseUrl)
}

/** Both servers, running. */
export type Running = {
  /** resolves when every page is there */
  settled: () => Promise<void>
  stop: () => Promise<void>
  /** resolves when the CMS ended for good although nobody stopped it */
  failed: Promise<void>
}

/**
 * Starts the server of the public files in this process and the CMS in one of its own. A CMS that dies is started again;
 * the public files stay served meanwhile.
 * @throws Refused when the CMS can't start
 */
export const startBoth = async (settings: Settings): Promise<Running> => {
  const { dataDir, port, sitePort } = settings
  const siteServer = createSiteServer({
    root: `${dataDir}/public_html`,
    cms: `http://127.0.0.1:${port}`,
  })
  let isStopping = false
  let cms: Cms = startCms({ port })
  try {
    await cms.ready
    await new Promise<void>((resolve, reject) => {
      siteServer.once('error', reject)
      siteServer.listen(sitePort, '127.0.0.1', resolve)
    })
  } catch (error) {
    await cms.stop()
    throw error
  }

  const watch = async () => {
    while (!isStopping) {
      const start = Date.now()
      await cms.ended
      if (isStopping || Date.now() - start < STEADY_MS) return
      console.error('The CMS has ended; starting it again')
      await wait(RESTART_MS)
      if (!isStopping) cms = startCms({ port })
      cms.ready.catch(() => undefined)
    }
  }

  return {
    settled: () => untilSettled(dataDir),
    failed: new Promise((resolve) => {
      void watch().then(() => {
        if (!isStopping) resolve()
      })
    }),
    stop: async () => {
      isStopping = true
      siteServer.closeAllConnections()
      siteServer.close()
      await cms.stop()
    },
  }
}

/** Shows how far the generation is until every page is there. */
const untilSettled = async (dataDir: string) => {
  const bar = generationBar()
  for (;;) {
    const { generation, isSettled } = await askStatus(dataDir)
    if (generation) bar.show(generation)
    if (isSettled) break
    await wait(POLL_MS)
  }
  bar.finish()
}

/** Runs until Ctrl-C or the end of the process that started this one, then stops both servers. */
export const serveUntilStopped = async (running: Running) => {
  const asked = new Promise<void>((resolve) => {
    for (const signal of ENDING_SIGNALS) process.once(signal, () => resolve())
    if (process.env.npm_lifecycle_event) watchParent(resolve)
  })
  const reason = await Promise.race([
    asked.then(() => 'asked'),
    running.failed.then(() => 'failed'),
  ])
  await running.stop()
  if (reason === 'failed') throw new Refused('The CMS has ended')
}

/** The process that started another one; Linux only, elsewhere unknown. */
const parentOf = (pid: number) => {
  try {
    return /^\d+ \(.*\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))?.[1]
  } catch {
    return undefined
  }
}

/** A killed npm takes neither its shell nor what runs in it along. */
const watchParent = (onGone: () => void) => {
  const ancestors = () => `${process.ppid} ${parentOf(process.ppid)}`
  const atStart = ancestors()
  setInterval(() => {
    if (ancestors() !== atStart) onGone()
  }, 1_000).unref()
}
