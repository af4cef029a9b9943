import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mostAlike } from './related'

const titled = (titles: string[]) =>
  titles.map((title, index) => ({ id: title, number: index + 1, title }))

const alike = (title: string, titles: string[]) => mostAlike({ title, candidates: titled(titles) })

describe('mostAlike', () => {
  it('puts the title with most in common first', () => {
    const titles = ['大连口岸进口樱桃查验', '进口樱桃检疫要求', '进口牛肉检疫要求']
    expect(alike('关于进口樱桃检疫要求的公告', titles)).toEqual([
      '进口樱桃检疫要求',
      '进口牛肉检疫要求',
      '大连口岸进口樱桃查验',
    ])
  })

  it.each([
    ['one pair', '樱桃上市', ['樱桃查验']],
    ['numbers and marks', '2026年（第12期）', ['2026年（第12期）！']],
    ['nothing', '樱桃查验', ['牛肉召回']],
    ['no title at all', '樱桃查验', []],
  ])('finds none that share %s', (_, title, titles) => {
    expect(alike(title, titles)).toEqual([])
  })

  it('takes no post for related that shares only what many titles have', () => {
    const notices = [
      '停水',
      '放假',
      '招聘',
      '培训',
      '搬迁',
      '维护',
      '演练',
      '征稿',
      '评审',
      '开放',
    ].map((what) => `关于${what}的通知`)
    expect(alike('关于樱桃的通知', notices)).toEqual([])
    expect(alike('关于樱桃的通知', [...notices, '关于樱桃检疫的通知'])).toEqual([
      '关于樱桃检疫的通知',
    ])
  })

  it('names the newest five of a series', () => {
    const series = Array.from(
      { length: 12 },
      (_, month) => `2026年${month + 1}月辽宁口岸检验检疫业务统计`,
    )
    expect(alike('2027年1月辽宁口岸检验检疫业务统计', series)).toEqual(series.slice(-5).reverse())
  })

  it('reads full width, capitals, Latin words and rare signs', () => {
    expect(alike('ＨＡＣＣＰ体系验证', ['haccp 认证'])).toEqual(['haccp 认证'])
    expect(alike('𠮷野家𠮷野家', ['𠮷野家'])).toEqual(['𠮷野家'])
  })

  it('gives at most five of the candidates, each once, the same for any order', () => {
    const word = fc.constantFrom('进口', '樱桃', '检疫', '通知', '关于', '口岸', '牛肉', '2026')
    const title = fc.array(word, { maxLength: 6 }).map((words) => words.join(''))
    fc.assert(
      fc.property(title, fc.array(title, { maxLength: 40 }), (own, titles) => {
        const candidates = titles.map((one, index) => ({
          id: `p${index}`,
          number: index,
          title: one,
        }))
        const found = mostAlike({ title: own, candidates })
        expect(found.length).toBeLessThanOrEqual(5)
        expect(new Set(found).size).toBe(found.length)
        expect(mostAlike({ title: own, candidates: candidates.toReversed() })).toEqual(found)
      }),
    )
  })
})
