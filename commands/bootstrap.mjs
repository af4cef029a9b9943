/**
 * The first step of `npm start` and `npm test` on a fresh machine: plain Node, no packages. Checks the version, installs
 * what package-lock.json names if it is not there, then runs the command in this process.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const COMMANDS = ['start', 'test']
const LEAST_NODE = [20, 20]

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stamp = join(root, 'node_modules', '.installed-for')

const fail = (line) => {
  console.error(line)
  process.exit(1)
}

const checkNode = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOld = major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])
  if (isOld)
    fail(`Node ${LEAST_NODE.join('.')} or newer is needed, this is ${process.versions.node}`)
}

const lockHash = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')

/** npm that started this, or the one on the PATH; never a shell script that Windows could not run. */
const npm = (args) => {
  const cli = process.env.npm_execpath
  const [program, first] = cli ? [process.execPath, [cli]] : ['npm', []]
  return spawnSync(program, [...first, ...args], { cwd: root, stdio: 'inherit' })
}

const install = () => {
  const wanted = lockHash()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  const listing = join(root, 'node_modules', '.package-lock.json')
  if (!existsSync(stamp) && existsSync(listing) && isSameTree(listing)) {
    writeFileSync(stamp, wanted)
    return
  }
  console.log('Installing packages ...')
  rmSync(stamp, { force: true })
  const { status } = npm(['ci', '--include=dev', '--ignore-scripts', '--no-audit', '--no-fund'])
  if (status !== 0) fail('The packages could not be installed; see the lines above')
  writeFileSync(stamp, wanted)
}

/** True when the packages that npm put there are those of package-lock.json: a developer's own `npm ci`. */
const isSameTree = (listing) => {
  const there = JSON.parse(readFileSync(listing, 'utf8')).packages
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || there[path]?.version === entry.version,
  )
}

checkNode()
const command = process.argv[2] ?? ''
if (!COMMANDS.includes(command)) fail(`Usage: node commands/bootstrap.mjs ${COMMANDS.join('|')}`)
process.chdir(root)
install()
const { register } = await import('tsx/esm/api')
register()
await import(`./${command}.ts`)
