import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { databaseFile, isDatabaseThere } from './database'
import { Refused, type Settings } from './environment'
import { runToEnd } from './processes'

const runSeed = async (env: Record<string, string> = {}) => {
  const args = ['--import', 'tsx', 'commands/seed.ts', '--if-empty']
  if ((await runToEnd({ args, env })) === 0) return
  throw new Refused('The demonstration bureau could not be seeded; see the lines above')
}

const removeDatabase = (file: string) => {
  for (const ending of ['', '-wal', '-shm']) rmSync(file + ending, { force: true })
}

/** Brings what stands in the write-ahead log into the file itself, so that the file can be moved. */
const closeLog = async (file: string) => {
  const client = createClient({ url: pathToFileURL(file).href })
  await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
  client.close()
}

/**
 * Seeds a SQLite file under another name first: a seed that was cut short leaves no half bureau, and the next start
 * begins again. Its media go with it, since nobody has worked with them yet.
 */
const seedNewFile = async ({ file, dataDir }: { file: string; dataDir: string }) => {
  const unfinished = `${file}.seeding`
  if (existsSync(unfinished)) {
    removeDatabase(unfinished)
    rmSync(join(dataDir, 'media'), { recursive: true, force: true })
  }
  await runSeed({ DATABASE_URL: pathToFileURL(unfinished).href })
  await closeLog(unfinished)
  renameSync(unfinished, file)
  removeDatabase(unfinished)
}

/**
 * Seeds the demonstration bureau into an empty database. That it was done is noted in the data folder, so that later
 * starts need not open the database to find out.
 * @throws Refused when the seed fails; its own lines say why
 */
export const seedIfEmpty = async ({ dataDir, databaseUrl }: Settings) => {
  const note = join(dataDir, 'seeded')
  const isNoted = existsSync(note) && readFileSync(note, 'utf8').trim() === databaseUrl
  if (isNoted && isDatabaseThere(databaseUrl)) return
  const file = databaseFile(databaseUrl)
  if (file && !existsSync(file)) await seedNewFile({ file, dataDir })
  else await runSeed()
  writeFileSync(note, `${databaseUrl}\n`, { mode: 0o600 })
}
