import type { Payload } from 'payload'
import { currentNumbers } from '../../../collections/counters/nextNumber'
import { POSTS_VERSION, SITE_VERSION } from '../../../collections/siteChanged'

const LIST = '/api/posts'
/** What says who asks, or from which site. */
const PERSONAL = ['authorization', 'cookie', 'origin']
const MOST_ANSWERS = 50
const MOST_CHARACTERS = 200_000

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>
type Kept = { version: string; text: string; headers: [string, string][] }

const isForEveryone = ({ method, url, headers }: Request) =>
  method === 'GET' && new URL(url).pathname === LIST && !PERSONAL.some((name) => headers.has(name))

/** Raised when a post, or a column, department or topic that a query may name, has changed. Asked for before the answer is made. */
const versionNow = async (payload: Payload) => {
  const keys = [POSTS_VERSION, SITE_VERSION]
  const numbers = await currentNumbers({ payload, keys })
  return keys.map((key) => numbers.get(key) ?? 0).join(' ')
}

/**
 * Lists of posts that anybody may read without a login, kept until a post changes: whoever asks every second for what is new
 * costs the back office a tenth of what the list costs.
 */
export const keptAnswers = <Rest extends unknown[]>({
  openPayload,
  handler,
}: {
  openPayload: () => Promise<Payload>
  handler: Handler<Rest>
}): Handler<Rest> => {
  const kept = new Map<string, Kept>()

  const keep = ({ url, answer }: { url: string; answer: Kept }) => {
    kept.delete(url)
    if (answer.text.length > MOST_CHARACTERS) return
    kept.set(url, answer)
    const [oldest] = kept.keys()
    if (oldest !== undefined && kept.size > MOST_ANSWERS) kept.delete(oldest)
  }

  return async (request, ...rest) => {
    if (!isForEveryone(request)) return handler(request, ...rest)
    const { url } = request
    const version = await versionNow(await openPayload())
    const known = kept.get(url)
    if (known?.version === version) return new Response(known.text, { headers: known.headers })
    const response = await handler(request, ...rest)
    if (response.status !== 200) return response
    const text = await response.clone().text()
    keep({ url, answer: { version, text, headers: [...response.headers] } })
    return response
  }
}
