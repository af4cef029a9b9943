import { isSound, repairFiles } from './damage'
import { deliverPosts, type Outcome } from './deliver'
import { frameOrders } from './frameOrders'
import { fileOf } from './paths'
import { postsChangedSince } from './postRow'
import type { OtherRelease } from './releases'
import type { Workshop } from './stage'
import type { Store } from './store'
import { writePages } from './writePages'

const BATCH = 40

const mendFiles = async (workshop: Workshop) => {
  const { store } = workshop
  const damaged = [...store.damaged()]
  for (const file of store.files()) if (!(await isSound({ store, file }))) damaged.push(file)
  await repairFiles({ workshop, files: damaged })
}

/** Takes a page as visitors see it now. @throws when it is not there either */
const takeOver = async ({ store, from, url }: { store: Store; from: Store; url: string }) => {
  const staged = await store.stageFrom({ other: from, file: fileOf(url) })
  await store.commit({ staged, since: store.now() })
}

/** A page of a live text may be taken over from the release that is left; a withdrawal has to be carried out. */
const settle = async ({
  outcome: { row, result },
  store,
  leaving,
}: {
  outcome: Outcome
  store: Store
  leaving: Store
}) => {
  if (result === 'written') return
  const reason = result === 'again' ? '有信息正在删除，请再试一次' : result.error
  if (row.now.state !== 'live') throw new Error(`${row.url} 的撤下或者删除未能执行：${reason}`)
  for (const url of row.pages) await takeOver({ store, from: leaving, url })
}

const applyChanges = async ({
  workshop,
  leaving,
  since,
}: {
  workshop: Workshop
  leaving: Store
  since: string
}) => {
  const { payload, store } = workshop
  for (let after = 0; ; ) {
    const found = await postsChangedSince({ payload, since, after, limit: BATCH })
    const [broken] = found.broken
    if (broken) throw new Error(broken.error)
    const outcomes = await deliverPosts({ workshop, rows: found.rows, alsoShown: new Map() })
    for (const outcome of outcomes) await settle({ outcome, store, leaving })
    if (!found.last) return
    after = found.last
  }
}

/** Lists name posts: all of them are rendered anew, whatever has changed. */
const applyLists = async ({ workshop, leaving }: { workshop: Workshop; leaving: Store }) => {
  const urls = await frameOrders(workshop.payload)
  for (let start = 0; start < urls.length; start += BATCH) {
    const orders = urls.slice(start, start + BATCH).map((url) => ({ url }))
    const { failed } = await writePages({ workshop, batch: { orders, rows: [], broken: [] } })
    for (const { url } of failed) await takeOver({ store: workshop.store, from: leaving, url })
  }
}

/**
 * Makes the release before fit to be public again: its files are what its manifest says, and everything that was
 * published, revised, withdrawn or removed since it was left is in it.
 * @throws when a withdrawal or removal cannot be carried out there; nothing that is public has changed then
 */
export const bringBack = async ({
  workshop,
  before: { store, leftAt },
  leaving,
}: {
  workshop: Omit<Workshop, 'store'>
  before: OtherRelease
  leaving: Store
}): Promise<void> => {
  const old = { ...workshop, store }
  await mendFiles(old)
  await applyChanges({ workshop: old, leaving, since: leftAt })
  await applyLists({ workshop: old, leaving })
}
