import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { isLocked, lockDataDir, ServerRunning } from './lock'

let dataDir = ''
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bureau-lock-'))
})
afterEach(() => rm(dataDir, { recursive: true, force: true }))

it('is held by one server and free again when released', async () => {
  const lock = await lockDataDir(dataDir)
  await expect(lockDataDir(dataDir)).rejects.toThrow(ServerRunning)
  expect(await isLocked(dataDir)).toBe(true)
  lock.release()
  expect(await isLocked(dataDir)).toBe(false)
})

it('goes with a killed process', async () => {
  const code = `import('${join(import.meta.dirname, 'lock.ts')}').then(({ lockDataDir }) =>
    lockDataDir(process.argv[1])).then(() => { console.log('held'); setInterval(() => {}, 1000) })`
  const holder = spawn(process.execPath, ['--import', 'tsx', '-e', code, dataDir])
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  expect(await isLocked(dataDir)).toBe(true)
  const ended = new Promise((resolve) => holder.once('exit', resolve))
  holder.kill('SIGKILL')
  await ended
  expect(await isLocked(dataDir)).toBe(false)
})
