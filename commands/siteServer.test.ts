import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSiteServer } from './siteServer'

let root = ''
let server: Server
let cms: Server
let asked: { url: string; cookie: string | undefined }[] = []
let origin = ''

const listen = async (listener: Server) => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  return `http://127.0.0.1:${address.port}`
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'bureau-site-'))
  await mkdir(join(root, 'columns/news'), { recursive: true })
  await mkdir(join(root, 'media/0123456789abcdef'), { recursive: true })
  await writeFile(join(root, 'index.html'), '<h1>首页</h1>')
  await writeFile(join(root, '404.html'), '<h1>没有找到</h1>')
  await writeFile(join(root, 'columns/news/index.html'), '要闻')
  await mkdir(join(root, 'columns/packed'))
  await writeFile(join(root, 'columns/packed/index.html'), '要闻')
  await writeFile(join(root, 'columns/packed/index.html.br'), '压缩 br')
  await writeFile(join(root, 'columns/packed/index.html.gz'), '压缩 gz')
  await writeFile(join(root, 'media/0123456789abcdef/申报表.docx'), '0123456789')
  await writeFile(join(root, '.hidden'), 'x')
  await writeFile(join(root, '..', 'bureau-site-secret'), 'secret')
  cms = createServer((incoming, response) => {
    asked.push({ url: incoming.url ?? '', cookie: incoming.headers.cookie })
    response.writeHead(200, { 'set-cookie': 'a=b', 'x-own': 'x' }).end('结果')
  })
  server = createSiteServer({ root, cms: await listen(cms) })
  origin = await listen(server)
})
afterAll(async () => {
  cms.close()
  server.closeAllConnections()
  server.close()
  await rm(root, { recursive: true, force: true })
})

const fetchFrom = (path: string, init?: RequestInit) =>
  fetch(origin + path, { redirect: 'manual', ...init })

type Raw = { status: number | undefined; headers: IncomingHttpHeaders; body: string }

/** A request whose path no client tidies up and whose answer none unpacks. */
const rawAnswer = (path: string, headers: Record<string, string> = {}) =>
  new Promise<Raw>((resolve, reject) => {
    const { hostname, port } = new URL(origin)
    request({ hostname, port, path, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: String(Buffer.concat(chunks)),
        }),
      )
    })
      .on('error', reject)
      .end()
  })

describe('the site server', () => {
  it('serves folders by their index and forbids sniffing, framing and scripts', async () => {
    const response = await fetchFrom('/columns/news/')
    expect(await response.text()).toBe('要闻')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it('sends an address without its slash on to the one with it', async () => {
    const response = await fetchFrom('/columns/news?from=mail')
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toBe('/columns/news/?from=mail')
  })

  it('answers with the page for missing addresses and status 404', async () => {
    const response = await fetchFrom('/columns/none/')
    expect(response.status).toBe(404)
    expect(await response.text()).toContain('没有找到')
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
  })

  it('serves a file with a Chinese name with its own type, for ever', async () => {
    const response = await fetchFrom(`/media/0123456789abcdef/${encodeURIComponent('申报表.docx')}`)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toContain('wordprocessingml')
    expect(response.headers.get('cache-control')).toContain('immutable')
  })

  it.each([
    ['br, gzip', 'br', '压缩 br'],
    ['gzip, deflate', 'gzip', '压缩 gz'],
    ['gzip;q=0.5, *;q=0', 'gzip', '压缩 gz'],
    ['br;q=0, *', 'gzip', '压缩 gz'],
    ['BR', 'br', '压缩 br'],
    ['deflate', undefined, '要闻'],
    ['br;q=0, gzip;q=0', undefined, '要闻'],
    ['', undefined, '要闻'],
  ])('sends the copy that "%s" takes: %s', async (accepted, encoding, text) => {
    const { headers, body } = await rawAnswer('/columns/packed/', { 'accept-encoding': accepted })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers.vary).toBe('Accept-Encoding')
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toBe(text)
  })

  it('sends whole copies only, and the page itself where there is none', async () => {
    const ranged = { 'accept-encoding': 'br', range: 'bytes=0-1' }
    expect((await rawAnswer('/columns/packed/', ranged)).status).toBe(200)
    expect((await rawAnswer('/', ranged)).headers['content-encoding']).toBeUndefined()
  })

  it('has another tag for each encoding, and says 304 to the one it belongs to', async () => {
    const tagOf = async (accepted: string) =>
      (await rawAnswer('/columns/packed/', { 'accept-encoding': accepted })).headers.etag
    const tags = [await tagOf('br'), await tagOf('gzip'), await tagOf('')]
    expect(new Set(tags).size).toBe(3)
    for (const tag of tags) expect(tag).toMatch(/^"[^"]+"$/)
    const again = { 'accept-encoding': 'br', 'if-none-match': tags[0] ?? '' }
    expect(await rawAnswer('/columns/packed/', again)).toMatchObject({
      status: 304,
      headers: { vary: 'Accept-Encoding', 'cache-control': 'no-cache' },
    })
    const other = { 'accept-encoding': 'gzip', 'if-none-match': tags[0] ?? '' }
    expect((await rawAnswer('/columns/packed/', other)).status).toBe(200)
  })

  it('does not serve a compressed copy by its own name', async () => {
    expect((await fetchFrom('/columns/packed/index.html.br')).status).toBe(404)
  })

  it('says 304 to who has the page, until it changes', async () => {
    const etag = (await fetchFrom('/')).headers.get('etag') ?? ''
    const again = () => fetchFrom('/', { headers: { 'if-none-match': etag } })
    expect((await again()).status).toBe(304)
    await writeFile(join(root, 'new'), '<h1>新页</h1>')
    await rename(join(root, 'new'), join(root, 'index.html'))
    const changed = await again()
    expect(changed.status).toBe(200)
    expect(await changed.text()).toContain('新页')
  })

  it.each([
    ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
    ['bytes=7-', 206, '789', 'bytes 7-9/10'],
    ['bytes=-2', 206, '89', 'bytes 8-9/10'],
    ['bytes=20-', 416, '', 'bytes */10'],
    ['bytes=5-2', 416, '', 'bytes */10'],
    ['lines=1-2', 200, '0123456789', null],
  ])('answers the range %s with %i', async (range, status, text, contentRange) => {
    const response = await fetchFrom(
      `/media/0123456789abcdef/${encodeURIComponent('申报表.docx')}`,
      { headers: { range } },
    )
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(text)
    expect(response.headers.get('content-range')).toBe(contentRange)
  })

  it('gives the head of a page without its body', async () => {
    const response = await fetchFrom('/columns/news/', { method: 'HEAD' })
    expect(response.headers.get('content-length')).toBe('6')
    expect(await response.text()).toBe('')
  })

  it.each(['POST', 'PUT', 'DELETE'])('refuses %s', async (method) => {
    expect((await fetchFrom('/', { method })).status).toBe(405)
  })

  it.each([
    '/../bureau-site-secret',
    '/%2e%2e/bureau-site-secret',
    '/..%2fbureau-site-secret',
    '/columns/news/../../../bureau-site-secret',
    '/.hidden',
    '//etc/passwd',
    '/%00',
    '/%zz',
    '/index.html/',
  ])('finds nothing at %s', async (path) => {
    expect((await rawAnswer(path)).status).toBe(404)
  })

  it('never sends a visitor to another host', async () => {
    const { hostname, port } = new URL(origin)
    const location = await new Promise((resolve) =>
      request({ hostname, port, path: '//columns/news' }, (response) => {
        response.resume()
        resolve(response.headers.location)
      }).end(),
    )
    expect(location).toBeUndefined()
  })

  it('goes on after a visitor breaks off', async () => {
    const controller = new AbortController()
    const broken = fetchFrom('/', { signal: controller.signal })
    controller.abort()
    await broken.catch(() => undefined)
    expect((await fetchFrom('/')).status).toBe(200)
  })
})

describe('a search at the site server', () => {
  it('is answered by the CMS, which learns the query and nothing of the visitor', async () => {
    asked = []
    const response = await fetchFrom('/search?q=%E9%A3%9F%E5%93%81&page=2', {
      headers: { cookie: 'payload-token=secret' },
    })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('结果')
    expect(asked).toEqual([{ url: '/search?q=%E9%A3%9F%E5%93%81&page=2', cookie: undefined }])
    expect(response.headers.get('cache-control')).toBe('no-store')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(response.headers.get('set-cookie')).toBeNull()
    expect(response.headers.get('x-own')).toBeNull()
  })

  it('of ten thousand signs is cut to one sign more than is read', async () => {
    asked = []
    const response = await fetchFrom(`/search?q=${encodeURIComponent('检'.repeat(10_000))}`)
    expect(response.status).toBe(200)
    const typed = new URLSearchParams(asked[0]?.url.split('?')[1]).get('q')
    expect(typed).toBe('检'.repeat(101))
  })

  it.each(['?q=%', '?q=%zz%', '?q=a&q=b', '?', '', '?q=??&=&&', '?q=%00', '?q=%ED%A0%80'])(
    'with %s reaches the CMS',
    async (query) => {
      expect((await fetchFrom(`/search${query}`)).status).toBe(200)
    },
  )

  it('says clearly that it is not available while the CMS is down', async () => {
    const idle = createServer()
    const nowhere = await listen(idle)
    await new Promise((resolve) => idle.close(resolve))
    const alone = createSiteServer({ root, cms: nowhere })
    const response = await fetch(`${await listen(alone)}/search?q=a`)
    alone.close()
    expect(response.status).toBe(503)
    expect(response.headers.get('retry-after')).toBe('30')
    expect(await response.text()).toContain('搜索服务暂时不可用')
  })
})
