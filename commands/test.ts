import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser'
import { buildIfStale } from './nextBuild'
import { runToEnd } from './processes'
import { runCommand } from './runCommand'
import {
  type Counts,
  checkCounts,
  lastLine,
  playwrightCounts,
  sumOf,
  vitestCounts,
} from './testCounts'

const BIOME = 'node_modules/@biomejs/biome/bin/biome'
const TSC = 'node_modules/typescript/bin/tsc'
const KNIP = 'node_modules/knip/bin/knip.js'
const VITEST = 'node_modules/vitest/vitest.mjs'
const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'
const PAYLOAD = 'node_modules/payload/bin.js'
const TYPES = 'payload-types.ts'
const IMPORT_MAP = 'app/(payload)/admin/importMap.js'

const scratch = mkdtempSync(join(tmpdir(), 'bureau-test-'))

const heading = (name: string) => console.log(`\n=== ${name}`)

const check = async ({
  name,
  args,
  env,
}: {
  name: string
  args: string[]
  env?: Record<string, string>
}) => {
  heading(name)
  return checkCounts(await runToEnd({ args, env }))
}

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}

/** Payload's generators read the configuration only; these keep them away from the developer's data. */
const NO_DATA = {
  PAYLOAD_SECRET: 'nothing is signed with this one, it is for generators',
  DATABASE_URL: `file:${join(scratch, 'none.db')}`,
  DATA_DIR: scratch,
}

/** A generated file must be what the generator makes of the sources; the committed one is left as it is. */
const checkGenerated = async ({
  name,
  file,
  command,
}: {
  name: string
  file: string
  command: string
}) => {
  heading(name)
  const before = readFileSync(file, 'utf8')
  const code = await runToEnd({ args: [PAYLOAD, command], env: NO_DATA })
  const after = readFileSync(file, 'utf8')
  writeFileSync(file, before)
  if (code !== 0) return checkCounts(code)
  if (after !== before) console.error(`${file} is out of date; run \`npx payload ${command}\``)
  return checkCounts(after === before ? 0 : 1)
}

const vitest = async ({
  name,
  project,
  options = [],
  env,
}: {
  name: string
  project: string
  options?: string[]
  env?: Record<string, string>
}) => {
  heading(name)
  const outputFile = join(scratch, `${name.replaceAll(/\W+/g, '-')}.json`)
  const code = await runToEnd({
    args: [
      VITEST,
      'run',
      '--project',
      project,
      ...options,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${outputFile}`,
    ],
    env: { NODE_ENV: 'test', ...env },
  })
  return vitestCounts({ report: readJson(outputFile), code })
}

/** The integration tests a second time, on MongoDB if a server is there; else all of them count as skipped. */
const onMongo = async (onSqlite: Counts): Promise<Counts> => {
  if (process.env.MONGODB_URL) {
    return await vitest({
      name: 'integration on MongoDB',
      project: 'integration',
      // The browser's tests run beside them and want the other processor.
      options: ['--maxWorkers=1'],
      env: { BUREAU_TEST_ENGINE: 'mongodb' },
    })
  }
  heading('integration on MongoDB')
  console.log('MONGODB_URL is not set: the integration tests did not run on MongoDB')
  return { passed: 0, failed: 0, skipped: onSqlite.passed + onSqlite.failed }
}

const build = async () => {
  heading('build')
  try {
    await buildIfStale()
    return checkCounts(0)
  } catch (error) {
    console.error(error)
    return checkCounts(1)
  }
}

const endToEnd = async () => {
  heading('end to end')
  const browser = await findBrowser()
  if (!browser) {
    console.error('There is no Chromium and none could be installed; set CHROMIUM_PATH')
    return checkCounts(1)
  }
  const report = join(scratch, 'playwright.json')
  const code = await runToEnd({
    args: [PLAYWRIGHT, 'test', '--reporter=list,json'],
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
  })
  return playwrightCounts({ report: readJson(report), code })
}

const lint = async () =>
  sumOf([
    await check({ name: 'biome', args: [BIOME, 'check', '.'] }),
    await check({ name: 'knip', args: [KNIP], env: NO_DATA }),
  ])

/** `npm test`: every check and every test there is; the last line is the sum (product.md, Commands). */
runCommand(async () => {
  const counts = [
    // Two at a time, for two processors; the generators write what the others read.
    ...(await Promise.all([check({ name: 'tsc', args: [TSC, '--noEmit'] }), lint()])),
    ...(await Promise.all([
      checkGenerated({ name: 'payload types', file: TYPES, command: 'generate:types' }),
      checkGenerated({ name: 'import map', file: IMPORT_MAP, command: 'generate:importmap' }),
    ])),
    await vitest({ name: 'unit', project: 'unit' }),
  ]
  const onSqlite = await vitest({ name: 'integration on SQLite', project: 'integration' })
  const built = await build()
  // Most of the time a browser's test waits; the lines of the two mix.
  const beside = await Promise.all([
    onMongo(onSqlite),
    built.failed > 0 ? checkCounts(1) : endToEnd(),
  ])
  counts.push(onSqlite, built, ...beside)
  rmSync(scratch, { recursive: true, force: true })
  const sum = sumOf(counts)
  console.log(`\n${lastLine(sum)}`)
  if (sum.failed > 0) process.exitCode = 1
})
