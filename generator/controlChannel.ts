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
  z.object({ release: z.string() }),
  z.object({ error: z.string() }),
])

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
      void answer({
        response,
        work: async (send) => ({ report: await runner.generate((progress) => send({ progress })) }),
      })
    } else if (incoming.method === 'POST' && incoming.url === '/rollback') {
      void answer({ response, work: async () => ({ release: await runner.goBack() }) })
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

type Event = z.infer<typeof EVENT>

/** Carries an order out and tells, line by line, how far it is and what came of it. */
const answer = async ({
  response,
  work,
}: {
  response: ServerResponse
  work: (send: (event: Event) => void) => Promise<Event>
}) => {
  const send = (event: Event) => {
    response.write(`${JSON.stringify(event)}\n`)
  }
  response.writeHead(200, JSON_LINES)
  try {
    send(await work(send))
  } catch (error) {
    send({ error: reasonOf(error) })
  }
  response.end()
}

const open = ({ dataDir, method, path }: Order) =>
  new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ socketPath: socketOf(dataDir), method, path }, resolve)
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

/**
 * Has the server on this data folder generate the whole site.
 * @throws when none answers, or when the generation broke off
 */
export const askToGenerate = async ({
  dataDir,
  onProgress,
}: {
  dataDir: string
  onProgress: (progress: { done: number; total: number }) => void
}): Promise<GenerationReport> => {
  for await (const line of ask({ dataDir, method: 'POST', path: '/generate' })) {
    const event = EVENT.parse(JSON.parse(line))
    if ('progress' in event) onProgress(event.progress)
    else if ('report' in event) return event.report
    else if ('error' in event) throw new Error(event.error)
  }
  throw new Error('The server ended before the site was generated')
}

/**
 * Has the server on this data folder show the release before the public one.
 * @returns its number
 * @throws when none answers, when there is no release before, or when a withdrawal cannot be carried out there
 */
export const askToGoBack = async (dataDir: string): Promise<string> => {
  for await (const line of ask({ dataDir, method: 'POST', path: '/rollback' })) {
    const event = EVENT.parse(JSON.parse(line))
    if ('release' in event) return event.release
    if ('error' in event) throw new Error(event.error)
  }
  throw new Error('The server ended before the site was switched')
}
