import { setTimeout as wait } from 'node:timers/promises'
import { type PublicState, postUrl } from '../collections/urls'
import { confirmDelivery, failDelivery } from '../workflow/delivery'
import type { PublishPort } from '../workflow/publishPort'
import { resumeWorkflow } from '../workflow/resume'
import { deliverPosts, type Outcome } from './deliver'
import { reasonOf } from './durable'
import { type GenerationProgress, type GenerationReport, generatePages, generateSite } from './full'
import { readStamp, writeStamp } from './generationStamp'
import { outbox } from './postRow'
import type { IndexingProgress, SearchFeed } from './search/searchFeed'
import { siteFrame } from './siteFrame'
import type { Workshop } from './stage'

const POLL_MS = 2_000
const RESUME_MS = 10_000
const BATCH = 50
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 5 * 60_000

/** What the runner is at; `isSettled` when every page is as the database says, but for those that fail. */
export type RunnerStatus = {
  isSettled: boolean
  generation: GenerationProgress | null
  retrying: number
}

/** Someone who waits for a generation, or for a new search index. */
type Request<Report> = { answer: (report: Report) => void; refuse: (error: unknown) => void }

/** How long a change waits after its nth failure. */
const retryDelay = (attempts: number) =>
  Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)

/** The one loop that keeps the files in line with the database. */
export type Runner = ReturnType<typeof createRunner>

/**
 * Makes the loop; `run` starts it. Each round finishes what a kill left in the workflow, brings the waiting changes into
 * the files, and generates the whole site when columns, departments, settings, the build or the public origin changed.
 */
export const createRunner = ({
  workshop,
  search,
  dataDir,
  build,
  siteUrl,
}: {
  workshop: Workshop
  search: SearchFeed
  dataDir: string
  build: string
  siteUrl: string
}) => {
  const { payload, store } = workshop
  const retries = new Map<string, { attempts: number; at: number }>()
  const alsoShown = new Map<string, PublicState[]>()
  const pageRetry = { attempts: 0, at: 0 }
  let mustGenerate = store.damaged().length > 0
  let generation: GenerationProgress | null = null
  let isSettled = false
  let isStopped = false
  let resumedAt = 0
  let isWoken = false
  let wakeUp = () => {}
  let requests: Request<GenerationReport>[] = []
  const listeners = new Set<(progress: GenerationProgress) => void>()
  let mustCheckSearch = true
  const searchRetry = { attempts: 0, at: 0 }
  let searchRequests: Request<number>[] = []
  const searchListeners = new Set<(progress: IndexingProgress) => void>()

  const wake = () => {
    isWoken = true
    wakeUp()
  }

  const port: PublishPort = {
    deliver: wake,
    retract: async ({ before, mediaHashes }) => {
      await store.retract({ url: postUrl(before), mediaHashes })
      await search.remove(before.number)
      mustCheckSearch = true
      wake()
    },
  }

  const settle = async ({ row, result }: Outcome) => {
    if (result === 'again') return
    if (result !== 'written') return await fail({ id: row.id, seq: row.seq, error: result.error })
    try {
      await search.follow(row.now.number)
    } catch (error) {
      mustCheckSearch = true
      const reason = `The search index could not follow: ${reasonOf(error)}`
      return await fail({ id: row.id, seq: row.seq, error: reason })
    }
    retries.delete(row.id)
    const at = new Date()
    if (await confirmDelivery({ payload, postId: row.id, seq: row.seq, at })) {
      alsoShown.delete(row.id)
    } else {
      alsoShown.set(row.id, [...(alsoShown.get(row.id) ?? []), row.now])
    }
  }

  const fail = async ({ id, seq, error }: { id: string; seq: number; error: string }) => {
    const attempts = (retries.get(id)?.attempts ?? 0) + 1
    retries.set(id, { attempts, at: Date.now() + retryDelay(attempts) })
    payload.logger.error(`Post ${id} could not be written: ${error}`)
    await failDelivery({ payload, postId: id, seq, error, at: new Date() })
  }

  /** Brings waiting changes into the files until none is due. */
  const deliverDue = async () => {
    while (!isStopped) {
      const except = [...retries].filter(([, { at }]) => at > Date.now()).map(([id]) => id)
      const { rows, broken } = await outbox({ payload, limit: BATCH, except })
      if (rows.length + broken.length === 0) return
      for (const row of broken) await fail(row)
      for (const outcome of await deliverPosts({ workshop, rows, alsoShown })) await settle(outcome)
    }
  }

  const frameNow = () => siteFrame({ payload, build, siteUrl })

  const generate = async () => {
    const frame = await frameNow()
    const waiting = requests
    requests = []
    mustGenerate = false
    try {
      const report = await generateSite({
        workshop,
        between: deliverDue,
        onProgress: (progress) => {
          generation = progress
          for (const listener of listeners) listener(progress)
        },
      })
      await writeStamp({
        dataDir,
        stamp: { frame, failed: report.failed.map(({ url }) => url) },
      })
      for (const { url, error } of report.failed) payload.logger.error(`${url}: ${error}`)
      for (const { answer } of waiting) answer(report)
      if (report.failedPages > report.failed.length) {
        throw new Error(`${report.failedPages} pages failed`)
      }
    } catch (error) {
      mustGenerate = true
      for (const { refuse } of waiting) refuse(error)
      throw error
    } finally {
      generation = null
    }
  }

  /**
   * Makes the search index when someone asks for it, or when it is missing, unfinished or out of date. Pages do not wait
   * for one that can't be made.
   */
  const keepSearch = async () => {
    const waiting = searchRequests
    if (waiting.length === 0 && (!mustCheckSearch || Date.now() < searchRetry.at)) return
    searchRequests = []
    try {
      const isAnew = waiting.length > 0
      mustCheckSearch = false
      if (!isAnew && !(await search.isOutdated())) return
      const posts = await search.makeIndex({
        isAnew,
        between: deliverDue,
        isStopped: () => isStopped,
        onProgress: (progress) => {
          for (const listener of searchListeners) listener(progress)
        },
      })
      searchRetry.attempts = 0
      for (const { answer } of waiting) answer(posts)
    } catch (error) {
      mustCheckSearch = true
      searchRetry.attempts += 1
      searchRetry.at = Date.now() + retryDelay(searchRetry.attempts)
      payload.logger.error(`The search index could not be made: ${reasonOf(error)}`)
      for (const { refuse } of waiting) refuse(error)
    }
  }

  const retryPages = async () => {
    const stamp = await readStamp(dataDir)
    if (!stamp || stamp.failed.length === 0 || Date.now() < pageRetry.at) return
    const failed = await generatePages({ workshop, urls: stamp.failed.slice(0, BATCH) })
    const rest = [...stamp.failed.slice(BATCH), ...failed.map(({ url }) => url)]
    pageRetry.attempts = failed.length > 0 ? pageRetry.attempts + 1 : 0
    pageRetry.at = Date.now() + retryDelay(Math.max(1, pageRetry.attempts))
    await writeStamp({ dataDir, stamp: { ...stamp, failed: rest } })
  }

  const resume = async () => {
    await resumeWorkflow({ payload })
    resumedAt = Date.now()
  }

  const round = async () => {
    if (Date.now() - resumedAt >= RESUME_MS) await resume()
    await deliverDue()
    await keepSearch()
    const stamp = await readStamp(dataDir)
    const isStale = stamp?.frame !== (await frameNow())
    if (mustGenerate || requests.length > 0 || isStale) await generate()
    else await retryPages()
    isSettled = true
  }

  const run = async () => {
    let failures = 0
    while (!isStopped) {
      try {
        await round()
        failures = 0
      } catch (error) {
        failures += 1
        payload.logger.error(`The site could not be brought up to date: ${reasonOf(error)}`)
      }
      await pause(failures > 0 ? retryDelay(failures) : POLL_MS)
    }
  }

  /** Waits, unless someone called meanwhile. */
  const pause = async (delay: number) => {
    const controller = new AbortController()
    wakeUp = () => controller.abort()
    if (!isWoken) await wait(delay, undefined, { signal: controller.signal }).catch(() => undefined)
    isWoken = false
  }

  return {
    port,
    /** Finishes what a kill left in the workflow; before the server takes requests. */
    resume,
    run,
    status: (): RunnerStatus => ({ isSettled, generation, retrying: retries.size }),
    /** Generates the whole site as soon as the loop gets to it. */
    generate: (onProgress: (progress: GenerationProgress) => void) => {
      listeners.add(onProgress)
      const report = new Promise<GenerationReport>((answer, refuse) =>
        requests.push({ answer, refuse }),
      )
      wake()
      return report.finally(() => listeners.delete(onProgress))
    },
    /** Makes the search index anew as soon as the loop gets to it. @returns how many posts it holds */
    makeIndex: (onProgress: (progress: IndexingProgress) => void) => {
      searchListeners.add(onProgress)
      const posts = new Promise<number>((answer, refuse) => searchRequests.push({ answer, refuse }))
      wake()
      return posts.finally(() => searchListeners.delete(onProgress))
    },
    stop: () => {
      isStopped = true
      wake()
    },
  }
}
