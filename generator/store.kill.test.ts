import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { openStore } from './store'

const KILLS = 12

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

/** What the compressed copies of a file hold, as far as there are any. */
const unpackedCopiesOf = (path: string) => {
  const read = (ending: string, unpack: (bytes: Buffer) => Buffer) =>
    existsSync(path + ending) ? [String(unpack(readFileSync(path + ending)))] : []
  return [...read('.gz', gunzipSync), ...read('.br', brotliDecompressSync)]
}

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex')

it('leaves whole files with copies of the same text and a true manifest whenever the writer is killed', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bureau-kill-'))
  const root = join(dataDir, 'public_html')
  let written = 0
  let packed = 0
  for (let n = 0; n < KILLS; n += 1) {
    await killAtRandom({ dataDir, after: Math.random() * 150 })

    const pages = (await filesOf(root)).filter((file) => file.endsWith('.html'))
    for (const file of pages) {
      const text = await readFile(join(root, file), 'utf8')
      expect(hashOf(text.slice(65))).toBe(text.slice(0, 64))
      expect(text.slice(65).startsWith(`/${file} `)).toBe(true)
      for (const copy of unpackedCopiesOf(join(root, file))) expect(copy).toBe(text)
    }
    written += pages.length

    const store = await openStore({ folder: dataDir })
    const files = store.files().sort()
    const copied = files.filter((file) => store.entryOf(file)?.copies)
    const copies = copied.flatMap((file) => [`${file}.br`, `${file}.gz`])
    expect(await filesOf(root)).toEqual([...files, ...copies].sort())
    for (const file of copied) {
      const text = await readFile(join(root, file), 'utf8')
      expect(unpackedCopiesOf(join(root, file))).toEqual([text, text])
    }
    packed += copied.length
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
  expect(packed).toBeGreaterThan(0)
  await rm(dataDir, { recursive: true, force: true })
}, 120_000)
