import { expect, it } from 'vitest'
import { dateInName, datesOfIssue, startsWithDay } from './dates'

it.each([
  ['行政法/广告法(2021-04-29).md', '2021-04-29'],
  ['广告法（2021-4-9）.md', '2021-04-09'],
  ['广告法（２０２１-０４-２９）.md', '2021-04-29'],
  ['办法（试行）(2001-03-13).md', '2001-03-13'],
  ['广告法(2021-02-30).md', undefined],
  ['广告法(2021-13-01).md', undefined],
  ['广告法.md', undefined],
  ['(2021-04-29)/广告法.md', undefined],
])('finds the date in the name %s: %s', (path, day) => {
  expect(dateInName(path)).toBe(day)
})

it.each([
  ['2021年8月20日 第十三届全国人民代表大会常务委员会第三十次会议通过', ['2021-08-20']],
  ['(2014年11月1日第十二届全国人民代表大会常务委员会第十一次会议通过)', ['2014-11-01']],
  ['２０１２年１２月３日 公安部部长办公会议通过', ['2012-12-03']],
  ['二〇〇八年七月十七日 部务会议通过', ['2008-07-17']],
  ['2020年07月20日 公安部令第159号', ['2020-07-20']],
  ['1988年7月1日 通过 根据1994年5月12日 决定修正', ['1988-07-01', '1994-05-12']],
  ['2022年1月1日 施行', []],
  ['2001年3月13日公布，自2001年5月1日起施行', ['2001-03-13']],
  ['2021年2月30日 通过', []],
  ['劳社部发[2008]3号', []],
])('finds the days of issue in %s', (line, days) => {
  expect(datesOfIssue(line)).toEqual(days)
})

it('tells lines that begin with a day', () => {
  expect(startsWithDay('（2021年8月20日 通过')).toBe(true)
  expect(startsWithDay('根据2021年8月20日的决定')).toBe(false)
})
