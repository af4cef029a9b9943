import type { Payload } from 'payload'
import { currentNumbers } from './counters/nextNumber'
import { gathered } from './gathered'
import { SITE_VERSION } from './siteChanged'

const readVersion = gathered(currentNumbers)

type Asked<Value> = {
  payload: Payload
  /** what is asked for */
  key: string
  /** the counter that is raised when the answer may have changed */
  counter: string
  read: () => Promise<Value>
}

/**
 * Reads whose answers are kept until a counter is raised. The counter is asked before the read, so what is kept is never
 * older than its version; who raises it does so after the change was written.
 */
export const keptReads = <Value>() => {
  const kept = new Map<string, { payload: Payload; version: number; value: Promise<Value> }>()
  return async ({ payload, key, counter, read }: Asked<Value>): Promise<Value> => {
    const version = (await readVersion({ payload, key: counter })) ?? 0
    const known = kept.get(key)
    if (known?.payload === payload && known.version === version) return known.value
    const value = read()
    kept.set(key, { payload, version, value })
    value.catch(() => kept.delete(key))
    return value
  }
}

/** A read that every page needs, kept until a column, a department, a topic, a headline or a setting changes. */
export const keptRead = <Value>(read: (payload: Payload) => Promise<Value>) => {
  const ask = keptReads<Value>()
  return (payload: Payload) =>
    ask({ payload, key: '', counter: SITE_VERSION, read: () => read(payload) })
}
