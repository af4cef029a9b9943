import { chineseUrl } from '../collections/urls'
import { reasonOf } from './durable'
import { fileOf } from './paths'
import { type PostRow, postAt } from './postRow'
import { mediaOf, type PageOrder, stageMedia, stagePages, type Workshop } from './stage'
import { type Staged, Superseded } from './store'

/** A page that could not be written, with the reason. */
export type Failure = { url: string; error: string }

/** Some pages to render, with the posts whose media they show. */
export type Batch = { orders: PageOrder[]; rows: PostRow[]; broken: Failure[] }

/** The pages of some posts. A row that cannot be read fails under its id, for its address is not known. */
export const batchOf = ({
  rows,
  broken,
}: {
  rows: PostRow[]
  broken: { id: string; error: string }[]
}): Batch => ({
  orders: rows.flatMap(({ pages, files }) => pages.map((url) => ({ url, media: mediaOf(files) }))),
  rows,
  broken: broken.map(({ id, error }) => ({ url: `/${id}`, error })),
})

/** Renders some pages and puts them in place. A page that fails keeps its old file, if it has one, and is named. */
export const writePages = async ({
  workshop,
  batch,
}: {
  workshop: Workshop
  batch: Batch
}): Promise<{ failed: Failure[]; written: number }> => {
  const { store } = workshop
  const since = store.now()
  const failed = [...batch.broken]
  const media: Staged[] = []
  for (const row of batch.rows) {
    try {
      media.push(...(await stageMedia({ workshop, files: row.files })))
    } catch (error) {
      failed.push(...row.pages.map((url) => ({ url, error: reasonOf(error) })))
    }
  }
  const orders = batch.orders.filter(({ url }) => !failed.some((failure) => failure.url === url))
  const staged = await stagePages({ workshop, orders })
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
    if (error instanceof Superseded) return await writePages({ workshop, batch })
    throw error
  }
}

/** Renders the pages at some addresses once more; a removed post has none. @returns those that fail */
export const rewritePages = async ({
  workshop,
  urls,
}: {
  workshop: Workshop
  urls: string[]
}): Promise<Failure[]> => {
  const batch: Batch = { orders: [], rows: [], broken: [] }
  for (const url of urls) {
    const path = chineseUrl(url) ?? url
    const isPost = path.startsWith('/posts/')
    const row = isPost ? await postAt({ payload: workshop.payload, url: path }) : null
    if (row && (row.now.state === 'removed' || !row.pages.includes(url))) continue
    if (row) batch.rows.push(row)
    batch.orders.push({ url, media: row ? mediaOf(row.files) : [] })
  }
  return (await writePages({ workshop, batch })).failed
}
