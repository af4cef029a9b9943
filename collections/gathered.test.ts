import type { Payload } from 'payload'
import { describe, expect, it, vi } from 'vitest'
import { gathered } from './gathered'

const payload = Object.create(null) satisfies Payload

describe('what is asked for within a turn', () => {
  it('is read by one query, each key once, and answered to everyone who asked', async () => {
    const read = vi.fn(
      async ({ keys }: { keys: string[] }) => new Map(keys.map((key) => [key, `${key}!`])),
    )
    const ask = gathered(read)
    const answers = await Promise.all(['a', 'b', 'a'].map((key) => ask({ payload, key })))
    expect(answers).toEqual(['a!', 'b!', 'a!'])
    expect(read.mock.calls.map(([{ keys }]) => keys)).toEqual([['a', 'b']])
  })

  it('is read together with what the next turn brings', async () => {
    const read = vi.fn(
      async ({ keys }: { keys: string[] }) => new Map(keys.map((key) => [key, key])),
    )
    const ask = gathered(read)
    const first = ask({ payload, key: 'a' })
    const second = new Promise((answer) => setImmediate(() => answer(ask({ payload, key: 'b' }))))
    const third = ask({ payload, key: 'c' })
    expect(await Promise.all([first, second, third])).toEqual(['a', 'b', 'c'])
    expect(read.mock.calls.map(([{ keys }]) => keys)).toEqual([['a', 'c', 'b']])
  })

  it('is read anew the next time', async () => {
    const rows = [1, 2].values()
    const ask = gathered(async () => new Map([['a', rows.next().value]]))
    expect([await ask({ payload, key: 'a' }), await ask({ payload, key: 'a' })]).toEqual([1, 2])
  })

  it('is null when it does not exist, and fails for all when it cannot be read', async () => {
    const none = gathered(async () => new Map<string, string>())
    expect(await none({ payload, key: 'a' })).toBeNull()
    const broken = gathered(async () => Promise.reject(new Error('no database')))
    const both = ['a', 'b'].map((key) => broken({ payload, key }))
    for (const one of both) await expect(one).rejects.toThrow('no database')
  })

  it('is read in several queries when it is more than one may give', async () => {
    const read = vi.fn(
      async ({ keys }: { keys: string[] }) => new Map(keys.map((key) => [key, key])),
    )
    const ask = gathered(read)
    const keys = Array.from({ length: 230 }, (_, index) => String(index))
    expect(await Promise.all(keys.map((key) => ask({ payload, key })))).toEqual(keys)
    expect(read.mock.calls.map(([{ keys: some }]) => some.length)).toEqual([100, 100, 30])
  })
})
