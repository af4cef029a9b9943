import { askToGenerate, askToGoBack } from '../generator/controlChannel'
import { isLocked } from '../generator/lock'
import { Refused, type Settings, useEnvironment } from './environment'
import { generationBar } from './generationBar'
import { buildIfStale } from './nextBuild'
import { freePort } from './ports'
import { type Cms, startCms } from './processes'
import { runCommand } from './runCommand'

const SHOWN_FAILURES = 20

const wantsToGoBack = (args: string[]) => {
  const unknown = args.find((arg) => arg !== '--rollback')
  if (unknown) throw new Refused(`Unknown option ${unknown}; there is --rollback`)
  return args.length > 0
}

/** The CMS that carries out the generation: the running one, or one of our own that only this machine reaches. */
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
  return report
}

/**
 * `npm run generate`: renders every page into a new release and shows it; with `--rollback` shows the release before,
 * with everything withdrawn or removed since.
 */
runCommand(async () => {
  const goesBack = wantsToGoBack(process.argv.slice(2))
  const settings = useEnvironment('demonstration')
  const cms = await cmsFor(settings)
  try {
    if (goesBack) {
      const release = await askToGoBack(settings.dataDir)
      console.log(`Release ${release} is public; it holds every withdrawal and removal made since`)
      return
    }
    const report = await generate(settings.dataDir)
    const { pages, written, failedPages } = report
    for (const { url, error } of report.failed.slice(0, SHOWN_FAILURES))
      console.error(`${url}: ${error}`)
    console.log(`${pages} pages rendered, ${written} files written, ${failedPages} failed`)
    if (failedPages > 0)
      throw new Refused('Pages that failed keep their old files and are tried again')
  } finally {
    await cms?.stop()
  }
})
