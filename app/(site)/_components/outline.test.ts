import { describe, expect, test } from 'vitest'
import { heading, paragraph, text } from '../../../collections/richText/build'
import { chineseNumber } from './chineseNumber'
import { bodyOf, inChinese, lawBody } from './fixtures'
import { outlineOf } from './outline'

const contents = (...nodes: Parameters<typeof bodyOf>) => outlineOf(bodyOf(...nodes)).contents

describe('Chinese numbers', () => {
  test('every number up to 9,999 is read as it is written', () => {
    for (let value = 1; value < 10_000; value += 1) {
      expect(chineseNumber(inChinese(value))).toBe(value)
    }
  })

  test('〇 and 零 are the same', () => {
    expect(chineseNumber('一百〇二')).toBe(102)
    expect(chineseNumber('一百零二')).toBe(102)
  })

  test('anything else is no number', () => {
    expect(chineseNumber('')).toBeNull()
    expect(chineseNumber('若干')).toBeNull()
  })
})

describe('table of contents', () => {
  test('a short text has none', () => {
    expect(contents(heading('h2', '一'), paragraph('文'), heading('h2', '二'))).toEqual([])
    expect(outlineOf(null).contents).toEqual([])
  })

  test('four headings make one, with their levels', () => {
    const entries = contents(
      heading('h2', '第一章'),
      heading('h3', '第一节'),
      heading('h3', '第二节'),
      heading('h2', '第二章'),
    )
    expect(entries.map(({ text: line, level }) => `${level} ${line}`)).toEqual([
      '2 第一章',
      '3 第一节',
      '3 第二节',
      '2 第二章',
    ])
  })

  test('chapters of the same name keep separate ids', () => {
    const entries = contents(...Array.from({ length: 5 }, () => heading('h2', '第一章 总则')))
    expect(new Set(entries.map(({ id }) => id)).size).toBe(5)
  })

  test('a law without chapters is listed by twenty articles', () => {
    const entries = contents(
      ...Array.from({ length: 45 }, (_, index) => paragraph(`第${inChinese(index + 1)}条 内容。`)),
    )
    expect(entries.map(({ text: line }) => line)).toEqual([
      '第一条至第二十条',
      '第二十一条至第四十条',
      '第四十一条至第四十五条',
    ])
    expect(entries.map(({ id }) => id)).toEqual(['article-1', 'article-21', 'article-41'])
  })

  test('a law of 1,000 articles has a line for each chapter and each twenty articles', () => {
    const { contents: entries, articles } = outlineOf(lawBody(1000))
    expect(articles.size).toBe(1000)
    expect(entries).toHaveLength(20 + 20 * 3)
    expect(entries.at(-1)).toEqual({
      id: 'article-991',
      text: '第九百九十一条至第一千条',
      level: 3,
    })
  })

  test('an article is a paragraph that begins with its number; a mention of one is not', () => {
    const { articles } = outlineOf(
      bodyOf(
        paragraph('第一条 内容。'),
        paragraph('第二条　全角空格。'),
        paragraph('第十二条之一 增加的条款。'),
        paragraph('第三条的规定不适用。'),
        paragraph('依照第四条 办理。'),
        paragraph([text('第五条 ', { bold: true }), text('内容。')]),
      ),
    )
    expect([...articles.values()].map(({ id }) => id)).toEqual([
      'article-1',
      'article-2',
      'article-12-1',
      'article-5',
    ])
  })

  test('a second article of the same number gets no id', () => {
    const { articles } = outlineOf(bodyOf(paragraph('第一条 甲。'), paragraph('第一条 乙。')))
    expect([...articles.values()].map(({ id }) => id)).toEqual(['article-1', ''])
  })
})
