import { processWide } from './processWide'

const { value: waiting } = processWide('inTurn', () => new Map<string, Promise<unknown>>())

/** Runs works with the same key one after the other, in this process; the database's compare-and-swap guards between processes. */
export const inTurn = async <Result>(key: string, work: () => Promise<Result>): Promise<Result> => {
  const before = waiting.get(key) ?? Promise.resolve()
  const mine = before.then(work, work)
  waiting.set(key, mine)
  try {
    return await mine
  } finally {
    if (waiting.get(key) === mine) waiting.delete(key)
  }
}
