import type { Payload } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { keptReads } from './keptRead'

/** A database that holds counters only. */
const openCounters = () => {
  const numbers = new Map<string, number>()
  const raise = (key: string) => numbers.set(key, (numbers.get(key) ?? 0) + 1)
  const find = async ({ where }: { where: { key: { in: string[] } } }) => ({
    docs: where.key.in.flatMap((key) => {
      const value = numbers.get(key)
      return value === undefined ? [] : [{ key, value }]
    }),
  })
  const payload: Payload = Object.assign(Object.create(null), { db: { find } })
  return { payload, raise }
}

describe('a kept read', () => {
  it('is asked once as long as its counter stands still', async () => {
    const { payload } = openCounters()
    const ask = keptReads<string>()
    const read = vi.fn(async () => 'list')
    expect(await ask({ payload, key: 'a', counter: 'one', read })).toBe('list')
    expect(await ask({ payload, key: 'a', counter: 'one', read })).toBe('list')
    expect(read).toHaveBeenCalledTimes(1)
  })

  it('is asked anew when its own counter was raised, and only then', async () => {
    const { payload, raise } = openCounters()
    const ask = keptReads<number>()
    let turn = 0
    const read = async () => {
      turn += 1
      return turn
    }
    const now = (key: string, counter: string) => ask({ payload, key, counter, read })
    expect([await now('a', 'one'), await now('b', 'two')]).toEqual([1, 2])
    raise('one')
    expect([await now('a', 'one'), await now('b', 'two')]).toEqual([3, 2])
  })

  it('that began before its counter was raised is not kept beyond that', async () => {
    const { payload, raise } = openCounters()
    const ask = keptReads<string>()
    const early = ask({
      payload,
      key: 'a',
      counter: 'one',
      read: async () => {
        raise('one')
        return 'withdrawn'
      },
    })
    expect(await early).toBe('withdrawn')
    const later = ask({ payload, key: 'a', counter: 'one', read: async () => 'gone' })
    expect(await later).toBe('gone')
  })

  it('that failed is tried again', async () => {
    const { payload } = openCounters()
    const ask = keptReads<string>()
    const fail = async () => {
      throw new Error('no database')
    }
    await expect(ask({ payload, key: 'a', counter: 'one', read: fail })).rejects.toThrow()
    expect(await ask({ payload, key: 'a', counter: 'one', read: async () => 'list' })).toBe('list')
  })

  it('of another database is another one', async () => {
    const ask = keptReads<string>()
    const one = openCounters().payload
    const other = openCounters().payload
    await ask({ payload: one, key: 'a', counter: 'one', read: async () => 'mine' })
    const read = async () => 'yours'
    expect(await ask({ payload: other, key: 'a', counter: 'one', read })).toBe('yours')
  })
})
