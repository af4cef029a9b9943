import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { openStore } from './store'

const KILLS = 20

const killAtRandom = async ({ dataDir, after }: { dataDir: string; after: number }) => {
  const victim = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'storeVictim.ts'), dataDir],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const ended = new Promise((resolve) => victim.once('exit', resolve))
  await new Promise((resolve) => victim.stdout.once('data', resolve))
  await wait(after)
  victim.kill('SIGKILL')
  await ended
}

const filesOf = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name).slice(folder.length + 1))
    .sort()

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

it('leaves whole files and a true manifest whenever the writer is killed', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bureau-kill-'))
  const root = join(dataDir, 'public_html')
  let written = 0
  for (let n = 0; n < KILLS; n += 1) {
    await killAtRandom({ dataDir, after: Math.random() * 150 })

    const pages = (await filesOf(root)).filter((file) => file.endsWith('.html'))
    for (const file of pages) {
      const text = await readFile(join(root, file), 'utf8')
      expect(hashOf(text.slice(65))).toBe(text.slice(0, 64))
      expect(text.slice(65).startsWith(`/${file} `)).toBe(true)
    }
    written += pages.length

    const store = await openStore({ folder: dataDir })
    const files = store.files().sort()
    expect(await filesOf(root)).toEqual(files)
    const shown = new Set<string>()
    for (const file of files) {
      const entry = store.entryOf(file)
      expect(entry?.sha256).toBe(hashOf(await readFile(join(root, file))))
      for (const media of entry?.media ?? []) shown.add(media)
    }
    expect(files.filter((file) => file.startsWith('media/'))).toEqual([...shown].sort())
    expect(await filesOf(join(dataDir, 'staging'))).toEqual([])
    await store.close()
  }
  expect(written).toBeGreaterThan(0)
  await rm(dataDir, { recursive: true, force: true })
}, 120_000)
