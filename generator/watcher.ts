import { setTimeout as wait } from 'node:timers/promises'
import { isSound, repairFiles } from './damage'
import { reasonOf } from './durable'
import { filesUnder } from './folders'
import type { Incident, Incidents } from './incidents'
import { fileOf } from './paths'
import type { Releases } from './releases'
import type { Workshop } from './stage'

/** How many files are looked at, then a rest: 10,000 files take 40 seconds, whatever the machine. */
const FILES = 25
const REST_MS = 100
/** A small site is gone through this often, not more. */
const PASS_MS = 20_000

/** Looks after the public files; see `createWatcher`. */
export type Watcher = ReturnType<typeof createWatcher>

/**
 * Makes the watch over the public files: goes through all of them again and again, compares each with its hash in the
 * manifest, writes anew what was changed or taken away, and takes away what somebody added. Every finding is recorded.
 * @param inTurn does a piece of work while nothing else writes the files
 */
export const createWatcher = ({
  tools,
  releases,
  incidents,
  inTurn,
}: {
  tools: Omit<Workshop, 'store'>
  releases: Releases
  incidents: Incidents
  inTurn: <T>(work: () => Promise<T>) => Promise<T>
}) => {
  const provenAt = new Map<string, number>()
  /** Files that could not be put right: said once, not at every pass. */
  const unsolved = new Set<string>()
  const stopping = new AbortController()
  let passes = 0

  const record = async (found: Incident['found'], file: string, error: string | null) => {
    const how = error ? `could not be put right: ${error}` : 'put right'
    tools.payload.logger.warn(`Public file ${file}: ${found} by somebody, ${how}`)
    await incidents.record({ at: new Date().toISOString(), file, found, error })
  }

  /** Looks again when nothing else writes: what seemed changed may just have been replaced. */
  const mend = (file: string) =>
    inTurn(async () => {
      const store = releases.current()
      if (await isSound({ store, file })) return
      const error = await repairFiles({ workshop: { ...tools, store }, files: [file] }).then(
        () => null,
        reasonOf,
      )
      if (!error || !unsolved.has(file)) await record('changed', file, error)
      if (error) unsolved.add(file)
      else unsolved.delete(file)
    })

  const takeAway = (files: string[]) =>
    inTurn(async () => {
      for (const file of await releases.current().removeStrays(files)) {
        await record('added', file, null)
      }
    })

  const look = async (file: string) => {
    const store = releases.current()
    if (await isSound({ store, file })) provenAt.set(file, Date.now())
    else await mend(file)
  }

  const findStrays = async () => {
    const store = releases.current()
    const all = await filesUnder({ root: store.root, folders: [''] })
    const strays = all.filter((file) => !store.knows(file))
    if (strays.length > 0) await takeAway(strays)
  }

  const pause = (ms: number) =>
    wait(ms, undefined, { signal: stopping.signal, ref: false }).catch(() => undefined)

  /** Looks at every file once. */
  const pass = async () => {
    if (await releases.mendLink()) await record('link', 'public_html', null)
    await findStrays()
    const files = releases.current().files()
    for (let start = 0; start < files.length && !stopping.signal.aborted; start += FILES) {
      for (const file of files.slice(start, start + FILES)) await look(file)
      await pause(REST_MS)
    }
    const known = new Set(releases.current().files())
    for (const file of provenAt.keys()) if (!known.has(file)) provenAt.delete(file)
    passes += 1
  }

  return {
    pass,
    run: async () => {
      while (!stopping.signal.aborted) {
        const begun = Date.now()
        await pass().catch((error: unknown) =>
          tools.payload.logger.error(`The public files could not be checked: ${reasonOf(error)}`),
        )
        await pause(Math.max(REST_MS, PASS_MS - (Date.now() - begun)))
      }
    },
    /** When the file of a URL was last seen to be what it should be; null when it has not been looked at yet. */
    provenAt: (url: string): Date | null => {
      const at = provenAt.get(fileOf(url))
      return at === undefined ? null : new Date(at)
    },
    status: () => ({ passes }),
    stop: () => stopping.abort(),
  }
}
