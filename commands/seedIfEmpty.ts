import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Refused, type Settings } from './environment'
import { runScript } from './processes'

const isFileThere = (databaseUrl: string) => {
  if (!databaseUrl.startsWith('file:')) return true
  const path = databaseUrl.startsWith('file:/') ? fileURLToPath(databaseUrl) : databaseUrl.slice(5)
  return existsSync(path)
}

/**
 * Seeds the demonstration bureau into an empty database. That it was done is noted in the data folder, so that later
 * starts need not open the database to find out.
 * @throws Refused when the seed fails; its own lines say why
 */
export const seedIfEmpty = async ({ dataDir, databaseUrl }: Settings) => {
  const note = join(dataDir, 'seeded')
  const isNoted = existsSync(note) && readFileSync(note, 'utf8').trim() === databaseUrl
  if (isNoted && isFileThere(databaseUrl)) return
  const code = await runScript({ file: 'commands/seed.ts', args: ['--if-empty'] })
  if (code !== 0)
    throw new Refused('The demonstration bureau could not be seeded; see the lines above')
  writeFileSync(note, `${databaseUrl}\n`, { mode: 0o600 })
}
