import { describe, expect, it } from 'vitest'
import { keysOf } from './keysOf'
import { Refusal, wordReasons } from './refusal'
import { REFUSALS } from './refusals'

describe('the words of refusals', () => {
  it.each(keysOf(REFUSALS))('%s is said in Chinese and in English, as a whole sentence', (code) => {
    const { zh, en, status } = REFUSALS[code]
    expect(zh).toMatch(/\p{Script=Han}.*。$/u)
    expect(en).toMatch(/^[A-Za-z][^\p{Script=Han}]*\.$/u)
    expect([400, 401, 403, 404, 409, 413, 500]).toContain(status)
    expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })

  it('are not said twice', () => {
    const words = keysOf(REFUSALS).map((code) => REFUSALS[code].zh)
    expect(new Set(words).size).toBe(words.length)
  })

  it.each([
    [undefined, 'zh'],
    ['zh', 'zh'],
    ['fr', 'zh'],
    ['en', 'en'],
    ['en-GB', 'en'],
  ] as const)('for the language %s are %s', (language, expected) => {
    const [worded] = wordReasons({ reasons: [{ code: 'no-login' }], language })
    expect(worded?.message).toBe(REFUSALS['no-login'][expected])
  })
})

describe('a refusal', () => {
  it('has the status of its first reason and keeps them all', () => {
    const refusal = new Refusal('not-found', { code: 'bad-value', field: 'title' })
    expect(refusal.status).toBe(404)
    expect(refusal.reasons).toEqual([{ code: 'not-found' }, { code: 'bad-value', field: 'title' }])
    expect(refusal.isPublic).toBe(true)
  })
})
