/** Runs `work` for every item, at most `limit` at a time, and gives the results in the order of the items. */
export const inParallel = async <Item, Result>({
  items,
  limit,
  work,
}: {
  items: Item[]
  limit: number
  work: (item: Item) => Promise<Result>
}): Promise<Result[]> => {
  const results: Result[] = []
  const queue = items.entries()
  const worker = async () => {
    for (const [index, item] of queue) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker))
  return results
}

/**
 * Runs `work` for every item as it comes, at most `limit` at a time, and `between` whenever a place gets free.
 * @throws the first error, when everything under way has come to its end
 */
export const inLanes = async <Item>({
  items,
  limit,
  work,
  between,
}: {
  items: AsyncIterable<Item>
  limit: number
  work: (item: Item) => Promise<void>
  between: () => Promise<unknown>
}): Promise<void> => {
  const running = new Set<Promise<void>>()
  const errors: unknown[] = []
  try {
    for await (const item of items) {
      const lane = work(item)
        .catch((error: unknown) => void errors.push(error))
        .finally(() => running.delete(lane))
      running.add(lane)
      if (running.size >= limit) await Promise.race(running)
      if (errors.length > 0) break
      await between()
    }
  } finally {
    await Promise.all(running)
  }
  if (errors.length > 0) throw errors[0]
}
