import { setTimeout as wait } from 'node:timers/promises'
import { currentNumber } from '../collections/counters/nextNumber'
import { SITE_VERSION } from '../collections/siteChanged'
import { englishUrl, type PublicState, postUrl } from '../collections/urls'
import { confirmDelivery, failDelivery } from '../workflow/delivery'
import type { PublishPort } from '../workflow/publishPort'
import { resumeWorkflow } from '../workflow/resume'
import { pagesFor } from './damage'
import { deliverPosts, type Outcome } from './deliver'
import { reasonOf } from './durable'
import { beginFanOut, continueFanOut } from './fanOut'
import { readFrameState } from './frameState'
import { frameTargets } from './frameTargets'
import {
  type CallHelp,
  type GenerationProgress,
  type GenerationReport,
  generateSite,
  lostPosts,
} from './full'
import { type GenerationStamp, readStamp, writeStamp } from './generationStamp'
import { urlOf } from './paths'
import { outbox, type PostRow } from './postRow'
import type { Releases } from './releases'
import { bringBack } from './rollback'
import type { IndexingProgress, SearchFeed } from './search/searchFeed'
import type { Workshop } from './stage'
import { rewritePages } from './writePages'

const POLL_MS = 2_000
const ANSWER_FIRST_MS = 15
const RESUME_MS = 10_000
/** Columns close and change owners by the day; whatever else changes raises the version. */
const FRAME_MS = 60_000
/** How long a run over many pages goes on before it is written down. */
const STRETCH_MS = 1_000
const BATCH = 50
const FIRST_RETRY_MS = 2_000
const LONGEST_RETRY_MS = 5 * 60_000

/** What the runner is at; `isSettled` when every page is as the database says, but for those that fail. */
export type RunnerStatus = {
  isSettled: boolean
  generation: GenerationProgress | null
  fanOut: GenerationProgress | null
  retrying: number
}

/** Someone who waits for a piece of work between two rounds. */
type Order = () => Promise<void>

/** How long a change waits after its nth failure. */
const retryDelay = (attempts: number) =>
  Math.min(FIRST_RETRY_MS * 2 ** (attempts - 1), LONGEST_RETRY_MS)

/** The one loop that keeps the files in line with the database. */
export type Runner = ReturnType<typeof createRunner>

/**
 * Makes the loop; `run` starts it. Each round finishes what a kill left in the workflow, brings the waiting changes into
 * the files, and follows columns, departments and settings page by page. Another build generates a new release.
 */
export const createRunner = ({
  tools,
  callHelp,
  search,
  releases,
  dataDir,
  build,
  siteUrl,
}: {
  tools: Omit<Workshop, 'store'>
  callHelp: CallHelp
  search: SearchFeed
  releases: Releases
  dataDir: string
  build: string
  siteUrl: string
}) => {
  const { payload } = tools
  const retries = new Map<string, { attempts: number; at: number }>()
  const alsoShown = new Map<string, PublicState[]>()
  const pageRetry = { attempts: 0, at: 0 }
  const frameRead = { version: -1, at: 0 }
  let stamp: GenerationStamp | null = null
  let generation: GenerationProgress | null = null
  let isSettled = false
  let isStopped = false
  let resumedAt = 0
  let isWoken = false
  let wakeUp = () => {}
  const orders: Order[] = []
  const chores: Order[] = []
  let mustCheckSearch = true
  const searchRetry = { attempts: 0, at: 0 }

  const workshop = (): Workshop => ({ ...tools, store: releases.current() })

  const wake = () => {
    isWoken = true
    wakeUp()
  }

  const port: Pick<PublishPort, 'deliver' | 'retract'> = {
    // This process also answers the one who has just signed, and should do that first.
    deliver: () => {
      setTimeout(wake, ANSWER_FIRST_MS)
    },
    retract: async ({ before, mediaHashes }) => {
      const url = postUrl(before)
      await releases.retract({ urls: [url, englishUrl(url)], mediaHashes })
      await search.remove(before.number)
      mustCheckSearch = true
      wake()
    },
  }

  const keep = async (next: GenerationStamp) => {
    await writeStamp({ dataDir, stamp: next })
    stamp = next
  }

  const settle = async ({ row, result }: Outcome) => {
    if (result === 'again') return
    if (result !== 'written') return await fail({ id: row.id, seq: row.seq, error: result.error })
    try {
      await search.follow(row.now.number)
    } catch (error) {
      mustCheckSearch = true
      return await fail({ id: row.id, seq: row.seq, error: reasonOf(error) })
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

  /** Brings waiting changes into the files until none is due. @returns those that were tried */
  const deliverDue = async (): Promise<PostRow[]> => {
    const tried: PostRow[] = []
    while (!isStopped) {
      isWoken = false
      for (const work of chores.splice(0)) await work()
      const except = [...retries].filter(([, { at }]) => at > Date.now()).map(([id]) => id)
      const { rows, broken } = await outbox({ payload, limit: BATCH, except })
      if (rows.length + broken.length === 0) break
      for (const row of broken) await fail(row)
      tried.push(...rows)
      const outcomes = await deliverPosts({ workshop: workshop(), rows, alsoShown })
      for (const outcome of outcomes) await settle(outcome)
    }
    return tried
  }

  const frameNow = () => readFrameState({ payload, siteUrl, at: new Date() })

  /** Generates the whole site into a new release and shows it. */
  const generate = async (
    onProgress: (progress: GenerationProgress) => void = () => undefined,
  ): Promise<GenerationReport> => {
    const frame = await frameNow()
    const before = releases.current()
    const next = await releases.begin()
    const late: PostRow[] = []
    const between = async () => {
      late.push(...(await deliverDue()))
    }
    try {
      const shop = { ...tools, store: next.store }
      const report = await generateSite({
        workshop: shop,
        before,
        between,
        callHelp,
        onProgress: (progress) => {
          generation = progress
          onProgress(progress)
        },
      })
      // What was published, revised or withdrawn meanwhile is in the old release; now it comes into the new one.
      while (late.length > 0) {
        await deliverPosts({ workshop: shop, rows: late.splice(0), alsoShown })
        await between()
      }
      const lost = await lostPosts({ workshop: shop, before })
      if (lost.length > 0) {
        throw new Error(`The new release would lose ${lost.length} posts: ${lost.slice(0, 5)}`)
      }
      if (isStopped) throw new Error('The server is stopping')
      await releases.switchTo(next)
      await keep({ build, frame, fanOuts: [], failed: report.failed.map(({ url }) => url) })
      for (const { url, error } of report.failed) payload.logger.error(`${url}: ${error}`)
      return report
    } catch (error) {
      await releases.drop(next)
      throw error
    } finally {
      generation = null
    }
  }

  const goBack = async () => {
    await deliverDue()
    const leaving = releases.current()
    return releases.goBack((before) => bringBack({ workshop: tools, before, leaving }))
  }

  /** Puts a piece of work in a queue of the loop. */
  const queue = <T>(list: Order[], work: () => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      list.push(() => work().then(resolve, reject))
      wake()
    })

  const makeIndex = ({
    isAnew,
    onProgress = () => undefined,
  }: {
    isAnew: boolean
    onProgress?: (progress: IndexingProgress) => void
  }) => search.makeIndex({ isAnew, between: deliverDue, isStopped: () => isStopped, onProgress })

  /** Makes the search index when it is missing, unfinished or out of date. Pages do not wait for one that can't be made. */
  const keepSearch = async () => {
    if (!mustCheckSearch || Date.now() < searchRetry.at) return
    mustCheckSearch = false
    try {
      if (await search.isOutdated()) await makeIndex({ isAnew: false })
      searchRetry.attempts = 0
    } catch (error) {
      mustCheckSearch = true
      searchRetry.attempts += 1
      searchRetry.at = Date.now() + retryDelay(searchRetry.attempts)
      payload.logger.error(`The search index could not be made: ${reasonOf(error)}`)
    }
  }

  /** Sees what has changed around the posts, and begins to bring it into the files. */
  const followFrame = async (known: GenerationStamp) => {
    const version = await currentNumber({ payload, key: SITE_VERSION })
    if (version === frameRead.version && Date.now() - frameRead.at < FRAME_MS) return known
    const frame = await frameNow()
    Object.assign(frameRead, { version, at: Date.now() })
    const targets = frameTargets({ before: known.frame, after: frame })
    if (!targets) return known
    const fanOut = await beginFanOut({ payload, targets })
    const next = { ...known, frame, fanOuts: [...known.fanOuts, fanOut] }
    await keep(next)
    return next
  }

  /** Goes on with the oldest run for a while; publications go between. */
  const stretch = async (known: GenerationStamp) => {
    const [first, ...rest] = known.fanOuts
    if (!first) return
    const until = Date.now() + STRETCH_MS
    const failed = new Set(known.failed)
    let fanOut: typeof first | null = first
    const mustPause = () => isWoken || isStopped || Date.now() >= until
    while (fanOut && Date.now() < until && !isStopped) {
      const step = await continueFanOut({ workshop: workshop(), fanOut, mustPause })
      fanOut = step.fanOut
      for (const { url, error } of step.failed) {
        payload.logger.error(`${url}: ${error}`)
        failed.add(url)
      }
      if (isWoken) await deliverDue()
    }
    await keep({ ...known, fanOuts: [...(fanOut ? [fanOut] : []), ...rest], failed: [...failed] })
  }

  const retryPages = async (known: GenerationStamp) => {
    if (known.failed.length === 0 || Date.now() < pageRetry.at) return
    const urls = known.failed.slice(0, BATCH)
    const failed = await rewritePages({ workshop: workshop(), urls })
    const rest = [...known.failed.slice(BATCH), ...failed.map(({ url }) => url)]
    pageRetry.attempts = failed.length > 0 ? pageRetry.attempts + 1 : 0
    pageRetry.at = Date.now() + retryDelay(Math.max(1, pageRetry.attempts))
    await keep({ ...known, failed: rest })
  }

  const resume = async () => {
    await resumeWorkflow({ payload })
    resumedAt = Date.now()
  }

  /** What was missing or cut short when the files were opened is rendered anew. */
  const begin = async () => {
    stamp = await readStamp(dataDir)
    const store = releases.current()
    const damaged = store.damaged().flatMap((file) => pagesFor({ store, file }).map(urlOf))
    if (stamp && damaged.length > 0) {
      await keep({ ...stamp, failed: [...new Set([...stamp.failed, ...damaged])] })
    }
  }

  const round = async () => {
    if (Date.now() - resumedAt >= RESUME_MS) await resume()
    await deliverDue()
    for (const work of orders.splice(0)) await work()
    // Read again each time: who takes the stamp away, as after filling the database in bulk, asks for every page.
    stamp = await readStamp(dataDir)
    try {
      if (stamp?.build !== build) await generate()
    } finally {
      // After the pages, which visitors wait for, and without them when they can't be made.
      await keepSearch()
    }
    if (!stamp) return
    const known = await followFrame(stamp)
    if (known.fanOuts.length > 0) await stretch(known)
    else await retryPages(known)
    isSettled = (stamp?.fanOuts.length ?? 0) === 0
  }

  const run = async () => {
    await begin()
    let failures = 0
    while (!isStopped) {
      try {
        await round()
        failures = 0
      } catch (error) {
        failures += 1
        payload.logger.error(`The site could not be brought up to date: ${reasonOf(error)}`)
      }
      const hasMore = failures === 0 && (stamp?.fanOuts.length ?? 0) > 0
      if (!hasMore) await pause(failures > 0 ? retryDelay(failures) : POLL_MS)
    }
  }

  /** Waits, unless someone called meanwhile. */
  const pause = async (delay: number) => {
    const controller = new AbortController()
    wakeUp = () => controller.abort()
    if (!isWoken) await wait(delay, undefined, { signal: controller.signal }).catch(() => undefined)
    isWoken = false
  }

  const fanOutNow = () => {
    const fanOuts = stamp?.fanOuts ?? []
    const sum = (key: 'done' | 'total') => fanOuts.reduce((count, one) => count + one[key], 0)
    return fanOuts.length > 0 ? { done: sum('done'), total: sum('total') } : null
  }

  return {
    port,
    /** Finishes what a kill left in the workflow; before the server takes requests. */
    resume,
    run,
    status: (): RunnerStatus => ({
      isSettled,
      generation,
      fanOut: fanOutNow(),
      retrying: retries.size,
    }),
    /** Generates the whole site into a new release as soon as the loop gets to it. */
    generate: (onProgress: (progress: GenerationProgress) => void) =>
      queue(orders, () => generate(onProgress)),
    /** Goes back to the release before. @returns its number; @throws when a withdrawal cannot be carried out there */
    goBack: () => queue(orders, goBack),
    /** Makes the search index anew as soon as the loop gets to it. @returns how many posts it holds */
    makeIndex: (onProgress: (progress: IndexingProgress) => void) =>
      queue(orders, () => makeIndex({ isAnew: true, onProgress })),
    /** Does a short piece of work soon, also during a long run, while nothing else writes the files. */
    inTurn: <T>(work: () => Promise<T>) => queue(chores, work),
    stop: () => {
      isStopped = true
      wake()
    },
  }
}
