import type { Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { POSTS_VERSION, SITE_VERSION } from '../../../collections/siteChanged'
import { keptAnswers } from './keptAnswers'

const LIST = 'http://127.0.0.1:3000/api/posts?limit=20'

/** The list of posts of a bureau whose counters can be raised, answered anew each time it is made. */
const openList = (status = 200) => {
  const numbers = new Map<string, number>()
  const find = async () => ({ docs: [...numbers].map(([key, value]) => ({ key, value })) })
  const payload: Payload = Object.assign(Object.create(null), { db: { find } })
  let turn = 0
  const handler = async () => {
    turn += 1
    return Response.json({ turn }, { status })
  }
  const ask = keptAnswers({ openPayload: async () => payload, handler })
  const turnOf = async (url = LIST, init: RequestInit = {}) => {
    const response = await ask(new Request(url, init))
    expect(response.headers.get('content-type')).toContain('application/json')
    return (await response.json()).turn
  }
  return { turnOf, raise: (key: string) => numbers.set(key, (numbers.get(key) ?? 0) + 1) }
}

describe('a list of posts for everyone', () => {
  it('is made once as long as nothing changes', async () => {
    const { turnOf } = openList()
    expect([await turnOf(), await turnOf()]).toEqual([1, 1])
  })

  it.each([POSTS_VERSION, SITE_VERSION])('is made anew when %s is raised', async (counter) => {
    const { turnOf, raise } = openList()
    await turnOf()
    raise(counter)
    expect(await turnOf()).toBe(2)
  })

  it('is another one for another question', async () => {
    const { turnOf } = openList()
    expect([await turnOf(), await turnOf(`${LIST}&page=2`)]).toEqual([1, 2])
  })

  it.each(['authorization', 'cookie', 'origin'])('is never kept for who sends %s', async (name) => {
    const { turnOf } = openList()
    const init = { headers: { [name]: 'x' } }
    expect([await turnOf(LIST, init), await turnOf(LIST, init), await turnOf()]).toEqual([1, 2, 3])
  })

  it.each([
    ['of another collection', LIST.replace('posts', 'columns'), {}],
    ['that is no question', LIST, { method: 'POST' }],
  ])('is not mixed up with a request %s', async (_, url, init) => {
    const { turnOf } = openList()
    expect([await turnOf(url, init), await turnOf(url, init)]).toEqual([1, 2])
  })

  it('is not kept when it was refused', async () => {
    const { turnOf } = openList(403)
    expect([await turnOf(), await turnOf()]).toEqual([1, 2])
  })

  it('leaves room for others: the oldest question goes first', async () => {
    const { turnOf } = openList()
    for (let page = 1; page <= 51; page += 1) await turnOf(`${LIST}&page=${page}`)
    expect(await turnOf(`${LIST}&page=51`)).toBe(51)
    expect(await turnOf(`${LIST}&page=1`)).toBe(52)
  })
})
