import { chmod } from 'node:fs/promises'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { reasonOf, removeIfThere } from './durable'
import type { GenerationReport } from './full'
import type { Runner } from './runner'

const LONGEST_SOCKET_PATH = 100
const JSON_LINES = { 'content-type': 'application/x-ndjson' }

const STATUS = z.object({
  isSettled: z.boolean(),
  generation: z.object({ done: z.number(), total: z.number() }).nullable(),
  fanOut: z.object({ done: z.number(), total: z.number() }).nullable(),
  retrying: z.number(),
})

const EVENT = z.union([
  z.object({ progress: z.object({ done: z.number(), total: z.number() }) }),
  z.object({
    report: z.object({
      pages: z.number(),
      written: z.number(),
      failedPages: z.number(),
      failed: z.array(z.object({ url: z.string(), error: z.string() })),
    }),
  }),
  z.object({ indexed: z.number() }),
  z.object({ release: z.string() }),
  z.object({ error: z.string() }),
])
type Event = z.infer<typeof EVENT>
type Send = (event: Event) => void

/**
 * The local socket on which a server takes orders from commands beside it. Only who may read the data folder reaches it,
 * so it needs no password and no port.
 * @throws when the path is longer than a socket's may be
 */
const socketOf = (dataDir: string) => {
  const absolute = join(dataDir, 'server.sock')
  const near = relative(process.cwd(), absolute)
  const path = near.length < absolute.length ? near : absolute
  if (Buffer.byteLength(path) > LONGEST_SOCKET_PATH) {
    throw new Error(`DATA_DIR is too long for a socket: ${absolute}`)
  }
  return path
}

/** Opens the channel; the caller holds the lock on the data folder, so a socket that is there is a dead one. */
export const openControlChannel = async ({
  dataDir,
  runner,
}: {
  dataDir: string
  runner: Runner
}) => {
  const path = socketOf(dataDir)
  await removeIfThere(path)
  const server = createServer((incoming, response) => {
    if (incoming.method === 'GET' && incoming.url === '/status') {
      response.end(JSON.stringify(runner.status()))
    } else if (incoming.method === 'POST' && incoming.url === '/generate') {
      void carryOut({
        response,
        order: async (send) => ({
          report: await runner.generate((progress) => send({ progress })),
        }),
      })
    } else if (incoming.method === 'POST' && incoming.url === '/rollback') {
      void carryOut({ response, order: async () => ({ release: await runner.goBack() }) })
    } else if (incoming.method === 'POST' && incoming.url === '/index') {
      void carryOut({
        response,
        order: async (send) => ({
          indexed: await runner.makeIndex((progress) => send({ progress })),
        }),
      })
    } else {
      response.writeHead(404).end()
    }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  await chmod(path, 0o600)
  server.unref()
  return server
}

/** Carries out an order and tells how far it is, line by line. */
const carryOut = async ({
  response,
  order,
}: {
  response: ServerResponse
  order: (send: Send) => Promise<Event>
}) => {
  const send: Send = (event) => response.write(`${JSON.stringify(event)}\n`)
  response.writeHead(200, JSON_LINES)
  try {
    send(await order(send))
  } catch (error) {
    send({ error: reasonOf(error) })
  }
  response.end()
}

const open = ({ dataDir, method, path }: Order) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    // A connection that is kept may be closed by a busy server at the moment it is used again.
    const options = { socketPath: socketOf(dataDir), method, path, agent: false }
    const outgoing = request(options, resolve)
    outgoing.on('error', reject)
    outgoing.end()
  })
type Order = { dataDir: string; method: string; path: string }

/** The lines of an answer, as they come. */
async function* ask(order: Order) {
  yield* createInterface({ input: await open(order) })
}

/**
 * What the server on this data folder is at.
 * @throws when none answers
 */
export const askStatus = async (dataDir: string) => {
  for await (const line of ask({ dataDir, method: 'GET', path: '/status' })) {
    return STATUS.parse(JSON.parse(line))
  }
  throw new Error('The server gave no answer')
}

type Ordered = { dataDir: string; onProgress: (progress: { done: number; total: number }) => void }

/** Orders something and gives what came of it. */
const order = async ({ dataDir, path, onProgress }: Ordered & { path: string }) => {
  for await (const line of ask({ dataDir, method: 'POST', path })) {
    const event = EVENT.parse(JSON.parse(line))
    if ('error' in event) throw new Error(event.error)
    if (!('progress' in event)) return event
    onProgress(event.progress)
  }
  throw new Error('The server ended before it was done')
}

/**
 * Has the server on this data folder generate the whole site.
 * @throws when none answers, or when the generation broke off
 */
export const askToGenerate = async (ordered: Ordered): Promise<GenerationReport> => {
  const event = await order({ ...ordered, path: '/generate' })
  if ('report' in event) return event.report
  throw new Error('The server gave another answer')
}

/**
 * Has the server on this data folder make the search index anew.
 * @returns how many posts it holds
 * @throws when none answers, or when the work broke off
 */
export const askToIndex = async (ordered: Ordered): Promise<number> => {
  const event = await order({ ...ordered, path: '/index' })
  if ('indexed' in event) return event.indexed
  throw new Error('The server gave another answer')
}

/**
 * Has the server on this data folder show the release before the public one.
 * @returns its number
 * @throws when none answers, when there is no release before, or when a withdrawal cannot be carried out there
 */
export const askToGoBack = async (dataDir: string): Promise<string> => {
  const event = await order({ dataDir, path: '/rollback', onProgress: () => undefined })
  if ('release' in event) return event.release
  throw new Error('The server gave another answer')
}
