import type { Payload } from 'payload'
import { currentNumber } from './counters/nextNumber'
import { gathered } from './gathered'
import { SITE_VERSION } from './siteChanged'

const readNumber = gathered(async ({ payload, keys }) => {
  const numbers = new Map<string, number>()
  for (const key of keys) numbers.set(key, await currentNumber({ payload, key }))
  return numbers
})

/**
 * A read that every page needs, kept until a column, a department or a setting changes. The version is asked for before
 * the read, so what is kept is never older than its version.
 */
export const keptRead = <Value>(read: (payload: Payload) => Promise<Value>) => {
  let kept: { payload: Payload; version: number; value: Promise<Value> } | null = null
  return async (payload: Payload): Promise<Value> => {
    const version = (await readNumber({ payload, key: SITE_VERSION })) ?? 0
    if (kept?.payload === payload && kept.version === version) return kept.value
    const value = read(payload)
    kept = { payload, version, value }
    value.catch(() => {
      kept = null
    })
    return value
  }
}
