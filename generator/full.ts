import type { Payload } from 'payload'
import {
  archivePageOf,
  archiveUrl,
  columnUrl,
  departmentsUrl,
  departmentUrl,
  feedUrl,
  homeUrl,
  INFORMATION_PAGES,
  informationUrl,
  notFoundUrl,
  robotsUrl,
  siteMapPageUrl,
  sitemapPartOf,
  sitemapPartUrl,
  sitemapUrl,
} from '../collections/urls'
import { reasonOf } from './durable'
import { fileOf } from './paths'
import { nextPosts, type PostRow, postAt } from './postRow'
import { mediaOf, type PageOrder, stageMedia, stagePages, type Workshop } from './stage'
import { type Staged, Superseded } from './store'

const BATCH = 40
const KEPT_FAILURES = 1_000

/** How far a generation is. */
export type GenerationProgress = { done: number; total: number }

/** What a generation did. `failed` names at most the first thousand pages with the reason. */
export type GenerationReport = {
  pages: number
  written: number
  removed: number
  failedPages: number
  failed: { url: string; error: string }[]
}

type Batch = { orders: PageOrder[]; rows: PostRow[]; broken: { url: string; error: string }[] }

/**
 * Renders every page of the site and removes the files of pages that are no more. Pages are written in small batches, so
 * that changes made meanwhile can go between and memory stays small. A page that fails keeps its old file and is reported.
 * @param between called after every batch, for the changes that wait
 */
export const generateSite = async ({
  workshop,
  onProgress,
  between,
}: {
  workshop: Workshop
  onProgress: (progress: GenerationProgress) => void
  between: () => Promise<unknown>
}): Promise<GenerationReport> => {
  const { payload, store } = workshop
  const before = store.now()
  const frame = await frameOrders(payload)
  const { totalDocs } = await payload.count({
    collection: 'posts',
    where: { state: { in: ['live', 'withdrawn'] } },
    overrideAccess: true,
  })
  const total = totalDocs + frame.length
  const report: GenerationReport = { pages: 0, written: 0, removed: 0, failedPages: 0, failed: [] }
  const keep = new Set<string>()
  const assetsSeen = new Set<string>()
  onProgress({ done: 0, total })
  for await (const batch of batchesOf({ payload, frame })) {
    const { failed, written } = await writeBatch({ workshop, batch, assetsSeen })
    for (const { url, error } of failed) {
      keep.add(fileOf(url))
      if (report.failed.length < KEPT_FAILURES) report.failed.push({ url, error })
    }
    report.failedPages += failed.length
    report.written += written
    report.pages += batch.orders.length
    onProgress({ done: Math.min(report.pages, total), total })
    await between()
  }
  report.removed = (await store.sweep({ before, keep })).length
  onProgress({ done: total, total })
  return report
}

/** Renders some pages once more; those that fail again are returned. */
export const generatePages = async ({ workshop, urls }: { workshop: Workshop; urls: string[] }) => {
  const batch: Batch = { orders: [], rows: [], broken: [] }
  for (const url of urls) {
    const row = url.startsWith('/posts/') ? await postAt({ payload: workshop.payload, url }) : null
    if (row?.now.state === 'removed') continue
    if (row) batch.rows.push(row)
    batch.orders.push({ url, media: row ? mediaOf(row.files) : [] })
  }
  const { failed } = await writeBatch({ workshop, batch, assetsSeen: new Set() })
  return failed
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
    const { rows, broken, last } = await nextPosts({ payload, after, limit: BATCH })
    const orders = rows.map((row) => ({ url: row.url, media: mediaOf(row.files) }))
    if (rows.length + broken.length > 0) {
      yield { orders, rows, broken: broken.map(({ id, error }) => ({ url: `/${id}`, error })) }
    }
    after = last
  }
  for (let start = 0; start < frame.length; start += BATCH) {
    const orders = frame.slice(start, start + BATCH).map((url) => ({ url }))
    yield { orders, rows: [], broken: [] }
  }
}

const writeBatch = async ({
  workshop,
  batch,
  assetsSeen,
}: {
  workshop: Workshop
  batch: Batch
  assetsSeen: Set<string>
}): Promise<{ failed: { url: string; error: string }[]; written: number }> => {
  const { store } = workshop
  const since = store.now()
  const failed = [...batch.broken]
  const media: Staged[] = []
  for (const row of batch.rows) {
    try {
      media.push(...(await stageMedia({ workshop, files: row.files })))
    } catch (error) {
      failed.push({ url: row.url, error: reasonOf(error) })
    }
  }
  const orders = batch.orders.filter(({ url }) => !failed.some((failure) => failure.url === url))
  const staged = await stagePages({ workshop, orders, assetsSeen })
  for (const [url, error] of staged.failed) failed.push({ url, error })
  const pages = orders.flatMap(({ url }) => staged.pages.get(url) ?? [])
  try {
    const committed = await store.commit({ staged: [...staged.assets, ...media, ...pages], since })
    for (const { file, error } of committed.failed) {
      const order = orders.find(({ url }) => fileOf(url) === file)
      failed.push({ url: order?.url ?? `/${file}`, error })
    }
    return { failed, written: committed.written.length }
  } catch (error) {
    if (error instanceof Superseded) return await writeBatch({ workshop, batch, assetsSeen })
    throw error
  }
}

/** Every URL but those of posts, media and assets: the lists first, then the fixed pages. */
const frameOrders = async (payload: Payload): Promise<string[]> => {
  const columns = await payload.find({
    collection: 'columns',
    depth: 0,
    select: { path: true },
    sort: 'path',
    pagination: false,
    overrideAccess: true,
  })
  const departments = await payload.find({
    collection: 'departments',
    depth: 0,
    select: { code: true },
    sort: 'code',
    pagination: false,
    overrideAccess: true,
  })
  const urls: string[] = []
  for (const { id, path } of columns.docs) {
    if (!path) continue
    const last = await lastArchivePage({ payload, columnId: id })
    const archives = Array.from({ length: last }, (_, index) =>
      archiveUrl({ path, page: index + 1 }),
    )
    urls.push(columnUrl(path), ...archives, feedUrl(path))
  }
  const parts = sitemapPartOf((await highest({ payload, field: 'number' })) ?? 1)
  return [
    ...urls,
    departmentsUrl(),
    ...departments.docs.map(({ code }) => departmentUrl(code)),
    homeUrl(),
    ...INFORMATION_PAGES.map(informationUrl),
    siteMapPageUrl(),
    notFoundUrl(),
    robotsUrl(),
    ...Array.from({ length: parts }, (_, index) => sitemapPartUrl(index + 1)),
    sitemapUrl(),
  ]
}

const lastArchivePage = async (column: { payload: Payload; columnId: string }) => {
  const seq = await highest({ ...column, field: 'columnSeq' })
  return seq ? archivePageOf(seq) : 0
}

const highest = async ({
  payload,
  columnId,
  field,
}: {
  payload: Payload
  columnId?: string
  field: 'number' | 'columnSeq'
}) => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: columnId ? { column: { equals: columnId } } : {},
    sort: `-${field}`,
    depth: 0,
    select: { number: true, columnSeq: true },
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]?.[field] ?? null
}
