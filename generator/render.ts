import { Agent, request as begin } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { DRAW_URL, MOST_DRAWN, notFoundUrl } from '../collections/urls'
import { errorCode, reasonOf } from './durable'

const TIMEOUT_MS = 20_000
/** To each server. */
const CONNECTIONS = 40

/** A server that only draws takes so many pages for each one of the server that also reads, writes and answers people. */
const HELPERS_SHARE = 6

/** Where a server listens. */
export type Address = { host: string; port: number } | { socketPath: string }

/** What the running server answered for a URL. */
export type Rendered = { status: number; bytes: Buffer; contentType: string }

/** Thrown when a page that should exist could not be rendered; the message is the reason. */
export class RenderFailed extends Error {}

/** Asks the running server for pages. */
export type RenderClient = ReturnType<typeof createRenderClient>

/**
 * A client that asks the running server for pages over a few lasting connections. Another server may join it for a while:
 * each page is then asked of the one that has least to do for its share.
 * @param timeoutMs after this time without an answer a page counts as failed
 */
export const createRenderClient = ({
  server,
  timeoutMs = TIMEOUT_MS,
}: {
  server: Address
  timeoutMs?: number
}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const running: Door = { address: server, share: 1, asked: 0 }
  const helpers = new Set<Door>()

  const request = ({ door, path, body }: Question) =>
    new Promise<Rendered>((resolve, reject) => {
      const outgoing = begin(
        {
          ...door.address,
          path,
          method: body ? 'POST' : 'GET',
          agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: body ? SENDING : HEADERS,
        },
        (incoming) => {
          const chunks: Buffer[] = []
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
          incoming.on('error', reject)
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              bytes: Buffer.concat(chunks),
              contentType: incoming.headers['content-type'] ?? '',
            }),
          )
        },
      )
      outgoing.on('error', reject)
      outgoing.end(body)
    })

  const loadOf = ({ asked, share }: Door) => asked / share

  const leastAsked = () =>
    [...helpers].reduce((least, door) => (loadOf(door) < loadOf(least) ? door : least), running)

  const ask = async (url: string) => {
    const door = leastAsked()
    door.asked += 1
    try {
      return await request({ door, path: url })
    } catch (error) {
      if (isBroken(error)) helpers.delete(door)
      throw error
    } finally {
      door.asked -= 1
    }
  }

  /** A server closes an idle connection at any moment; that is worth a second try, a timeout is not. */
  const askTwice = async (url: string) => {
    try {
      return await ask(url)
    } catch (error) {
      if (!isBroken(error)) throw error
      await wait(50)
      return await ask(url)
    }
  }

  /** Some pages in one request. What goes wrong shows when they are asked for one by one: one must not hold up the others. */
  const askTogether = async ({ door, urls }: { door: Door; urls: string[] }): Promise<Drawn> => {
    if (urls.length < 2) return []
    try {
      const body = JSON.stringify(urls)
      const { status, bytes } = await request({ door, path: DRAW_URL, body })
      return status === 200 ? DRAWN.parse(JSON.parse(bytes.toString())) : []
    } catch {
      return []
    }
  }

  let waiting: Waiting[] = []

  /** Shares what waits out among the servers, in lots that one request may ask for. */
  const askForWaiting = () => {
    const lots = new Map<Door, Waiting[][]>()
    for (const one of waiting) {
      const door = leastAsked()
      door.asked += 1
      const known = lots.get(door) ?? []
      const last = known.at(-1)
      if (last && last.length < MOST_DRAWN) last.push(one)
      else lots.set(door, [...known, [one]])
    }
    waiting = []
    for (const [door, some] of lots) for (const lot of some) void askFor({ door, lot })
  }

  const askFor = async ({ door, lot }: { door: Door; lot: Waiting[] }) => {
    const drawn = await askTogether({ door, urls: lot.map(({ url }) => url) })
    door.asked -= lot.length
    for (const [index, { done }] of lot.entries()) done(drawn[index] ?? null)
  }

  /** A page with what else is asked for in this turn of the event loop; null when it has to be asked for by itself. */
  const drawn = (url: string) =>
    new Promise<Rendered | null>((done) => {
      if (waiting.length === 0) setImmediate(askForWaiting)
      waiting.push({ url, done })
    })

  /**
   * Renders one page.
   * @throws RenderFailed for anything but a whole page: another status, an empty body, a timeout, a broken connection
   */
  const render = async (url: string): Promise<Rendered> => {
    const together = await drawn(url)
    const answer =
      together ??
      (await askTwice(url).catch((error: unknown) => {
        throw new RenderFailed(reasonOf(error))
      }))
    const expected = url === notFoundUrl() ? [200, 404] : [200]
    if (!expected.includes(answer.status)) throw new RenderFailed(`status ${answer.status}`)
    if (answer.bytes.length === 0) throw new RenderFailed('empty page')
    return answer
  }

  /** Asks another server too, until it breaks off or the function that this gives is called. */
  const join = (address: Address) => {
    const door: Door = { address, share: HELPERS_SHARE, asked: 0 }
    helpers.add(door)
    return () => {
      helpers.delete(door)
    }
  }

  return { render, join, close: () => agent.destroy() }
}

/** A server with its share of the pages, and how many it is drawing now. */
type Door = { address: Address; share: number; asked: number }

const HEADERS = { accept: '*/*' }
const SENDING = { ...HEADERS, 'content-type': 'application/json' }

type Question = { door: Door; path: string; body?: string }
type Waiting = { url: string; done: (found: Rendered | null) => void }

/** What that answers, in the order of the addresses; null for one that it does not know. */
const DRAWN = z.array(
  z
    .object({ status: z.number(), contentType: z.string(), text: z.string() })
    .transform(({ text, ...rest }) => ({ ...rest, bytes: Buffer.from(text) }))
    .nullable(),
)
type Drawn = z.infer<typeof DRAWN>

const BROKEN = ['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ENOENT']

const isBroken = (error: unknown) => BROKEN.includes(errorCode(error))
