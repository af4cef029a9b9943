import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'

const SECRET_BYTES = 32

const port = (fallback: number) =>
  z
    .string()
    .default(String(fallback))
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      message: 'must be a port number from 1 to 65535',
    })
    .transform(Number)

const isOrigin = (text: string) => {
  if (!URL.canParse(text)) return false
  const url = new URL(text)
  return /^https?:$/.test(url.protocol) && url.origin === text
}

const origin = z.string().refine(isOrigin, {
  message:
    'must be an origin such as https://www.example.gov.cn, without a path or a slash at the end',
})

const isDatabase = (text: string) =>
  /^file:.+/.test(text) || (/^mongodb(\+srv)?:\/\/.+/.test(text) && URL.canParse(text))

const databaseUrl = z.string().refine(isDatabase, {
  message: 'must begin with file: or mongodb://',
})

const secret = z.string().refine((text) => Buffer.byteLength(text) >= SECRET_BYTES, {
  message: `must have at least ${SECRET_BYTES} bytes`,
})

const common = {
  PORT: port(3000),
  SITE_PORT: port(8080),
  DATA_DIR: z.string().default('data'),
}

const SCHEMAS = {
  /** `npm start`, `dev` and the commands: everything has a default */
  demonstration: z.object({
    ...common,
    DATABASE_URL: databaseUrl.optional(),
    PAYLOAD_SECRET: secret.optional(),
    SERVER_URL: origin.optional(),
    SITE_URL: origin.optional(),
  }),
  /** `npm run serve`: nothing that matters has a default (product.md, Commands) */
  production: z.object({
    ...common,
    DATABASE_URL: databaseUrl,
    PAYLOAD_SECRET: secret,
    SERVER_URL: origin,
    SITE_URL: origin,
  }),
}

/** What a command runs with. */
export type Settings = {
  databaseUrl: string
  /** undefined when none was given; see `secretOf` */
  secret: string | undefined
  serverUrl: string
  siteUrl: string
  port: number
  sitePort: number
  dataDir: string
}

type Environment = Record<string, string | undefined>

type Kind = keyof typeof SCHEMAS

/** An empty value is none, as in a shell or an `.env` file. */
const withoutEmpty = (env: Environment) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))

/**
 * Reads the settings from environment values. Touches nothing.
 * @returns the settings, or every problem in the words `NAME what is wrong`
 */
export const readSettings = ({
  env,
  kind,
}: {
  env: Environment
  kind: Kind
}): { settings: Settings } | { problems: string[] } => {
  const result = SCHEMAS[kind].safeParse(withoutEmpty(env))
  if (!result.success) {
    return {
      problems: result.error.issues.map(({ path, message, code }) =>
        code === 'invalid_type' ? `${path.join('.')} is missing` : `${path.join('.')} ${message}`,
      ),
    }
  }
  const { data } = result
  if (data.PORT === data.SITE_PORT) return { problems: ['SITE_PORT must differ from PORT'] }
  const dataDir = resolve(data.DATA_DIR)
  return {
    settings: {
      databaseUrl: data.DATABASE_URL ?? pathToFileURL(join(dataDir, 'bureau.db')).href,
      secret: data.PAYLOAD_SECRET,
      serverUrl: data.SERVER_URL ?? `http://127.0.0.1:${data.PORT}`,
      siteUrl: data.SITE_URL ?? `http://127.0.0.1:${data.SITE_PORT}`,
      port: data.PORT,
      sitePort: data.SITE_PORT,
      dataDir,
    },
  }
}

/** The secret of a demonstration: made once and kept in the data folder, readable by its owner only. */
const keptSecret = (dataDir: string) => {
  const path = join(dataDir, 'secret')
  if (!existsSync(path)) {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, randomBytes(SECRET_BYTES).toString('hex'), { mode: 0o600, flag: 'wx' })
  }
  chmodSync(path, 0o600)
  return readFileSync(path, 'utf8').trim()
}

/** The environment that a server or a script with these settings runs in. */
export const environmentOf = (settings: Settings) => ({
  NODE_ENV: 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  DATABASE_URL: settings.databaseUrl,
  PAYLOAD_SECRET: settings.secret ?? keptSecret(settings.dataDir),
  SERVER_URL: settings.serverUrl,
  SITE_URL: settings.siteUrl,
  PORT: String(settings.port),
  SITE_PORT: String(settings.sitePort),
  DATA_DIR: settings.dataDir,
})

/** Thrown for anything that its reader can set right; its message is one clear line. */
export class Refused extends Error {}

/**
 * Reads `.env` and the environment and puts every setting, defaults too, where Payload and child processes find it.
 * @throws Refused with one line that names every wrong value, before anything is touched
 */
export const useEnvironment = (kind: Kind): Settings => {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readSettings({ env: process.env, kind })
  if ('problems' in read) throw new Refused(`${read.problems.join('; ')}`)
  try {
    mkdirSync(read.settings.dataDir, { recursive: true })
    Object.assign(process.env, environmentOf(read.settings))
  } catch (error) {
    throw new Refused(`DATA_DIR ${read.settings.dataDir} cannot be used: ${String(error)}`)
  }
  return read.settings
}
