import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort } from '../commands/ports'
import { createSiteServer } from '../commands/siteServer'
import { CACHING, CONTENT_TYPES, PAGE_HEADERS, UNKNOWN_TYPE } from '../generator/pageHeaders'
import { openStore } from '../generator/store'

const CONFIG = readFileSync(join(import.meta.dirname, 'nginx.conf'), 'utf8')
const [, , SITE = ''] = CONFIG.split(/^server \{$/m)

describe('the configuration for nginx', () => {
  it('sends every header of the small server', () => {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) {
      const lines = [...SITE.matchAll(/^ {2}add_header (\S+) "(.*)" always;$/gm)]
      expect(lines.find(([, one]) => one?.toLowerCase() === name)?.[2]).toBe(value)
    }
  })

  it('knows the type of every kind of file, and no other', () => {
    const types = /\btypes \{([^}]*)\}/.exec(SITE)?.[1] ?? ''
    const known = [...types.matchAll(/^\s*(?:"([^"]+)"|(\S+))\s+([^;]+);/gm)].flatMap(
      ([, quoted, bare, endings = '']) =>
        endings.split(/\s+/).map((ending) => [`.${ending}`, quoted ?? bare]),
    )
    expect(Object.fromEntries(known)).toEqual(CONTENT_TYPES)
    expect(SITE).toContain(`default_type ${UNKNOWN_TYPE};`)
  })

  it('keeps what is named by its content, and asks for everything else', () => {
    const [, cache = ''] = /map \$uri \$bureau_cache \{([^}]*)\}/.exec(CONFIG) ?? []
    const values = [...cache.matchAll(/"([^"]*)"/g)].map(([, value]) => value)
    expect(values).toEqual([CACHING.asked, CACHING.kept])
  })
})

const nginx = (process.env.PATH ?? '')
  .split(delimiter)
  .concat('/usr/sbin', '/usr/local/sbin')
  .map((folder) => join(folder, 'nginx'))
  .find((path) => existsSync(path))

const BROTLI = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so'

type Ports = Record<'site' | 'small' | 'office' | 'plain' | 'cms', number>

/** The configuration as it stands, but for ports, folder and certificates. */
const configFor = ({ root, ports }: { root: string; ports: Ports }) => {
  const listening = [ports.plain, ports.site, ports.office]
  const own = CONFIG.replace(/listen \d+[^;]*;/g, () => `listen 127.0.0.1:${listening.shift()};`)
    .replace(/^ *ssl_.*$/gm, '')
    .replace('root /srv/bureau/data/public_html;', `root ${root};`)
    .replace('server 127.0.0.1:8080;', `server 127.0.0.1:${ports.small};`)
    .replace('server 127.0.0.1:3000;', `server 127.0.0.1:${ports.cms};`)
    .replace('# brotli_static on;', existsSync(BROTLI) ? 'brotli_static on;' : '')
  return `${existsSync(BROTLI) ? `load_module ${BROTLI};` : ''}
daemon off;
master_process off;
pid ${root}/../nginx.pid;
error_log stderr warn;
events {}
http {
  access_log off;
  client_body_temp_path ${root}/../body;
  proxy_temp_path ${root}/../proxy;
  fastcgi_temp_path ${root}/../fastcgi;
  uwsgi_temp_path ${root}/../uwsgi;
  scgi_temp_path ${root}/../scgi;
${own}
}
`
}

const listen = async (server: Server, port: number) =>
  new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

type Answer = { status: number | undefined; headers: IncomingHttpHeaders; body: string }
type Question = { path: string; method?: string; headers?: Record<string, string> }

const ask = (port: number, { path, method, headers }: Question) =>
  new Promise<Answer>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      )
    })
      .on('error', reject)
      .end()
  })

/** What both must say alike. Tags and dates are each server's own way to name the same file. */
const COMPARED = [
  ...Object.keys(PAGE_HEADERS),
  'content-encoding',
  'content-range',
  'accept-ranges',
  'cache-control',
  'vary',
  'location',
  'allow',
  'retry-after',
]

const FILES: (number | undefined)[] = [200, 206, 404]
const OF_FILES = ['content-type', 'content-length']

const LONG = '<p>关于开展进出口食品安全专项检查的通知</p>'.repeat(60)
const DOCUMENT = '/media/0123456789abcdef/%E7%94%B3%E6%8A%A5%E8%A1%A8.docx'

const gz = { 'accept-encoding': 'gzip' }
const QUESTIONS: (Question & { says: number })[] = [
  { path: '/', says: 200 },
  { path: '/', headers: gz, says: 200 },
  { path: '/columns/news/', headers: gz, says: 200 },
  { path: '/columns/news/', headers: { 'accept-encoding': 'deflate' }, says: 200 },
  { path: '/columns/news/index.html', headers: gz, says: 200 },
  { path: '/columns/news/', method: 'HEAD', headers: gz, says: 200 },
  { path: '/columns/news', says: 301 },
  { path: '/columns/news?from=mail', says: 301 },
  { path: '/columns', says: 404 },
  { path: '/columns/', says: 404 },
  { path: '/posts/2026/9.html', headers: gz, says: 404 },
  { path: '/columns/news/index.html.gz', says: 404 },
  { path: '/.hidden', says: 404 },
  { path: '/assets/site.0123456789abcdef.css', headers: gz, says: 200 },
  { path: '/feeds/news.xml', headers: gz, says: 200 },
  { path: '/robots.txt', headers: gz, says: 200 },
  { path: '/data/posts.json', headers: gz, says: 200 },
  { path: DOCUMENT, headers: gz, says: 200 },
  { path: DOCUMENT, headers: { range: 'bytes=2-4' }, says: 206 },
  { path: '/media/0123456789abcdef/none.docx', says: 404 },
  { path: '/admin', says: 404 },
  { path: '/api/posts', says: 404 },
  { path: '/search?q=%E9%A3%9F%E5%93%81', headers: { cookie: 'a=b' }, says: 200 },
]

describe.skipIf(!nginx)('nginx and the small server', () => {
  let folder = ''
  let ports: Ports
  let child: ChildProcess
  let small: Server
  let cms: Server
  const seen: IncomingHttpHeaders[] = []

  const fill = async () => {
    const store = await openStore({ folder })
    const staged = []
    for (const url of ['/', '/404.html', '/columns/news/', '/assets/site.0123456789abcdef.css']) {
      staged.push(await store.stagePage({ url, bytes: Buffer.from(url + LONG) }))
    }
    for (const url of ['/feeds/news.xml', '/data/posts.json', '/robots.txt']) {
      staged.push(await store.stagePage({ url, bytes: Buffer.from(url.padEnd(2_000)) }))
    }
    await store.commit({ staged, since: store.now() })
    await store.close()
    await mkdir(join(store.root, 'media/0123456789abcdef'), { recursive: true })
    await writeFile(join(store.root, decodeURIComponent(DOCUMENT)), '0123456789')
    await writeFile(join(store.root, '.hidden'), 'x')
    return store.root
  }

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bureau-nginx-'))
    const root = await fill()
    ports = {
      site: await freePort(),
      small: await freePort(),
      office: await freePort(),
      plain: await freePort(),
      cms: await freePort(),
    }
    cms = createServer((incoming, response) => {
      seen.push(incoming.headers)
      response.setHeader('set-cookie', 'a=b').end('结果')
    })
    await listen(cms, ports.cms)
    small = createSiteServer({ root, cms: `http://127.0.0.1:${ports.cms}` })
    await listen(small, ports.small)
    const config = join(folder, 'nginx.conf')
    await writeFile(config, configFor({ root, ports }))
    child = spawn(nginx ?? '', ['-c', config, '-p', folder], { stdio: 'inherit' })
    for (let left = 100; left > 0; left -= 1) {
      if (await ask(ports.site, { path: '/' }).catch(() => null)) return
      await wait(50)
    }
    throw new Error('nginx does not answer')
  })
  afterAll(async () => {
    child.kill('SIGKILL')
    small.closeAllConnections()
    small.close()
    cms.close()
    await rm(folder, { recursive: true, force: true })
  })

  /** Without the few words of its own that nginx sends with a redirection or a refusal. */
  const alike = ({ status, headers, body }: Answer) => {
    const names = [...COMPARED, ...(FILES.includes(status) ? OF_FILES : [])]
    const said = Object.fromEntries(names.map((name) => [name, headers[name]]))
    return { status, ...said, ...(FILES.includes(status) ? { body } : {}) }
  }

  const both = async (question: Question) => {
    const [ours, theirs] = [await ask(ports.small, question), await ask(ports.site, question)]
    return { ours, theirs }
  }

  it.each(QUESTIONS)('answer alike: $path $headers', async ({ says, ...question }) => {
    const { ours, theirs } = await both(question)
    expect(ours.status).toBe(says)
    expect(alike(theirs)).toEqual(alike(ours))
  })

  it('refuse a part that a file does not have', async () => {
    for (const one of Object.values(
      await both({ path: DOCUMENT, headers: { range: 'bytes=90-' } }),
    )) {
      expect(one).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } })
    }
  })

  it.each(['POST', 'PUT', 'DELETE'])('refuse %s alike', async (method) => {
    const { ours, theirs } = await both({ path: '/', method })
    expect(ours.status).toBe(405)
    expect(alike(theirs)).toEqual(alike(ours))
  })

  it('tell encodings apart by their tags and say 304 to who has one', async () => {
    for (const port of [ports.small, ports.site]) {
      const tagOf = async (accepted: string) => {
        const headers = { 'accept-encoding': accepted }
        return (await ask(port, { path: '/columns/news/', headers })).headers.etag ?? ''
      }
      const [plain, packed] = [await tagOf(''), await tagOf('gzip')]
      expect(plain).not.toBe(packed)
      for (const tag of [plain, packed]) expect(tag).toMatch(/^"[^"]+"$/)
      const again = { ...gz, 'if-none-match': packed }
      expect(await ask(port, { path: '/columns/news/', headers: again })).toMatchObject({
        status: 304,
        headers: { vary: 'Accept-Encoding', 'cache-control': CACHING.asked },
      })
    }
  })

  it('tell the CMS nothing of who searches', async () => {
    seen.length = 0
    await both({ path: '/search?q=a', headers: { cookie: 'a=b' } })
    expect(seen.map(({ cookie }) => cookie)).toEqual([undefined, undefined])
  })

  it('pass the back office on under its own name', async () => {
    const { headers } = await ask(ports.office, {
      path: '/admin',
      headers: { host: 'cms.bureau.example', 'x-forwarded-for': '192.0.2.1' },
    })
    expect(headers['set-cookie']).toEqual(['a=b'])
    expect(seen.at(-1)).toMatchObject({
      host: 'cms.bureau.example',
      'x-forwarded-for': '127.0.0.1',
    })
  })

  it.skipIf(!existsSync(BROTLI))('send the smallest copy where nginx has its module', async () => {
    const { ours, theirs } = await both({
      path: '/columns/news/',
      headers: { 'accept-encoding': 'gzip, br' },
    })
    expect(ours.headers['content-encoding']).toBe('br')
    expect(alike(theirs)).toEqual(alike(ours))
  })
})
