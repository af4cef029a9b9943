import { getRequestLanguage, type SanitizedConfig } from 'payload'
import { parseCookies } from 'payload/shared'
import { z } from 'zod'
import { answerTo } from '../../../access/afterError'
import { checkQuestion } from '../../../access/graphqlRules'
import { isKeyOf } from '../../../access/keysOf'
import { LARGEST_FILE } from '../../../access/largestFile'
import { Refusal, wordReasons } from '../../../access/refusal'
import { REFUSALS, type RefusalCode } from '../../../access/refusals'

const MB = 1024 * 1024
/** Room for the longest text with its tables. */
const MAX_BODY = 6 * MB
/** Room for one file with what is said of it. */
const MAX_UPLOAD = LARGEST_FILE + MB
/** A question that is longer puts its text into variables. */
const MAX_QUESTION = 20_000

type Limit = { max: number; code: RefusalCode }

const limitFor = (request: Request): Limit => {
  const isForm = request.headers.get('Content-Type')?.startsWith('multipart/') ?? false
  const isUpload = isForm && new URL(request.url).pathname.startsWith('/api/media')
  return isUpload
    ? { max: MAX_UPLOAD, code: 'file-too-large' }
    : { max: MAX_BODY, code: 'body-too-large' }
}

const joined = (chunks: Uint8Array[], size: number) => {
  const whole = new Uint8Array(size)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

const readBounded = async (body: ReadableStream<Uint8Array>, { max, code }: Limit) => {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return joined(chunks, size)
    size += value.byteLength
    if (size > max) {
      await reader.cancel().catch(() => null)
      throw new Refusal(code)
    }
    chunks.push(value)
  }
}

/** The same request with its body in memory, whatever length was announced. @throws body-too-large, file-too-large */
const withBoundedBody = async (request: Request): Promise<Request> => {
  const { body, headers, method, signal, url } = request
  if (!body) return request
  const limit = limitFor(request)
  if (Number(headers.get('Content-Length') ?? 0) > limit.max) throw new Refusal(limit.code)
  return new Request(url, { method, headers, signal, body: await readBounded(body, limit) })
}

/** @throws bad-json for what is no question, query-too-deep for one that is too long or too large to be carried out */
const checkBody = async (request: Request) => {
  const asked: unknown = JSON.parse(await request.clone().text())
  const question =
    typeof asked === 'object' && asked !== null && 'query' in asked ? asked.query : undefined
  if (typeof question !== 'string') throw new Refusal('bad-json')
  if (question.length > MAX_QUESTION) throw new Refusal('query-too-deep')
  checkQuestion(question)
}

const errorSchema = z.looseObject({
  message: z.string(),
  extensions: z.looseObject({ code: z.string().optional() }).optional(),
})
/** The handler leaves the wrapping away where an error names no place in the document. */
const refusedSchema = z.union([
  z.object({ errors: z.array(errorSchema), data: z.undefined().optional() }),
  z
    .array(errorSchema)
    .min(1)
    .transform((errors) => ({ errors })),
])

/** What GraphQL refuses before it carries anything out becomes a bad request with a code, in the reader's language. */
const wordRefusal = async (response: Response, language: string): Promise<Response> => {
  if (response.status >= 500) throw new Error('GraphQL failed')
  const refused = refusedSchema.safeParse(await response.clone().json())
  if (!refused.success) return response
  const errors = refused.data.errors.map(({ message, extensions, ...error }) => {
    const given = extensions?.code
    const known = isKeyOf(REFUSALS, given)
    const code = known ? given : 'bad-query'
    const words = wordReasons({ reasons: [{ code }], language }).map((reason) => reason.message)
    return {
      ...error,
      message: [...words, ...(known ? [] : [message])].join(' '),
      extensions: { ...extensions, code },
    }
  })
  return Response.json({ errors }, { status: 400 })
}

const languageFor = async (
  config: Promise<SanitizedConfig> | SanitizedConfig,
  { headers }: Request,
): Promise<string> =>
  getRequestLanguage({ config: await config, cookies: parseCookies(headers), headers })

/** @throws Refusal for an address that Payload would look up where nothing of ours is */
const checkAddress = (url: string) => {
  // Nothing here is named with this sign, and file systems and databases each do something else with it.
  if (url.includes('%00')) throw new Refusal('bad-query')
  const [, , ...names] = new URL(url).pathname.split('/')
  if (names.some((name) => name in Object.prototype)) throw new Refusal('not-found')
}

type Handler<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Promise<Response>
type Bound<Rest extends unknown[]> = {
  config: Promise<SanitizedConfig> | SanitizedConfig
  handler: Handler<Rest>
  /** The body is a GraphQL question. */
  asksGraphQL?: boolean
}

/**
 * Next and Payload read a body of any size into memory, and answer what their parsers throw with a page of HTML. Here a body
 * has a limit, announced or not, and every failure is an answer with a code in the reader's language.
 */
export const bounded =
  <Rest extends unknown[]>({ config, handler, asksGraphQL = false }: Bound<Rest>): Handler<Rest> =>
  async (request, ...rest) => {
    try {
      checkAddress(request.url)
      const held = await withBoundedBody(request)
      if (!asksGraphQL) return await handler(held, ...rest)
      await checkBody(held)
      return await wordRefusal(await handler(held, ...rest), await languageFor(config, request))
    } catch (error) {
      const { status, errors } = answerTo({ error, language: await languageFor(config, request) })
      if (status >= 500) console.error(error)
      return Response.json({ errors }, { status })
    }
  }
