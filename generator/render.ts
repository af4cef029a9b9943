import { Agent, get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { notFoundUrl } from '../collections/urls'
import { reasonOf } from './durable'

const TIMEOUT_MS = 20_000
const CONNECTIONS = 16

/** What the running server answered for a URL. */
export type Rendered = { status: number; bytes: Buffer; contentType: string }

/** Thrown when a page that should exist could not be rendered; the message is the reason. */
export class RenderFailed extends Error {}

/** Asks the running server for pages. */
export type RenderClient = ReturnType<typeof createRenderClient>

/**
 * A client that asks the server at `origin` for pages over a few lasting connections.
 * @param timeoutMs after this time without an answer a page counts as failed
 */
export const createRenderClient = ({
  origin,
  connections = CONNECTIONS,
  timeoutMs = TIMEOUT_MS,
}: {
  origin: string
  connections?: number
  timeoutMs?: number
}) => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })

  const request = (url: string) =>
    new Promise<Rendered>((resolve, reject) => {
      const outgoing = get(
        new URL(url, origin),
        { agent, signal: AbortSignal.timeout(timeoutMs), headers: { accept: '*/*' } },
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

  /** A server closes an idle connection at any moment; that is worth a second try, a timeout is not. */
  const requestTwice = async (url: string) => {
    try {
      return await request(url)
    } catch (error) {
      if (!isReset(error)) throw error
      await wait(50)
      return await request(url)
    }
  }

  /**
   * Renders one page.
   * @throws RenderFailed for anything but a whole page: another status, an empty body, a timeout, a broken connection
   */
  const render = async (url: string): Promise<Rendered> => {
    const answer = await requestTwice(url).catch((error: unknown) => {
      throw new RenderFailed(reasonOf(error))
    })
    const expected = url === notFoundUrl() ? [200, 404] : [200]
    if (!expected.includes(answer.status)) throw new RenderFailed(`status ${answer.status}`)
    if (answer.bytes.length === 0) throw new RenderFailed('empty page')
    return answer
  }

  return { render, close: () => agent.destroy() }
}

const isReset = (error: unknown) =>
  error instanceof Error && 'code' in error && ['ECONNRESET', 'EPIPE'].includes(String(error.code))
