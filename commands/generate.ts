import { askToGenerate, askToGoBack, askToIndex } from '../generator/controlChannel'
import { isLocked } from '../generator/lock'
import { Refused, type Settings, useEnvironment } from './environment'
import { generationBar, INDEXING } from './generationBar'
import { buildIfStale } from './nextBuild'
import { freePort } from './ports'
import { type Cms, startCms } from './processes'
import { runCommand } from './runCommand'

const SHOWN_FAILURES = 20

/** The CMS that carries out the work: the running one, or one of our own that only this machine reaches. */
const cmsFor = async ({ dataDir }: Settings): Promise<Cms | undefined> => {
  if (await isLocked(dataDir)) return undefined
  await buildIfStale()
  const cms = startCms({ port: await freePort() })
  await cms.ready
  return cms
}

const generate = async (dataDir: string) => {
  const bar = generationBar()
  const report = await askToGenerate({ dataDir, onProgress: bar.show })
  bar.finish()
  const { pages, written, failedPages } = report
  for (const { url, error } of report.failed.slice(0, SHOWN_FAILURES))
    console.error(`${url}: ${error}`)
  console.log(`${pages} pages rendered, ${written} files written, ${failedPages} failed`)
  if (failedPages > 0)
    throw new Refused('Pages that failed keep their old files and are tried again')
}

const makeIndex = async (dataDir: string) => {
  const bar = generationBar(INDEXING)
  const posts = await askToIndex({ dataDir, onProgress: bar.show })
  bar.finish()
  console.log(`${posts} posts can be searched`)
}

const goBack = async (dataDir: string) => {
  const release = await askToGoBack(dataDir)
  console.log(`Release ${release} is public, with everything withdrawn or removed since`)
}

/** What the arguments ask for. */
const workOf = (args: string[]) => {
  if (args.length === 0) return generate
  if (args.length === 1 && args[0] === '--search') return makeIndex
  if (args.length === 1 && args[0] === '--rollback') return goBack
  throw new Refused('Usage: npm run generate [-- --search | --rollback]')
}

/**
 * `npm run generate`: renders every page of the site into a new release and shows it. With `--rollback` it shows the
 * release before instead, with `--search` it makes the search index anew.
 */
runCommand(async () => {
  const work = workOf(process.argv.slice(2))
  const settings = useEnvironment('demonstration')
  const cms = await cmsFor(settings)
  try {
    await work(settings.dataDir)
  } finally {
    await cms?.stop()
  }
})
