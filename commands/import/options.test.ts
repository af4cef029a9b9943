import { expect, it } from 'vitest'
import { Refused } from '../environment'
import { optionsOf } from './options'

const WHOLE = ['laws', '--column', 'policies/laws', '--as', 'author.office@bureau.example']

it('takes folder, column and account, in any order', () => {
  const options = {
    folder: 'laws',
    column: 'policies/laws',
    email: 'author.office@bureau.example',
    from: undefined,
  }
  expect(optionsOf(WHOLE)).toEqual(options)
  expect(optionsOf([...WHOLE.slice(1), 'laws'])).toEqual(options)
})

it('takes the place that the texts were taken from', () => {
  const place = ['--source-name', '国家法律法规数据库', '--source-url', 'https://flk.npc.gov.cn/']
  expect(optionsOf([...WHOLE, ...place]).from).toEqual({
    name: '国家法律法规数据库',
    url: 'https://flk.npc.gov.cn/',
  })
})

it.each([
  ['nothing', []],
  ['no folder', WHOLE.slice(1)],
  ['two folders', [...WHOLE, 'more']],
  ['no column', WHOLE.filter((_word, index) => index !== 1 && index !== 2)],
  ['no account', WHOLE.slice(0, 3)],
  ['an unknown option', [...WHOLE, '--dry']],
  ['an option without its value', [...WHOLE.slice(0, 4)]],
  ['a place without its address', [...WHOLE, '--source-name', '国家法律法规数据库']],
  ['an address that is none', [...WHOLE, '--source-name', '甲', '--source-url', 'javascript:1']],
])('refuses %s in one line', (_what, args) => {
  expect(() => optionsOf(args)).toThrow(Refused)
  expect(() => optionsOf(args)).toThrow(/^[^\n]+$/)
})
