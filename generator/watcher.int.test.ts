import {
  mkdir,
  readFile,
  readlink,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Bureau, openBureau } from '../testing/bureau'
import { type Incidents, openIncidents } from './incidents'
import { openReleases, type Releases } from './releases'
import { createRenderClient } from './render'
import { createWatcher, type Watcher } from './watcher'

let bureau: Bureau
let server: Server
let client: ReturnType<typeof createRenderClient>
let releases: Releases
let incidents: Incidents
let watcher: Watcher
let isDown = false

/** A page with compressed copies. */
const LONG = '/about/'

const placeOf = (file: string) => join(bureau.dataDir, 'public_html', file)
const textOf = (file: string) => readFile(placeOf(file), 'utf8')
const isThere = (file: string) =>
  stat(placeOf(file)).then(
    () => true,
    () => false,
  )
const found = () => incidents.newest(10).map(({ file, found: what }) => [file, what])

const openWatcher = async () => {
  releases = await openReleases({ dataDir: bureau.dataDir })
  incidents = await openIncidents({ dataDir: bureau.dataDir })
  watcher = createWatcher({
    tools: { payload: bureau.payload, client, mediaDir: join(bureau.dataDir, 'media') },
    releases,
    incidents,
    inTurn: (work) => work(),
  })
}

beforeAll(async () => {
  bureau = await openBureau()
  server = createServer((request, response) => {
    if (isDown) response.writeHead(503).end()
    else response.end(`page ${request.url}`.padEnd(request.url === LONG ? 2_000 : 0, '。'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  client = createRenderClient({ server: { host: '127.0.0.1', port: address.port } })
})
afterAll(async () => {
  client.close()
  server.closeAllConnections()
  server.close()
  await bureau.close()
})

beforeEach(async () => {
  isDown = false
  await rm(join(bureau.dataDir, 'incidents.jsonl'), { force: true })
  await openWatcher()
  const store = releases.current()
  const staged = []
  for (const url of ['/', '/map/', '/feeds/news.xml']) {
    staged.push(await store.stagePage({ url, bytes: Buffer.from(`page ${url}`) }))
  }
  const { bytes } = await client.render(LONG)
  staged.push(await store.stagePage({ url: LONG, bytes }))
  await store.commit({ staged, since: store.now() })
})
afterEach(async () => {
  watcher.stop()
  await releases.close()
})

describe('the watch over the public files', () => {
  it('finds nothing where nothing was done, and knows when it looked', async () => {
    expect(watcher.provenAt('/')).toBeNull()
    await watcher.pass()
    expect(found()).toEqual([])
    expect(Date.now() - (watcher.provenAt('/')?.getTime() ?? 0)).toBeLessThan(5_000)
    expect(watcher.provenAt('/unknown/')).toBeNull()
  })

  it('writes a changed file anew, also one of the same length and time', async () => {
    const { mtime } = await stat(placeOf('index.html'))
    await writeFile(placeOf('index.html'), 'evil p')
    await utimes(placeOf('index.html'), mtime, mtime)
    await watcher.pass()
    expect(await textOf('index.html')).toBe('page /')
    expect(found()).toEqual([['index.html', 'changed']])
    await watcher.pass()
    expect(found()).toHaveLength(1)
  })

  it('brings a deleted file back', async () => {
    await rm(placeOf('map'), { recursive: true })
    await watcher.pass()
    expect(await textOf('map/index.html')).toBe('page /map/')
    expect(found()).toEqual([['map/index.html', 'changed']])
  })

  it('writes a compressed copy anew that was changed or deleted', async () => {
    const copies = ['about/index.html.br', 'about/index.html.gz']
    const bytesOf = () => Promise.all(copies.map((file) => readFile(placeOf(file))))
    const before = await bytesOf()
    await writeFile(placeOf('about/index.html.br'), brotliCompressSync('evil'))
    await watcher.pass()
    expect(found()).toEqual([['about/index.html', 'changed']])
    await rm(placeOf('about/index.html.gz'))
    await watcher.pass()
    expect(found()).toHaveLength(2)
    expect(await bytesOf()).toEqual(before)
    await writeFile(placeOf('map/index.html.gz'), 'of a page that has none')
    await watcher.pass()
    expect(await isThere('map/index.html.gz')).toBe(false)
  })

  it('takes an added file away, a link to elsewhere too', async () => {
    await mkdir(placeOf('posts/2026'), { recursive: true })
    await writeFile(placeOf('posts/2026/999.html'), 'a false notice')
    await symlink('/etc', placeOf('etc'))
    await watcher.pass()
    expect([await isThere('posts/2026/999.html'), await isThere('etc')]).toEqual([false, false])
    expect(await isThere('index.html')).toBe(true)
    expect(found().toSorted()).toEqual([
      ['etc', 'added'],
      ['posts/2026/999.html', 'added'],
    ])
  })

  it('points the link back, whatever stands in its place', async () => {
    const link = join(bureau.dataDir, 'public_html')
    const before = await readlink(link)
    await rm(link)
    await symlink('/tmp', link)
    await watcher.pass()
    expect(await readlink(link)).toBe(before)
    await rename(link, `${link}.own`)
    await mkdir(link)
    await writeFile(join(link, 'index.html'), 'a false home page')
    await watcher.pass()
    expect(await readlink(link)).toBe(before)
    expect(found()).toEqual([
      ['public_html', 'link'],
      ['public_html', 'link'],
    ])
  })

  it('says why a file could not be put right, and tries again', async () => {
    isDown = true
    await writeFile(placeOf('index.html'), 'evil')
    await watcher.pass()
    await watcher.pass()
    expect(incidents.newest(10)).toMatchObject([
      { file: 'index.html', found: 'changed', error: '/: status 503' },
    ])
    isDown = false
    await watcher.pass()
    expect(incidents.newest(10).map(({ error }) => error)).toEqual([null, '/: status 503'])
    expect(await textOf('index.html')).toBe('page /')
  })

  it('remembers what was found after a restart', async () => {
    await writeFile(placeOf('index.html'), 'evil')
    await watcher.pass()
    await releases.close()
    await openWatcher()
    expect(found()).toEqual([['index.html', 'changed']])
  })
})
