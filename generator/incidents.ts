import { appendFile, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode, replaceDurably } from './durable'

const KEPT = 1_000

const INCIDENT = z.object({
  at: z.string(),
  /** the public file, as its path under the public root */
  file: z.string(),
  found: z.enum(['changed', 'added', 'link']),
  /** null once it is as it should be; else why it could not be put right */
  error: z.string().nullable(),
})

/** Something that somebody did to the public files behind the generator's back. */
export type Incident = z.infer<typeof INCIDENT>

/** The record of what was done to the public files. */
export type Incidents = Awaited<ReturnType<typeof openIncidents>>

const decode = (line: string): Incident[] => {
  try {
    return [INCIDENT.parse(JSON.parse(line))]
  } catch {
    return []
  }
}

/** Opens `incidents.jsonl` in a data folder; the newest thousand are kept. */
export const openIncidents = async ({ dataDir }: { dataDir: string }) => {
  const path = join(dataDir, 'incidents.jsonl')
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return ''
    throw error
  })
  const lines = text.split('\n').filter(Boolean)
  let kept = lines.flatMap(decode).slice(-KEPT)
  if (kept.length < lines.length) {
    await replaceDurably({ path, bytes: kept.map((one) => `${JSON.stringify(one)}\n`).join('') })
  }
  return {
    record: async (incident: Incident) => {
      kept = [...kept, incident].slice(-KEPT)
      await appendFile(path, `${JSON.stringify(incident)}\n`)
    },
    /** The newest first. */
    newest: (count: number) => kept.slice(-count).toReversed(),
  }
}
