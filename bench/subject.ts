import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { environmentOf, Refused, type Settings } from '../commands/environment'
import { freePort } from '../commands/ports'
import { runToEnd, startCms } from '../commands/processes'
import { signIn } from '../e2e/rest'
import { timed } from './samples'

/** What the generator has written: it is to begin with nothing. */
const GENERATED = ['public_html', 'releases', 'generation.json', 'search.db', 'incidents.jsonl']

/** A bureau of some size on a data folder of its own. */
export type Data = {
  posts: number
  dataDir: string
  databaseUrl: string
  seedSeconds: number | null
}

/** The built application, running on such a bureau. */
export type Subject = {
  data: Data
  origin: string
  pid: number
  as: (name: string) => ReturnType<typeof signIn>
  stop: () => Promise<void>
}

const settingsOf = ({
  dataDir,
  databaseUrl,
  port,
}: Omit<Data, 'posts' | 'seedSeconds'> & { port: number }) => {
  const origin = `http://127.0.0.1:${port}`
  const settings: Settings = {
    dataDir,
    databaseUrl,
    port,
    sitePort: port,
    serverUrl: origin,
    siteUrl: 'https://www.lnciq.example',
    secret: undefined,
  }
  return settings
}

/**
 * Seeds a bureau with so many bench posts.
 * @param isKept a folder that is there is used again
 */
export const makeData = async ({
  folder,
  posts,
  isKept,
}: {
  folder: string
  posts: number
  isKept: boolean
}): Promise<Data> => {
  const dataDir = join(folder, String(posts))
  if (!isKept) rmSync(dataDir, { recursive: true, force: true })
  const isNew = !existsSync(dataDir)
  const databaseUrl = pathToFileURL(join(dataDir, 'bureau.db')).href
  const { result, ms } = await timed(() =>
    runToEnd({
      args: ['--import', 'tsx', 'commands/seed.ts', '--posts', String(posts)],
      env: { DATA_DIR: dataDir, DATABASE_URL: databaseUrl },
    }),
  )
  if (result !== 0) throw new Refused('The bench data could not be seeded; see the lines above')
  for (const name of GENERATED) rmSync(join(dataDir, name), { recursive: true, force: true })
  return { posts, dataDir, databaseUrl, seedSeconds: isNew ? ms / 1000 : null }
}

/** Bytes of the database. */
export const sizeOfDatabase = ({ dataDir }: Data) => statSync(join(dataDir, 'bureau.db')).size

export const startSubject = async (data: Data): Promise<Subject> => {
  const port = await freePort()
  const settings = settingsOf({ ...data, port })
  const cms = startCms({ port, env: environmentOf(settings) })
  await cms.ready
  const origin = settings.serverUrl
  return {
    data,
    origin,
    pid: cms.pid,
    as: (name) => signIn({ origin, name }),
    stop: cms.stop,
  }
}
