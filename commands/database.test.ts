import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { assertDatabase, databaseFile } from './database'
import { freePort } from './ports'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bureau database '))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

it.each([
  ['file:./data/bureau.db', './data/bureau.db'],
  ['file:/srv/bureau.db', '/srv/bureau.db'],
  ['file:///srv/my%20bureau.db', '/srv/my bureau.db'],
  ['mongodb://127.0.0.1/bureau', null],
])('finds the file of %s', (url, file) => {
  expect(databaseFile(url)).toBe(file)
})

it('takes a file that is not there yet', async () => {
  await assertDatabase(pathToFileURL(join(folder, 'new', 'bureau.db')).href)
})

it('refuses a file that is no database, in one line', async () => {
  const file = join(folder, 'bureau.db')
  await writeFile(file, 'not a database, only a text that is long enough to look at'.repeat(100))
  await expect(assertDatabase(`file:${file}`)).rejects.toThrow(
    /^The database .*bureau\.db cannot be opened: [^\n]+$/,
  )
})

it('refuses a folder that cannot be made', async () => {
  await writeFile(join(folder, 'a'), '')
  await expect(assertDatabase(`file:${join(folder, 'a', 'bureau.db')}`)).rejects.toThrow(
    'cannot be opened',
  )
})

it('refuses a server that does not answer and names it, without the password', async () => {
  const port = await freePort()
  await expect(assertDatabase(`mongodb://me:secret@127.0.0.1:${port}/bureau`)).rejects.toThrow(
    new RegExp(`^No database answers at 127.0.0.1:${port}$`),
  )
})

it('takes a replica set of which one member answers', async () => {
  const server = createServer((socket) => socket.end())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  const down = await freePort()
  await assertDatabase(`mongodb://127.0.0.1:${down},127.0.0.1:${address.port}/bureau?replicaSet=rs`)
  server.close()
})
