import { expect, it } from 'vitest'
import { compareLaw, lawText } from './compare'
import { madeLaw } from './madeLaws'
import { parseLaw } from './parse'
import { lawToRichText } from './toRichText'

const lawOf = (text: string) => {
  const parsed = parseLaw({ path: '示范法(2021-04-29).md', text })
  if ('problem' in parsed) throw new Error(parsed.problem.code)
  return parsed.law
}

const law = lawOf(madeLaw())

it('gives the issuing lines and then every block, a line each', () => {
  const lines = lawText(law).split('\n')
  expect(lines.slice(0, 3)).toEqual([
    '2021年4月29日 第十三届全国人民代表大会常务委员会第二十八次会议通过',
    '第一章 示范规定',
    '第一条 为了规范第1项工作，根据有关法律，制定本条，具体要求如下：',
  ])
  expect(lines).toHaveLength(1 + 3 + 12 * 4)
})

it('takes the same text in another form for the same', () => {
  const other = lawOf(madeLaw({ lineBreak: '\r\n' }).replaceAll('（一）', '　（一） '))
  expect(compareLaw({ law, body: lawToRichText(other) })).toBe('same')
})

it('sees one changed character', () => {
  const other = lawOf(madeLaw().replace('应当接受监督', '可以接受监督'))
  expect(compareLaw({ law, body: lawToRichText(other) })).toBe('different')
})

it.each([null, undefined, {}, 'x'])('takes a body that is %j for another text', (body) => {
  expect(compareLaw({ law, body })).toBe('different')
})
