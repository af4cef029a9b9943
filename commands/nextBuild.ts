import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Refused } from './environment'
import { runToEnd } from './processes'

const STAMP = '.next/built-from'
const NEXT = 'node_modules/next/dist/bin/next'
const FOLDERS = [
  'access',
  'app',
  'collections',
  'components',
  'generator',
  'migrations',
  'workflow',
]
const BUILT = /\.(tsx?|js|s?css|svg|json)$/
const NOT_BUILT = /\.test\.tsx?$|^(vitest|playwright|knip)\.config\.ts$|^next-env\.d\.ts$/

const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name))

/** Everything that goes into the build. */
const sources = () =>
  [...FOLDERS.filter(existsSync).flatMap(filesIn), ...readdirSync('.')]
    .filter((file) => BUILT.test(file) && !NOT_BUILT.test(file) && statSync(file).isFile())
    .filter((file) => !/^(payload-types|tsconfig\.tsbuildinfo)/.test(file))
    .sort()

/** SHA-256 over names and texts of everything that goes into the build. */
const sourceHash = () => {
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

const builtFrom = () => (existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : '')

/** True when the build was made from the sources as they are now. */
export const isBuilt = () => existsSync('.next/BUILD_ID') && builtFrom() === sourceHash()

/**
 * Builds the Next application, unless it was built from exactly these sources.
 * @throws Refused when the build fails; its own lines say why
 */
export const buildIfStale = async ({ isForced = false }: { isForced?: boolean } = {}) => {
  if (!isForced && isBuilt()) return
  const hash = sourceHash()
  rmSync(STAMP, { force: true })
  console.log('Building ...')
  const code = await runToEnd({
    args: [NEXT, 'build'],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (code !== 0) throw new Refused('The build failed; see the lines above')
  writeFileSync(STAMP, hash)
}
