import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { getPayload, type SanitizedConfig } from 'payload'
import { setPublishPort } from '../workflow/publishPort'
import { openControlChannel } from './controlChannel'
import { openIncidents } from './incidents'
import { lockDataDir } from './lock'
import { openReleases } from './releases'
import { createRenderClient } from './render'
import { startRenderProcess } from './renderProcess'
import { createRunner } from './runner'
import { createSearchFeed } from './search/searchFeed'
import { openSearchIndex } from './search/searchIndex'
import { setSearchIndex } from './search/searchPort'
import { createWatcher } from './watcher'

const HEALTH = '/api/health'
const HEALTH_PAUSE_MS = 200
const SHOWN_INCIDENTS = 20

/** What the server needs to know of its surroundings. */
export type Surroundings = {
  dataDir: string
  /** the port that this server listens on */
  port: string
  siteUrl: string
}

/** Reads what `next start` was given; commands/environment.ts has checked the values. */
export const surroundings = (env: NodeJS.ProcessEnv): Surroundings => {
  const dataDir = resolve(/* turbopackIgnore: true */ env.DATA_DIR ?? 'data')
  const port = env.PORT ?? '3000'
  return { dataDir, port, siteUrl: env.SITE_URL ?? `http://127.0.0.1:${env.SITE_PORT ?? 8080}` }
}

/** The id of the running build; a development server has none and counts as one. */
const buildId = () => readFile('.next/BUILD_ID', 'utf8').catch(() => 'development')

/**
 * Starts Payload and the generator in the server's process: takes the data folder, migrates the database, opens the
 * public files and, once the server answers, keeps them in line.
 * @throws when another server has the data folder, or when database or disk can't be used
 */
export const startGenerator = async ({
  config,
  surroundings: { dataDir, port, siteUrl },
}: {
  config: Promise<SanitizedConfig>
  surroundings: Surroundings
}) => {
  const lock = await lockDataDir(dataDir)
  process.once('exit', lock.release)
  const payload = await getPayload({ config })
  const releases = await openReleases({ dataDir })
  const self = { host: '127.0.0.1', port: Number(port) }
  const client = createRenderClient({ server: self })
  const tools = { payload, client, mediaDir: join(dataDir, 'media') }
  const index = openSearchIndex({ file: join(dataDir, 'search.db') })
  setSearchIndex(index)
  const runner = createRunner({
    search: createSearchFeed({ payload, index }),
    tools,
    releases,
    callHelp: async () => {
      const second = await startRenderProcess(dataDir)
      const leave = second ? client.join(second.address) : () => undefined
      return async () => {
        leave()
        await second?.stop()
      }
    },
    dataDir,
    build: await buildId(),
    siteUrl,
  })
  const incidents = await openIncidents({ dataDir })
  const watcher = createWatcher({ tools, releases, incidents, inTurn: runner.inTurn })
  setPublishPort({
    ...runner.port,
    provenAt: watcher.provenAt,
    health: () => ({ ...runner.status(), incidents: incidents.newest(SHOWN_INCIDENTS) }),
  })
  await runner.resume()
  await openControlChannel({ dataDir, runner })
  void untilHealthy(client.render).then(() => {
    void runner.run()
    void watcher.run()
  })
}

const untilHealthy = async (render: (url: string) => Promise<unknown>) => {
  while (!(await render(HEALTH).then(Boolean, () => false))) await wait(HEALTH_PAUSE_MS)
}
