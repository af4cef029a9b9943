import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { inLanes, inParallel } from './inParallel'

async function* numbers(count: number) {
  for (let number = 0; number < count; number += 1) yield number
}

describe('work on a list', () => {
  it('gives the results in its order, however long each takes', async () => {
    const work = async (item: number) => {
      await wait(10 - item)
      return item * 2
    }
    expect(await inParallel({ items: [1, 5, 9], limit: 2, work })).toEqual([2, 10, 18])
  })
})

describe('work in lanes', () => {
  it('is done for everything, never on more than the lanes there are, with something between', async () => {
    let running = 0
    let most = 0
    let between = 0
    const done: number[] = []
    await inLanes({
      items: numbers(20),
      limit: 3,
      work: async (item) => {
        running += 1
        most = Math.max(most, running)
        await wait(item % 4)
        running -= 1
        done.push(item)
      },
      between: async () => {
        between += 1
      },
    })
    expect(done.toSorted((one, other) => one - other)).toEqual([...Array(20).keys()])
    expect(most).toBe(3)
    expect(between).toBe(20)
  })

  it('ends with the first error, after what was under way', async () => {
    const ended: number[] = []
    const work = async (item: number) => {
      await wait(item === 1 ? 1 : 10)
      ended.push(item)
      if (item === 1) throw new Error('disk full')
    }
    const all = inLanes({ items: numbers(9), limit: 2, work, between: async () => undefined })
    await expect(all).rejects.toThrow('disk full')
    expect(ended).toEqual([1, 0])
  })

  it('ends with an error that comes while something is done between', async () => {
    const work = async (item: number) => {
      if (item === 0) throw new Error('disk full')
    }
    const between = () => wait(5)
    const all = inLanes({ items: numbers(3), limit: 2, work, between })
    await expect(all).rejects.toThrow('disk full')
  })
})
