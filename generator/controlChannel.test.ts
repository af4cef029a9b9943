import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { askStatus } from './controlChannel'

const IDLE = { isSettled: true, generation: null, fanOut: null, retrying: 0 }

it('asks each time on a connection of its own, which no busy server has given up meanwhile', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bureau-'))
  let connections = 0
  const server = createServer((_, response) => response.end(JSON.stringify(IDLE)))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(join(dataDir, 'server.sock'), resolve))
  try {
    for (let asked = 1; asked <= 3; asked += 1) {
      expect(await askStatus(dataDir)).toEqual(IDLE)
      expect(connections).toBe(asked)
    }
  } finally {
    server.close()
    await rm(dataDir, { recursive: true, force: true })
  }
})
