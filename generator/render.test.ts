import { mkdtemp } from 'node:fs/promises'
import { createServer, type RequestListener, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRenderClient, type RenderClient, RenderFailed } from './render'

let server: Server
let client: RenderClient
let answer: RequestListener
let connections = 0

beforeEach(async () => {
  connections = 0
  server = createServer((request, response) => answer(request, response))
  server.on('connection', () => {
    connections += 1
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('No port')
  client = createRenderClient({
    server: { host: '127.0.0.1', port: address.port },
    timeoutMs: 300,
  })
})
afterEach(() => {
  client.close()
  server.closeAllConnections()
  server.close()
})

it('gives the bytes of a page', async () => {
  answer = (request, response) => response.end(`页面 ${request.url}`)
  const { bytes } = await client.render('/columns/news/')
  expect(bytes.toString()).toBe('页面 /columns/news/')
})

it('uses at most forty connections for many pages', async () => {
  answer = (_, response) => setTimeout(() => response.end('x'), 5)
  await Promise.all(Array.from({ length: 100 }, (_, n) => client.render(`/${n}`)))
  expect(connections).toBeLessThanOrEqual(40)
})

it.each([301, 308, 404, 500, 503])('fails for status %i', async (status) => {
  answer = (_, response) => response.writeHead(status).end('x')
  await expect(client.render('/posts/2026/1.html')).rejects.toThrow(`status ${status}`)
})

it('takes the page for missing addresses with its own status', async () => {
  answer = (_, response) => response.writeHead(404).end('没有找到')
  expect((await client.render('/404.html')).bytes.toString()).toBe('没有找到')
})

it('fails for an empty page', async () => {
  answer = (_, response) => response.end()
  await expect(client.render('/')).rejects.toThrow('empty page')
})

it('fails when the server takes too long', async () => {
  answer = () => undefined
  await expect(client.render('/')).rejects.toThrow(RenderFailed)
})

it('fails when a page comes so slowly that it takes too long', async () => {
  answer = (_, response) => {
    const drip = setInterval(() => response.write('x'), 50)
    response.on('close', () => clearInterval(drip))
    setTimeout(() => response.end(), 1_000)
  }
  await expect(client.render('/')).rejects.toThrow(RenderFailed)
})

it('fails when the connection breaks in the middle of a page', async () => {
  answer = (_, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half')
    setTimeout(() => response.destroy(), 10)
  }
  await expect(client.render('/')).rejects.toThrow(RenderFailed)
})

it('fails when no server is there', async () => {
  server.close()
  await expect(client.render('/')).rejects.toThrow(RenderFailed)
})

describe('pages that are asked for together', () => {
  let requests: string[]

  /** Answers the request for several pages with what `page` says of each. */
  const drawAll = (page: (url: string) => { status: number; text: string } | null) => {
    requests = []
    answer = async (request, response) => {
      requests.push(`${request.method} ${request.url}`)
      if (request.method === 'GET') return void response.end(`alone ${request.url}`)
      const urls: string[] = JSON.parse(Buffer.concat(await request.toArray()).toString())
      const drawn = urls.map((url) => {
        const found = page(url)
        return found && { ...found, contentType: 'text/html' }
      })
      response.end(JSON.stringify(drawn))
    }
  }
  const drawThree = () =>
    Promise.all(['/1', '/2', '/3'].map((url) => client.render(url).then(({ bytes }) => `${bytes}`)))

  it('come with one request, each with its own bytes', async () => {
    drawAll((url) => ({ status: 200, text: `页面 ${url}` }))
    expect(await drawThree()).toEqual(['页面 /1', '页面 /2', '页面 /3'])
    expect(requests).toEqual(['POST /draw'])
  })

  it('are at most forty a request', async () => {
    drawAll((url) => ({ status: 200, text: url }))
    const urls = Array.from({ length: 100 }, (_, n) => `/${n}`)
    const pages = await Promise.all(urls.map((url) => client.render(url)))
    expect(pages.map(({ bytes }) => bytes.toString())).toEqual(urls)
    expect(requests).toEqual(['POST /draw', 'POST /draw', 'POST /draw'])
  })

  it('fail one by one: the others are there', async () => {
    drawAll((url) => ({ status: url === '/2' ? 500 : 200, text: url === '/2' ? '' : url }))
    const [first, second, third] = await Promise.allSettled(
      ['/1', '/2', '/3'].map((url) => client.render(url)),
    )
    expect([first?.status, second?.status, third?.status]).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
  })

  it('are asked for one by one where the server does not draw them together', async () => {
    drawAll((url) => (url === '/2' ? null : { status: 200, text: url }))
    expect(await drawThree()).toEqual(['/1', 'alone /2', '/3'])
  })

  it.each(['{', '[{"status":200}]', ''])(
    'are asked for one by one after the answer %j',
    async (text) => {
      answer = (request, response) =>
        void response.end(request.method === 'GET' ? `alone ${request.url}` : text)
      expect(await drawThree()).toEqual(['alone /1', 'alone /2', 'alone /3'])
    },
  )
})

describe('another server that helps', () => {
  let second: Server
  let asked: Record<'first' | 'second', number>
  let leave: () => void

  beforeEach(async () => {
    asked = { first: 0, second: 0 }
    answer = (request, response) => {
      if (request.method !== 'GET') return void response.writeHead(405).end()
      asked.first += 1
      setTimeout(() => response.end('first'), 5)
    }
    second = createServer((request, response) => {
      if (request.method !== 'GET') return void response.writeHead(405).end()
      asked.second += 1
      setTimeout(() => response.end('second'), 5)
    })
    const socketPath = join(await mkdtemp(join(tmpdir(), 'bureau-')), 'render.sock')
    await new Promise<void>((resolve) => second.listen(socketPath, resolve))
    leave = client.join({ socketPath })
  })
  afterEach(() => {
    second.closeAllConnections()
    second.close()
  })

  const drawMany = () =>
    Promise.all(Array.from({ length: 100 }, (_, number) => client.render(`/${number}`)))

  it('draws most of many pages, and none after it has left', async () => {
    await drawMany()
    expect(asked.first + asked.second).toBe(100)
    expect(asked.first).toBeGreaterThan(0)
    expect(asked.second).toBeGreaterThan(asked.first)
    leave()
    asked.second = 0
    await drawMany()
    expect(asked.second).toBe(0)
  })

  it('that is killed in the middle costs no page', async () => {
    const drawing = drawMany()
    await wait(2)
    second.closeAllConnections()
    second.close()
    expect((await drawing).length).toBe(100)
    expect((await drawMany()).every(({ bytes }) => bytes.toString() === 'first')).toBe(true)
  })
})
