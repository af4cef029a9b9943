import type { Payload, Where } from 'payload'
import { documentOf, INDEXED } from './document'
import type { SearchIndex } from './searchIndex'

const BATCH = 100

/** How far the making of the index is. */
export type IndexingProgress = { done: number; total: number }

/** Brings posts into the index and out of it. */
export type SearchFeed = ReturnType<typeof createSearchFeed>

const LIVE = { state: { equals: 'live' } }

/**
 * Keeps the index in line with the rows of the posts. It reads as the public does, so nothing can come in that is not
 * public. Reading and writing are one turn: a post that is removed meanwhile cannot come back.
 */
export const createSearchFeed = ({ payload, index }: { payload: Payload; index: SearchIndex }) => {
  let turn: Promise<unknown> = Promise.resolve()

  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  const readLive = async (where: Where) => {
    const { docs } = await payload.find({
      collection: 'posts',
      where: { and: [LIVE, where] },
      select: INDEXED,
      sort: 'number',
      depth: 0,
      limit: BATCH,
      pagination: false,
      overrideAccess: false,
    })
    return docs
  }

  const count = async (where: Where) => {
    const { totalDocs } = await payload.count({ collection: 'posts', where, overrideAccess: true })
    return totalDocs
  }

  /** The next posts of the walk. @returns how many there were; 0 at the end */
  const step = async () => {
    const { walked } = await index.progress()
    const posts = await readLive({ number: { greater_than: walked } })
    const last = posts.at(-1)?.number
    if (!last) {
      await index.finishWalk()
      return 0
    }
    await index.walk({ documents: posts.flatMap((post) => documentOf(post) ?? []), to: last })
    return posts.length
  }

  return {
    /** The index says of this post what its row says now: its text while it is live, nothing otherwise. */
    follow: (number: number) =>
      inTurn(async () => {
        const posts = await readLive({ number: { equals: number } })
        const documents = posts.flatMap((post) => documentOf(post) ?? [])
        await index.replace({ numbers: [number], documents })
      }),

    /**
     * An emergency removal: no word of the post is left in the file. When it can't be taken out, because the disk is full
     * or the file broken, the whole index goes and is made anew.
     */
    remove: (number: number) =>
      inTurn(async () => {
        try {
          await index.replace({ numbers: [number], documents: [] })
        } catch {
          await index.discard()
        }
      }),

    /** The index was never finished, or does not hold as many posts as were delivered. */
    isOutdated: () =>
      inTurn(async () => {
        const { isComplete } = await index.progress()
        if (!isComplete) return true
        const indexed = await index.count()
        const delivered = { 'delivery.state': { equals: 'written' } }
        return indexed < (await count({ and: [LIVE, delivered] })) || indexed > (await count(LIVE))
      }),

    /**
     * Walks over all posts, from where the last walk was broken off.
     * @param isAnew from an empty file
     * @param between called after every batch, for the changes that wait
     * @param isStopped the walk ends early, and goes on at the next start
     * @returns how many posts the index holds
     */
    makeIndex: async ({ isAnew, onProgress, between, isStopped }: Making) => {
      const { isComplete } = await inTurn(index.progress)
      if (isAnew || isComplete) await inTurn(index.discard)
      const total = await count(LIVE)
      let done = await inTurn(index.count)
      onProgress({ done: Math.min(done, total), total })
      while (!isStopped()) {
        const some = await inTurn(step)
        if (some === 0) break
        done += some
        onProgress({ done: Math.min(done, total), total })
        await between()
      }
      return inTurn(index.count)
    },
  }
}

type Making = {
  isAnew: boolean
  onProgress: (progress: IndexingProgress) => void
  between: () => Promise<unknown>
  isStopped: () => boolean
}
