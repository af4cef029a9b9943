import type { Payload, Where } from 'payload'
import { z } from 'zod'
import { columnOrders, dataOrders, frameOrders } from './frameOrders'
import { type FrameTargets, frameTargetsSchema } from './frameTargets'
import { urlOf } from './paths'
import { nextPosts } from './postRow'
import type { Workshop } from './stage'
import { type Batch, batchOf, type Failure, writePages } from './writePages'

/** So many posts are read at once; they are rendered one by one, so that a publication waits for one page at most. */
const READ = 40

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
const postsOf = ({ everything, columns, departments, topics }: FrameTargets): Where | null => {
  if (everything) return {}
  const either: Where[] = [
    ...(columns.length > 0 ? [{ column: { in: columns } }] : []),
    ...(departments.length > 0 ? [{ providers: { in: departments } }] : []),
    ...(topics.length > 0 ? [{ topics: { in: topics } }] : []),
  ]
  return either.length > 0 ? { or: either } : null
}

const readLists = async ({ payload, targets }: { payload: Payload; targets: FrameTargets }) => {
  if (targets.everything) return frameOrders(payload)
  const { columns, departments } = targets
  const pages =
    columns.length > 0 ? await columnOrders({ payload, where: { id: { in: columns } } }) : []
  const data = columns.length + departments.length > 0 ? await dataOrders(payload) : []
  return [...new Set([...targets.urls, ...pages, ...data])]
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

/** A page that has left its place, or an archive page below it. */
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

/** A page to write, and the run as it is when that is done. */
type Step = { batch: Batch; next: FanOut }

/** The next pages of a run: lists and single pages first, then posts in the order of their numbers. */
const stepsOf = async ({
  payload,
  fanOut,
}: {
  payload: Payload
  fanOut: FanOut
}): Promise<Step[]> => {
  const { targets, lists, after, done } = fanOut
  const pages = (await listsOf({ payload, targets })).slice(lists, lists + READ)
  if (pages.length > 0) {
    return pages.map((url, index) => ({
      batch: { orders: [{ url }], rows: [], broken: [] },
      next: { ...fanOut, lists: lists + index + 1, done: done + index + 1 },
    }))
  }
  const where = postsOf(targets)
  if (!where) return []
  const { rows, broken, last } = await nextPosts({ payload, after, limit: READ, where })
  if (!last) return []
  const steps = rows.map((row, index) => ({
    batch: batchOf({ rows: [row], broken: [] }),
    next: { ...fanOut, after: row.now.number, done: done + index + 1 },
  }))
  const count = rows.length + broken.length
  const rest = {
    batch: batchOf({ rows: [], broken }),
    next: { ...fanOut, after: last, done: done + count },
  }
  return [...steps, rest]
}

/**
 * Does the next pages of a run, one by one. Repeatable: after a kill the run goes on from where it was last written down.
 * @param mustPause asked after every page
 * @returns the run as it is then, null when it is done; and the pages that failed, whose old files stay
 */
export const continueFanOut = async ({
  workshop,
  fanOut,
  mustPause,
}: {
  workshop: Workshop
  fanOut: FanOut
  mustPause: () => boolean
}): Promise<{ fanOut: FanOut | null; failed: Failure[] }> => {
  const steps = await stepsOf({ payload: workshop.payload, fanOut })
  if (steps.length === 0) {
    await takeAway({ workshop, targets: fanOut.targets })
    return { fanOut: null, failed: [] }
  }
  const failed: Failure[] = []
  let now = fanOut
  for (const { batch, next } of steps) {
    failed.push(...(await writePages({ workshop, batch })).failed)
    now = next
    if (mustPause()) break
  }
  return { fanOut: now, failed }
}
