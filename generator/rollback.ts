import { readFile } from 'node:fs/promises'
import { isSound, repairFiles } from './damage'
import { deliverPosts, type Outcome } from './deliver'
import { frameOrders } from './frameOrders'
import { fileOf, placeOf, urlOf } from './paths'
import { postsChangedSince } from './postRow'
import type { OtherRelease } from './releases'
import type { Workshop } from './stage'
import type { Store } from './store'
import { rewritePages, writePages } from './writePages'

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

type GoingBack = { workshop: Workshop; leaving: Store }

/** @returns the pages of the posts that are no longer live */
const applyChanges = async ({ workshop, leaving, since }: GoingBack & { since: string }) => {
  const { payload, store } = workshop
  const gone: string[] = []
  for (let after = 0; ; ) {
    const found = await postsChangedSince({ payload, since, after, limit: BATCH })
    const [broken] = found.broken
    if (broken) throw new Error(broken.error)
    const outcomes = await deliverPosts({ workshop, rows: found.rows, alsoShown: new Map() })
    for (const outcome of outcomes) await settle({ outcome, store, leaving })
    gone.push(...found.rows.filter(({ now }) => now.state !== 'live').flatMap(({ pages }) => pages))
    if (!found.last) return gone
    after = found.last
  }
}

const POST_LINK = /"((?:\/en)?\/posts\/[^"]+\.html)"/g

/** The pages of posts, as they were written then, that link to one of these. No row says any more what they named. */
const pagesLinkingTo = async ({ store, gone }: { store: Store; gone: Set<string> }) => {
  const found: string[] = []
  for (const file of store.files()) {
    const url = urlOf(file)
    if (!/^(?:\/en)?\/posts\//.test(url) || gone.has(url)) continue
    const text = await readFile(placeOf({ root: store.root, file }), 'utf8')
    if ([...text.matchAll(POST_LINK)].some(([, link = '']) => gone.has(link))) found.push(url)
  }
  return found
}

/** Pages of other posts that name what has gone: its neighbours, related posts, the policy that it interpreted. */
const redrawNaming = async ({ workshop, leaving, gone }: GoingBack & { gone: string[] }) => {
  if (gone.length === 0) return
  const { store } = workshop
  const urls = await pagesLinkingTo({ store, gone: new Set(gone) })
  for (const { url } of await rewritePages({ workshop, urls })) {
    await takeOver({ store, from: leaving, url })
  }
}

/** Lists name posts: all of them are rendered anew, whatever has changed. */
const applyLists = async ({ workshop, leaving }: GoingBack) => {
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
  const gone = await applyChanges({ workshop: old, leaving, since: leftAt })
  await redrawNaming({ workshop: old, leaving, gone })
  await applyLists({ workshop: old, leaving })
}
