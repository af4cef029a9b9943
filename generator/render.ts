import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { notFoundUrl } from '../collections/urls'
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

  const request = ({ url, door }: { url: string; door: Door }) =>
    new Promise<Rendered>((resolve, reject) => {
      const outgoing = get(
        {
          ...door.address,
          path: url,
          agent,
          signal: AbortSignal.timeout(timeoutMs),
          headers: HEADERS,
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
    })

  const loadOf = ({ asked, share }: Door) => asked / share

  const leastAsked = () =>
    [...helpers].reduce((least, door) => (loadOf(door) < loadOf(least) ? door : least), running)

  const ask = async (url: string) => {
    const door = leastAsked()
    door.asked += 1
    try {
      return await request({ url, door })
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

  /**
   * Renders one page.
   * @throws RenderFailed for anything but a whole page: another status, an empty body, a timeout, a broken connection
   */
  const render = async (url: string): Promise<Rendered> => {
    const answer = await askTwice(url).catch((error: unknown) => {
      throw new RenderFailed(reasonOf(error))
    })
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

const BROKEN = ['ECONNRESET', 'EPIPE', 'ECONNREFUSED', 'ENOENT']

const isBroken = (error: unknown) => BROKEN.includes(errorCode(error))
