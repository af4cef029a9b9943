import { mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode, readJson, removeIfThere, replaceDurably, syncFile } from './durable'
import { openStore, rootOf, type Store } from './store'

const KEPT = 3

const RELEASE = z.object({
  /** false while it is being generated */
  isWhole: z.boolean(),
  /** when it ceased to be the public one; null before that */
  leftAt: z.string().nullable(),
})

/** The releases of the public files. One process has them open; see `openReleases`. */
export type Releases = Awaited<ReturnType<typeof openReleases>>

/** A release other than the public one, opened. */
export type OtherRelease = { id: string; store: Store; leftAt: string }

const nextId = (id: string | undefined) => String(Number(id ?? 0) + 1).padStart(6, '0')

/**
 * Opens the releases under a data folder: `releases/<number>/` each with its files and manifest, and `public_html`, a
 * symbolic link to the files of the public one. A full generation goes into a new release; the link is switched by
 * rename. A release whose generation a kill cut short is dropped.
 */
export const openReleases = async ({ dataDir }: { dataDir: string }) => {
  const folder = join(dataDir, 'releases')
  const link = join(dataDir, 'public_html')
  const folderOf = (id: string) => join(folder, id)
  const factsOf = (id: string) => join(folderOf(id), 'release.json')
  let building: Store | undefined
  let turn: Promise<unknown> = Promise.resolve()

  /** Old releases are opened by one at a time. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const readFacts = async (id: string) =>
    RELEASE.safeParse(await readJson(factsOf(id))).data ?? { isWhole: false, leftAt: null }

  const writeFacts = (id: string, facts: z.infer<typeof RELEASE>) =>
    replaceDurably({ path: factsOf(id), bytes: `${JSON.stringify(facts)}\n` })

  const ids = async () => (await readdir(folder)).filter((name) => /^\d+$/.test(name)).toSorted()

  const linked = async () => {
    try {
      return /releases\/(\d+)\//.exec(await readlink(link))?.[1]
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined
      throw new Error(`${link} is not a link to a release; move it away`)
    }
  }

  const pointTo = async (id: string) => {
    const temporary = `${link}.next`
    await removeIfThere(temporary)
    await symlink(join('releases', id, 'public_html'), temporary)
    await rename(temporary, link)
    await syncFile(dataDir)
  }

  const make = async () => {
    const id = nextId((await ids()).at(-1))
    await mkdir(folderOf(id))
    await writeFacts(id, { isWhole: false, leftAt: null })
    return id
  }

  /** Drops what was never finished, and all but the newest of the others. */
  const prune = async () => {
    const all = await ids()
    const whole: string[] = []
    for (const id of all) if ((await readFacts(id)).isWhole || id === currentId) whole.push(id)
    const kept = new Set([...whole.slice(-KEPT), currentId])
    for (const id of all) {
      if (!kept.has(id)) await rm(folderOf(id), { recursive: true, force: true })
    }
  }

  await mkdir(folder, { recursive: true })
  let currentId = (await linked()) ?? ''
  if (!currentId) {
    currentId = await make()
    await mkdir(rootOf(folderOf(currentId)), { recursive: true })
    await pointTo(currentId)
  }
  await prune()
  let current = await openStore({ folder: folderOf(currentId) })

  /** Every kept release but the public one and the one that is being made. */
  const others = async () => {
    const kept: string[] = []
    for (const id of await ids()) {
      if (id !== currentId && (await readFacts(id)).isWhole) kept.push(id)
    }
    return kept
  }

  const withOther = async <T>(id: string, use: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore({ folder: folderOf(id) })
    try {
      return await use(store)
    } finally {
      await store.close()
    }
  }

  /** Makes a whole release the public one. What was rendered for the one before can be committed to that one only. */
  const leaveFor = async ({ id, store }: { id: string; store: Store }) => {
    const old = { id: currentId, store: current }
    await store.seal()
    await writeFacts(id, { isWhole: true, leftAt: null })
    await writeFacts(old.id, { isWhole: true, leftAt: new Date().toISOString() })
    await pointTo(id)
    currentId = id
    current = store
    await old.store.close()
  }

  return {
    /** The files that visitors get. */
    current: () => current,
    /** Points the link to the public release again when somebody has changed it. @returns whether that was needed */
    mendLink: async () => {
      const now = await linked().catch(() => undefined)
      if (now === currentId) return false
      // A link can be replaced by rename, a folder that was put in its place cannot.
      await pointTo(currentId).catch(async () => {
        await rename(link, `${link}.removed-${Date.now()}`)
        await pointTo(currentId)
      })
      return true
    },
    /** Begins a new, empty release. */
    begin: async () => {
      await inTurn(prune)
      const id = await make()
      const store = await openStore({ folder: folderOf(id), isDraft: true })
      building = store
      return { id, store }
    },
    /** Shows a new release to visitors. */
    switchTo: async (next: { id: string; store: Store }) => {
      await leaveFor(next)
      building = undefined
      await inTurn(prune)
    },
    /** Gives a new release up. */
    drop: async ({ id, store }: { id: string; store: Store }) => {
      building = undefined
      await store.close()
      await rm(folderOf(id), { recursive: true, force: true })
    },
    /**
     * Takes pages and their media away at once from what visitors get, then from every kept release. Repeatable.
     * @throws when a file could not be taken away
     */
    retract: async (order: Parameters<Store['retract']>[0]) => {
      // Both are taken now: a switch while the first is at work must not let the second slip through.
      const open = [current, ...(building ? [building] : [])]
      for (const store of open) await store.retract(order)
      await inTurn(async () => {
        for (const id of await others()) await withOther(id, (store) => store.retract(order))
      })
    },
    /**
     * Works on the release before the public one and makes it the public one, unless `prepare` throws.
     * @throws when there is none
     */
    goBack: (prepare: (before: OtherRelease) => Promise<void>) =>
      inTurn(async () => {
        const id = (await others()).filter((other) => other < currentId).at(-1)
        if (!id) throw new Error('没有可以退回的上一个版本')
        const { leftAt } = await readFacts(id)
        const store = await openStore({ folder: folderOf(id) })
        building = store
        try {
          await prepare({ id, store, leftAt: leftAt ?? '' })
          await leaveFor({ id, store })
        } catch (error) {
          await store.close()
          throw error
        } finally {
          building = undefined
        }
        return id
      }),
    close: () => current.close(),
  }
}
