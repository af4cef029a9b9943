import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { excerptOf, markedText } from './marks'
import { readQuery } from './query'

const shown = (pieces: { text: string; isMarked: boolean }[]) =>
  pieces.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('')
const marked = (text: string, typed: string) =>
  shown(markedText({ text, phrases: readQuery(typed).phrases }))
const excerpt = (text: string, typed: string) =>
  shown(excerptOf({ text, phrases: readQuery(typed).phrases }))

describe('marks', () => {
  it.each([
    ['进口食品检验检疫', '检疫', '进口食品检验[检疫]'],
    ['进口食品', '食品 进口', '[进口食品]'],
    ['出口食品和出口饲料', '出口', '[出口]食品和[出口]饲料'],
    ['《食品安全法》实施条例', '食品安全法实施条例', '《[食品安全法》实施条例]'],
    ['国办发〔2017〕47号文', '国办发[2017]47号', '[国办发〔2017〕47号]文'],
    ['ＨＡＣＣＰ体系', 'haccp', '[ＨＡＣＣＰ]体系'],
    ['𠮷野家与𠮷', '𠮷', '[𠮷]野家与[𠮷]'],
    ['口，岸', '口岸', '口，岸'],
    ['没有', '食品', '没有'],
  ])('in %s for %s are %s', (text, typed, expected) => {
    expect(marked(text, typed)).toBe(expected)
  })

  it('change no letter of whatever text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, typed) => {
        const pieces = markedText({ text, phrases: readQuery(typed).phrases })
        expect(pieces.map((piece) => piece.text).join('')).toBe(text)
      }),
    )
  })

  it('are there for whatever part of a text is asked for', () => {
    const text = '关于做好2026年进口食品（含水果）检验检疫工作的通知，HACCP验证'
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.integer({ min: 1, max: 8 }), (from, length) => {
        const typed = text.slice(from, from + length)
        if (
          /[a-z0-9]/i.test(
            text.slice(from - 1, from) + text.slice(from + length, from + length + 1),
          )
        )
          return
        const { phrases } = readQuery(typed)
        if (phrases.length > 0) expect(marked(text, typed)).toContain('[')
      }),
    )
  })
})

describe('an excerpt', () => {
  const filler = '无关的句子。'.repeat(200)

  it('begins at the sentence of what was found', () => {
    const text = `${filler}首批樱桃抵达口岸。${filler}`
    expect(excerpt(text, '樱桃')).toMatch(/^首批\[樱桃\]抵达口岸。无关/)
    expect(excerpt(text, '樱桃')).toMatch(/……$/)
  })

  it('is the beginning when nothing of it is in the text', () => {
    expect(excerpt('第一句。第二句。', '樱桃')).toBe('第一句。第二句。')
    expect(excerpt('', '樱桃')).toBe('')
  })

  it('finds what was typed in another width or case', () => {
    expect(excerpt(`${filler}实施ＨＡＣＣＰ验证`, 'haccp')).toContain('[ＨＡＣＣＰ]')
  })

  it('cuts no sign in two', () => {
    const text = `${'𠮷'.repeat(500)}樱桃${'𠮷'.repeat(500)}`
    const found = excerpt(text, '樱桃')
    expect(found).toContain('[樱桃]')
    expect(found.isWellFormed()).toBe(true)
    expect(found.length).toBeLessThan(200)
  })

  it('of the longest text takes a moment', () => {
    const text = '无关的句子。'.repeat(33_000)
    const start = performance.now()
    excerpt(text, '樱桃')
    expect(performance.now() - start).toBeLessThan(200)
  })
})
