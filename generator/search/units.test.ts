import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexWords, unitsIn } from './units'

const words = (text: string) => indexWords([...unitsIn(text.normalize('NFC'))])

describe('the words of a text', () => {
  it.each([
    ['检验检疫', ['检验', '验检', '检疫', '疫']],
    ['局', ['局']],
    ['进口 食品', ['进口', '口', '食品', '品']],
    ['食品，口岸。', ['食品', '品', '口岸', '岸']],
    ['Food Safety', ['food', 'safety']],
    ['HACCP认证', ['haccp', '认证', '证']],
    ['2017年', ['2017', '年']],
    ['GB2312', ['gb', '2312']],
    ['国办发〔2017〕47号', ['国办', '办发', '发', '2017', '47', '号']],
    ['000014349/2026-00012', ['000014349', '2026', '00012']],
    ['ＨＡＣＣＰ　２０１７', ['haccp', '2017']],
    ['㎏', ['kg']],
    ['①', ['1']],
    ['Ünïcode', ['ünïcode']],
    ['検疫カード', ['検疫', '疫カ', 'カー', 'ード', 'ド']],
    ['검역', ['검역', '역']],
    ['Карантин', ['карантин']],
    ['〇二一', ['〇二', '二一', '一']],
    ['佐々木', ['佐々', '々木', '木']],
  ])('%s are %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('take signs beyond the basic plane whole: extension B, E and G', () => {
    expect(words('𠮷野家')).toEqual(['𠮷野', '野家', '家'])
    expect(words('𠮷')).toEqual(['𠮷'])
    expect(words('\u{2b820}\u{30000}')).toEqual(['\u{2b820}\u{30000}', '\u{30000}'])
  })

  it('do not care for brackets and quotation marks between signs', () => {
    expect(words('《食品安全法》实施条例')).toEqual(words('食品安全法实施条例'))
    expect(words('“一带一路”建设')).toEqual(words('一带一路建设'))
    expect(words('管理办法（试行）')).toEqual(words('管理办法试行'))
  })

  it('are parted by brackets between letters', () => {
    expect(words('food(safety)')).toEqual(['food', 'safety'])
  })

  it('do not hold marks, emoji, joiners or variation selectors', () => {
    expect(words('😀👨‍👩‍👧 %_*^~ -- \u200b')).toEqual([])
    expect(words('葛\u{e0100}城')).toEqual(words('葛城'))
    expect(words('检\u200b验')).toEqual(words('检验'))
  })

  it('are cut where they would be too long', () => {
    expect(words('a'.repeat(130)).map(({ length }) => length)).toEqual([64, 64, 2])
  })
})

const anyText = fc.string({ unit: 'binary' })

describe('units', () => {
  it('stand in order where they say, in whatever text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let before = 0
        for (const { start, end } of unitsIn(text)) {
          expect(end).toBeGreaterThan(start)
          expect(start).toBeGreaterThanOrEqual(before === start ? start : 0)
          expect(end).toBeLessThanOrEqual(text.length)
          before = start
        }
      }),
    )
  })

  it('hold letters, digits and signs only, so that no word can be read as syntax', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of words(text)) expect(word).toMatch(/^[\p{L}\p{N}ー々〇\p{Script=Han}]+$/u)
      }),
      { numRuns: 2_000 },
    )
  })

  it('are the same for one text in two normal forms', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(words(text.normalize('NFD'))).toEqual(words(text.normalize('NFC')))
      }),
    )
  })
})
