import { expect, it } from 'vitest'
import { inChinese } from './madeLaws'
import { chineseNumber } from './numerals'

it('reads every number up to 9999 as laws write it', () => {
  for (let value = 1; value <= 9999; value += 1) {
    expect(chineseNumber(inChinese(value))).toBe(value)
  }
})

it.each([
  ['十', 10],
  ['二十', 20],
  ['一百零三', 103],
  ['一百一十', 110],
  ['二百六十五', 265],
  ['一千', 1000],
  ['一千二百六十', 1260],
  ['二〇二一', 2021],
  ['二○○八', 2008],
  ['１２', 12],
  ['7', 7],
])('reads %s as %i', (written, value) => {
  expect(chineseNumber(written)).toBe(value)
})

it.each(['', '条', '第一', '1.5', '一a'])('does not read %j as a number', (written) => {
  expect(chineseNumber(written)).toBeUndefined()
})
