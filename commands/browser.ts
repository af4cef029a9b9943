import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { runToEnd } from './processes'

const PLAYWRIGHT = 'node_modules/@playwright/test/cli.js'
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const onPath = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((path) => existsSync(path))

const playwrightOwn = async () => {
  const { chromium } = await import('@playwright/test')
  const path = chromium.executablePath()
  return existsSync(path) ? path : undefined
}

const installByPlaywright = async () => {
  console.log('Getting a browser ...')
  return (await runToEnd({ args: [PLAYWRIGHT, 'install', 'chromium'] })) === 0
}

/** Debian's package, with a font that has Chinese characters; only root may install it. */
const installByDebian = () => {
  if (process.getuid?.() !== 0) return
  spawnSync('apt-get', ['update'], { stdio: 'inherit' })
  spawnSync('apt-get', ['install', '-y', 'chromium', 'fonts-noto-cjk'], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
}

/** A browser that does not even say its version lacks libraries of the system. */
const runs = (path: string | undefined): path is string =>
  path !== undefined && spawnSync(path, ['--version', '--no-sandbox']).status === 0

/**
 * Finds a Chromium: `CHROMIUM_PATH`, one on the PATH, Playwright's own; else gets Playwright's, else Debian's.
 * @returns its path, undefined when there is none and none could be installed
 */
export const findBrowser = async (): Promise<string | undefined> => {
  for (const path of [process.env.CHROMIUM_PATH, onPath(), await playwrightOwn()]) {
    if (runs(path)) return path
  }
  if (await installByPlaywright()) {
    const path = await playwrightOwn()
    if (runs(path)) return path
  }
  installByDebian()
  const path = onPath()
  return runs(path) ? path : undefined
}
