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
