import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeEach, describe, expect, it } from 'vitest'
import { bringToDisk, type NewText, writeText } from './fileThread'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau-'))
})

const bytes = Buffer.from('关于印发管理办法的通知。'.repeat(200))

const text = (name: string): NewText => {
  const path = join(folder, name)
  const gzip = { path: `${path}.gz`, level: 6 }
  const brotli = { path: `${path}.br`, quality: 5 }
  return { path, bytes, isDurable: true, copies: { gzip, brotli } }
}

describe('the thread that writes files', () => {
  it('writes a text and its copies, and says how long the copies are', async () => {
    const one = text('one.html')
    const sizes = await writeText(one)
    const read = (ending: string) => readFile(one.path + ending)
    expect(await read('')).toEqual(bytes)
    expect(gunzipSync(await read('.gz'))).toEqual(bytes)
    expect(brotliDecompressSync(await read('.br'))).toEqual(bytes)
    expect(sizes).toEqual([(await read('.gz')).length, (await read('.br')).length])
  })

  it('writes no copies where none are asked for', async () => {
    const { path } = text('bare.txt')
    expect(await writeText({ path, bytes, isDurable: false })).toBeUndefined()
    expect(await readFile(path)).toEqual(bytes)
  })

  it('names the error of one text and writes the others of the lot', async () => {
    await writeFile(join(folder, 'there.html'), 'old')
    const names = ['first.html', 'there.html', 'nowhere/second.html', 'last.html']
    const results = await Promise.allSettled(names.map((name) => writeText(text(name))))
    const codes = results.map((one) => (one.status === 'rejected' ? one.reason.code : 'written'))
    expect(codes).toEqual(['written', 'EEXIST', 'ENOENT', 'written'])
    expect(await readFile(join(folder, 'there.html'), 'utf8')).toBe('old')
    expect(await readFile(join(folder, 'last.html'))).toEqual(bytes)
  })

  it('brings files to the disk, and takes one that is gone for done', async () => {
    await writeText(text('one.html'))
    await bringToDisk(join(folder, 'one.html'))
    await bringToDisk(join(folder, 'gone.html'))
  })

  it('answers many lots in order', async () => {
    const names = Array.from({ length: 50 }, (_, number) => `${number}.html`)
    const writing: Promise<unknown>[] = []
    for (const name of names) {
      writing.push(writeText({ ...text(name), bytes: Buffer.from(name), copies: undefined }))
      await new Promise(setImmediate)
    }
    await Promise.all(writing)
    const found = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
    expect(found).toEqual(names)
  })
})
