import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, rename, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient } from '@libsql/client'
import { handleEndpoints, type Payload, type SanitizedConfig } from 'payload'

const ROOT = path.resolve(import.meta.dirname, '..')
const ORIGIN = 'http://127.0.0.1:3000'

/** Which database the integration tests run on: SQLite, or the MongoDB server that MONGODB_URL names. */
const ENGINE = process.env.BUREAU_TEST_ENGINE === 'mongodb' ? 'mongodb' : 'sqlite'

const templateFile = () => {
  const migrations = readFileSync(path.join(ROOT, 'migrations/sqlite/index.ts'))
  const types = readFileSync(path.join(ROOT, 'payload-types.ts'))
  const state = createHash('sha256').update(migrations).update(types).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `bureau-template-${state}.db`)
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  )

/** Keeps the migrated, still empty database for the test files after this one. */
const saveTemplate = async ({ file, template }: { file: string; template: string }) => {
  const copy = `${template}.${process.pid}`
  const client = createClient({ url: `file:${file}` })
  await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  client.close()
  await rename(copy, template)
}

/** MongoDB only: a test's database is dropped after it. */
const dropDatabase = async (payload: Payload) => {
  const { db } = payload
  if (!('connection' in db)) return
  const { connection } = db
  const drops = (value: unknown): value is { dropDatabase: () => Promise<void> } =>
    typeof value === 'object' && value !== null && 'dropDatabase' in value
  if (drops(connection)) await connection.dropDatabase()
}

export type Answer = { status: number; body: unknown; headers: Headers }

export type Bureau = {
  payload: Payload
  config: SanitizedConfig
  dataDir: string
  /** A request through Payload's real REST stack, in this process. */
  rest: (request: {
    method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE'
    path: string
    token?: string
    apiKey?: string
    body?: unknown
    headers?: Record<string, string>
  }) => Promise<Answer>
  /** A request through Payload's real GraphQL stack, in this process. */
  graphql: (request: {
    query: string
    variables?: Record<string, unknown>
    token?: string
    apiKey?: string
    headers?: Record<string, string>
  }) => Promise<Answer>
  /** Signs in over REST. @returns the token */
  login: (email: string, password?: string) => Promise<string>
  close: () => Promise<void>
}

const readAnswer = async (response: Response): Promise<Answer> => {
  const text = await response.text()
  const json = response.headers.get('content-type')?.includes('json') ?? false
  return {
    status: response.status,
    headers: response.headers,
    body: json && text ? JSON.parse(text) : text,
  }
}

export const PASSWORD = 'Bureau-test-2026'

/**
 * A bureau on a fresh database and a fresh data folder. One a test file (Payload is one for the process).
 * The environment is set before the configuration is loaded, so this must be the first thing a test file does.
 */
export const openBureau = async (): Promise<Bureau> => {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'bureau-'))
  await mkdir(path.join(dataDir, 'media'), { recursive: true })
  const file = path.join(dataDir, 'bureau.db')
  process.env.PAYLOAD_SECRET = 'a secret for tests only, 32 bytes or more'
  process.env.DATA_DIR = dataDir
  process.env.DATABASE_URL =
    ENGINE === 'mongodb'
      ? `${process.env.MONGODB_URL}/bureau-${randomUUID().slice(0, 8)}`
      : `file:${file}`
  const template = templateFile()
  const made = ENGINE === 'sqlite' && !(await exists(template))
  if (ENGINE === 'sqlite' && !made) await copyFile(template, file)

  const { getPayload } = await import('payload')
  const { default: loading } = await import('../payload.config')
  const config = await loading
  // Payload runs the committed migrations at start in production only.
  const mode = process.env.NODE_ENV
  Object.assign(process.env, { NODE_ENV: 'production' })
  const payload = await getPayload({ config })
  Object.assign(process.env, { NODE_ENV: mode })
  payload.logger.level = process.env.PAYLOAD_LOG_LEVEL ?? 'fatal'
  if (made) await saveTemplate({ file, template })

  const { bounded } = await import('../app/(payload)/api/bounded')
  const toREST = (request: Request) => handleEndpoints({ config, request })
  const { keptAnswers } = await import('../app/(payload)/api/keptAnswers')
  const handler = keptAnswers({ openPayload: async () => payload, handler: toREST })
  const send = bounded({ config, handler })
  const rest: Bureau['rest'] = async ({
    method = 'GET',
    path: url,
    token,
    apiKey,
    body,
    headers,
  }) => {
    const form = body instanceof FormData
    const raw = typeof body === 'string'
    const response = await send(
      new Request(ORIGIN + url, {
        method,
        headers: {
          ...(body !== undefined && !form ? { 'Content-Type': 'application/json' } : {}),
          ...(token ? { Authorization: `JWT ${token}` } : {}),
          ...(apiKey ? { Authorization: `users API-Key ${apiKey}` } : {}),
          ...headers,
        },
        ...(body !== undefined ? { body: form || raw ? body : JSON.stringify(body) } : {}),
      }),
    )
    return readAnswer(response)
  }
  const graphql: Bureau['graphql'] = async ({ query, variables, token, apiKey, headers }) => {
    const { GRAPHQL_POST } = await import('@payloadcms/next/routes')
    const ask = bounded({ config, handler: GRAPHQL_POST(loading), asksGraphQL: true })
    const response = await ask(
      new Request(`${ORIGIN}/api/graphql`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          ...(token ? { Authorization: `JWT ${token}` } : {}),
          ...(apiKey ? { Authorization: `users API-Key ${apiKey}` } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      }),
    )
    return readAnswer(response)
  }
  const login: Bureau['login'] = async (email, password = PASSWORD) => {
    const answer = await rest({
      method: 'POST',
      path: '/api/users/login',
      body: { email, password },
    })
    const { body } = answer
    if (
      typeof body === 'object' &&
      body !== null &&
      'token' in body &&
      typeof body.token === 'string'
    ) {
      return body.token
    }
    throw new Error(`${email} could not sign in: ${answer.status} ${JSON.stringify(body)}`)
  }
  const close = async () => {
    if (ENGINE === 'mongodb') await dropDatabase(payload)
    await payload.destroy()
    await rm(dataDir, { recursive: true, force: true })
  }
  return { payload, config, dataDir, rest, graphql, login, close }
}
