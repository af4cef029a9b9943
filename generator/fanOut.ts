import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { columnOrders, frameOrders } from './frameOrders'
import { type FrameTargets, frameTargetsSchema } from './frameTargets'
import { urlOf } from './paths'
import { nextPosts } from './postRow'
import type { Workshop } from './stage'
import { type Batch, batchOf, type Failure, writePages } from './writePages'

/** So few at once that a publication waits for hardly more than one page. */
const PAGES = 4

export const fanOutSchema = z.object({
  targets: frameTargetsSchema,
  /** how many of the lists and single pages are done; then come the posts, by number */
  lists: z.number(),
  /** the number of the last post that is done */
  after: z.number(),
  done: z.number(),
  total: z.number(),
})

/** A change of the frame on its way into the files. */
export type FanOut = z.infer<typeof fanOutSchema>

/** The posts that a change touches; null for none. */
const postsOf = ({ everything, columns, departments }: FrameTargets): Where | null => {
  if (everything) return {}
  const either: Where[] = [
    ...(columns.length > 0 ? [{ column: { in: columns } }] : []),
    ...(departments.length > 0 ? [{ providers: { in: departments } }] : []),
  ]
  return either.length > 0 ? { or: either } : null
}

const readLists = async ({ payload, targets }: { payload: Payload; targets: FrameTargets }) => {
  if (targets.everything) return frameOrders(payload)
  const { columns } = targets
  const pages =
    columns.length > 0 ? await columnOrders({ payload, where: { id: { in: columns } } }) : []
  return [...new Set([...targets.urls, ...pages])]
}

const keptLists = new WeakMap<FrameTargets, Promise<string[]>>()

/** The lists and single pages of a run, read once: archive pages that begin meanwhile come with their posts. */
const listsOf = (run: { payload: Payload; targets: FrameTargets }) => {
  const lists = keptLists.get(run.targets) ?? readLists(run)
  keptLists.set(run.targets, lists)
  lists.catch(() => keptLists.delete(run.targets))
  return lists
}

/** Begins a run over all that a change touches. */
export const beginFanOut = async ({
  payload,
  targets,
}: {
  payload: Payload
  targets: FrameTargets
}): Promise<FanOut> => {
  const lists = await listsOf({ payload, targets })
  const where = postsOf(targets)
  const posts = where
    ? await payload.count({
        collection: 'posts',
        where: { and: [{ state: { in: ['live', 'withdrawn'] } }, where] },
        overrideAccess: true,
      })
    : { totalDocs: 0 }
  return { targets, lists: 0, after: 0, done: 0, total: lists.length + posts.totalDocs }
}

/** A page that has left its place, or an archive page below it; `isOfToday` knows the pages that stand there now. */
const isGone = ({ url, gone }: { url: string; gone: string[] }) =>
  gone.some((place) => url === place || url.startsWith(`${place}archive/`))

const takeAway = async ({ workshop, targets }: { workshop: Workshop; targets: FrameTargets }) => {
  const { payload, store } = workshop
  if (targets.gone.length === 0) return
  const ofToday = new Set(await frameOrders(payload))
  const absent = store
    .files()
    .map(urlOf)
    .filter((url) => isGone({ url, gone: targets.gone }) && !ofToday.has(url))
  await store.commit({ staged: [], absent, since: store.now() })
}

/**
 * Does the next few pages of a run: lists and single pages first, then posts in the order of their numbers. Repeatable:
 * after a kill the run goes on from where it was last written down.
 * @returns the run as it is then, null when it is done; and the pages that failed, whose old files stay
 */
export const continueFanOut = async ({
  workshop,
  fanOut,
}: {
  workshop: Workshop
  fanOut: FanOut
}): Promise<{ fanOut: FanOut | null; failed: Failure[] }> => {
  const { payload } = workshop
  const { targets, lists, after, done } = fanOut
  const pages = (await listsOf({ payload, targets })).slice(lists, lists + PAGES)
  if (pages.length > 0) {
    const batch: Batch = { orders: pages.map((url) => ({ url })), rows: [], broken: [] }
    const { failed } = await writePages({ workshop, batch })
    const count = pages.length
    return { fanOut: { ...fanOut, lists: lists + count, done: done + count }, failed }
  }
  const where = postsOf(targets)
  const found = where ? await nextPosts({ payload, after, limit: PAGES, where }) : null
  if (!found?.last) {
    await takeAway({ workshop, targets })
    return { fanOut: null, failed: [] }
  }
  const { failed } = await writePages({ workshop, batch: batchOf(found) })
  const count = found.rows.length + found.broken.length
  return { fanOut: { ...fanOut, after: found.last, done: done + count }, failed }
}
