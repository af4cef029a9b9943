import type { Payload } from 'payload'
import { reasonOf } from './durable'
import { frameOrders } from './frameOrders'
import { fileOf } from './paths'
import { nextPosts, publicPosts } from './postRow'
import type { Workshop } from './stage'
import { type Batch, batchOf, type Failure, writePages } from './writePages'

const BATCH = 40
const KEPT_FAILURES = 1_000
const HEALTH = '/api/health'

/** How far a generation is. */
export type GenerationProgress = { done: number; total: number }

/** What a generation did. `failed` names at most the first thousand pages with the reason. */
export type GenerationReport = {
  pages: number
  written: number
  failedPages: number
  failed: Failure[]
}

/**
 * Renders every page of the site into the empty store of `workshop`. A page that fails is carried over from the release
 * before and reported: one bad post never blocks the others. Pages are written in small batches, so that changes made
 * meanwhile can go between and memory stays small.
 * @param before the release that visitors see
 * @param between called after every batch, for the changes that wait
 * @throws when the server that renders answers nothing any more; nothing that is public has changed then
 */
export const generateSite = async ({
  workshop,
  before,
  onProgress,
  between,
}: {
  workshop: Workshop
  before: Workshop['store']
  onProgress: (progress: GenerationProgress) => void
  between: () => Promise<unknown>
}): Promise<GenerationReport> => {
  const { payload, client } = workshop
  const frame = await frameOrders(payload)
  const { totalDocs } = await payload.count({
    collection: 'posts',
    where: { state: { in: ['live', 'withdrawn'] } },
    overrideAccess: true,
  })
  const total = totalDocs + frame.length
  const report: GenerationReport = { pages: 0, written: 0, failedPages: 0, failed: [] }
  const assetsSeen = new Set<string>()
  onProgress({ done: 0, total })
  for await (const batch of batchesOf({ payload, frame })) {
    const { failed, written } = await writePages({ workshop, batch, assetsSeen })
    if (failed.length >= batch.orders.length) await client.render(HEALTH)
    for (const failure of failed) {
      const error = await carryOver({ workshop, before, failure })
      if (report.failed.length < KEPT_FAILURES) report.failed.push({ ...failure, error })
    }
    report.failedPages += failed.length
    report.written += written
    report.pages += batch.orders.length
    onProgress({ done: Math.min(report.pages, total), total })
    await between()
  }
  onProgress({ done: total, total })
  return report
}

/** Takes a page that could not be rendered as it was. @returns what is to be said of it */
const carryOver = async ({
  workshop: { store },
  before,
  failure: { url, error },
}: {
  workshop: Workshop
  before: Workshop['store']
  failure: Failure
}) => {
  if (!before.has(url)) return error
  try {
    const staged = await store.stageFrom({ other: before, file: fileOf(url) })
    await store.commit({ staged, since: store.now() })
    return error
  } catch (reason) {
    return `${error}; ${reasonOf(reason)}`
  }
}

/**
 * The posts that visitors can read now and that a new release would lose.
 * @returns their URLs
 */
export const lostPosts = async ({
  workshop: { payload, store },
  before,
}: {
  workshop: Workshop
  before: Workshop['store']
}): Promise<string[]> => {
  const lost: string[] = []
  for await (const { url, isWritten } of publicPosts(payload)) {
    if (!store.has(url) && (isWritten || before.has(url))) lost.push(url)
  }
  return lost
}

/** Posts first, by key, then the pages that list them. */
async function* batchesOf({
  payload,
  frame,
}: {
  payload: Payload
  frame: string[]
}): AsyncGenerator<Batch> {
  for (let after: number | null = 0; after !== null; ) {
    const found = await nextPosts({ payload, after, limit: BATCH })
    const batch = batchOf(found)
    if (batch.orders.length + batch.broken.length > 0) yield batch
    after = found.last
  }
  for (let start = 0; start < frame.length; start += BATCH) {
    const orders = frame.slice(start, start + BATCH).map((url) => ({ url }))
    yield { orders, rows: [], broken: [] }
  }
}
