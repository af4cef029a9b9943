import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { askStatus, askToGenerate } from './controlChannel'

let dataDir = ''
let server: Server | undefined

const answerWith = async (listener: RequestListener) => {
  server = createServer(listener)
  await new Promise<void>((resolve) => server?.listen(join(dataDir, 'server.sock'), resolve))
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bureau-'))
})

afterEach(async () => {
  server?.close()
  server = undefined
  await rm(dataDir, { recursive: true })
})

describe('a command that asks the running server', () => {
  it('hears how far the work is, line by line, however the lines are cut', async () => {
    const report = { pages: 2, written: 2, failedPages: 0, failed: [{ url: '/', error: '磁盘满' }] }
    const text = Buffer.from(
      `${JSON.stringify({ progress: { done: 1, total: 2 } })}\n${JSON.stringify({ report })}\n`,
    )
    await answerWith(async (_, response) => {
      for (const byte of text) {
        response.write(Buffer.from([byte]))
        await new Promise(setImmediate)
      }
      response.end()
    })
    const seen: { done: number; total: number }[] = []
    const answer = askToGenerate({ dataDir, onProgress: (progress) => seen.push(progress) })
    expect(await answer).toEqual(report)
    expect(seen).toEqual([{ done: 1, total: 2 }])
  })

  it('fails when the server is killed in the middle', async () => {
    await answerWith((_, response) => {
      response.write(`${JSON.stringify({ progress: { done: 1, total: 2 } })}\n`)
      setTimeout(() => response.destroy(), 20)
    })
    await expect(askToGenerate({ dataDir, onProgress: () => undefined })).rejects.toThrow()
  })

  it('asks for the state as often as it likes', async () => {
    const status = { isSettled: true, generation: null, fanOut: null, retrying: 0 }
    await answerWith((_, response) => response.end(JSON.stringify(status)))
    for (let time = 0; time < 20; time += 1) expect(await askStatus(dataDir)).toEqual(status)
  })

  it('fails when nobody answers', async () => {
    await expect(askStatus(dataDir)).rejects.toThrow()
  })
})
