import type { Payload } from 'payload'

/** More keys than these are asked for by several queries: a query without a login gives no more rows. */
const MOST_KEYS = 100

type Read<Value> = (asked: { payload: Payload; keys: string[] }) => Promise<Map<string, Value>>
type Waiting<Value> = Map<string, { value: Promise<Value | null>; settle: Settle<Value> }>
type Settle<Value> = { done: (value: Value | null) => void; fail: (error: unknown) => void }

const waitingFor = <Value>() => {
  let settle: Settle<Value> = { done: () => {}, fail: () => {} }
  const value = new Promise<Value | null>((done, fail) => {
    settle = { done, fail }
  })
  return { value, settle }
}

/**
 * One query for what several pages ask for within a turn of the event loop. The generator has many pages rendered at once,
 * and most of what a query costs it costs whether it gives one row or twenty. What is asked is read after it was asked,
 * never kept: an answer is as new as that of a query of one's own.
 */
export const gathered = <Value>(read: Read<Value>) => {
  let waiting: Waiting<Value> = new Map()

  const readAll = async (payload: Payload) => {
    const asked = waiting
    waiting = new Map()
    try {
      const found = await read({ payload, keys: [...asked.keys()] })
      for (const [key, { settle }] of asked) settle.done(found.get(key) ?? null)
    } catch (error) {
      for (const { settle } of asked.values()) settle.fail(error)
    }
  }

  /** Goes on waiting as long as every turn brings more: requests that came together are asked for together. */
  const readWhenQuiet = ({ payload, size }: { payload: Payload; size: number }) => {
    setImmediate(() => {
      if (waiting.size === size) void readAll(payload)
      else if (waiting.size > 0) readWhenQuiet({ payload, size: waiting.size })
    })
  }

  return ({ payload, key }: { payload: Payload; key: string }): Promise<Value | null> => {
    const known = waiting.get(key)
    if (known) return known.value
    if (waiting.size >= MOST_KEYS) void readAll(payload)
    if (waiting.size === 0) readWhenQuiet({ payload, size: 1 })
    const mine = waitingFor<Value>()
    waiting.set(key, mine)
    return mine.value
  }
}
