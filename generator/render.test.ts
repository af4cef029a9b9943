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

describe('another server that helps', () => {
  let second: Server
  let asked: Record<'first' | 'second', number>
  let leave: () => void

  beforeEach(async () => {
    asked = { first: 0, second: 0 }
    answer = (_, response) => {
      asked.first += 1
      setTimeout(() => response.end('first'), 5)
    }
    second = createServer((_, response) => {
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
