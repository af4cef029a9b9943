import { describe, expect, it } from 'vitest'
import { heading, link, list, paragraph, picture, richText, table, text } from './build'
import { carriesOwnMarks, markRank } from './marks'
import { blockTexts, plainText } from './text'

describe('plain text of a rich text', () => {
  it('gives each block a line, in order', () => {
    const value = richText(
      heading('h2', '第一章 总则'),
      paragraph([text('第一条', { bold: true }), text(' 为了…')]),
      paragraph([text('见'), link('https://example.org/', '附件'), text('。')]),
      list('number', ['甲', '乙']),
      picture({ id: 'a', media: '1' }),
      paragraph('完'),
    )
    expect(plainText(value)).toBe('第一章 总则\n第一条 为了…\n见附件。\n甲\n乙\n完')
  })

  it('reads nested lists where they stand', () => {
    const value = richText(list('bullet', ['（一）甲', [list('bullet', ['1.乙'])], '（二）丙']))
    expect(blockTexts(value)).toEqual(['（一）甲', '1.乙', '（二）丙'])
  })

  it('reads a list inside an item that has text of its own', () => {
    const value = richText(list('bullet', [[text('甲'), list('bullet', ['乙'])]]))
    expect(blockTexts(value)).toEqual(['甲', '乙'])
  })

  it('gives a table row one line, its cells parted by tabs', () => {
    expect(
      plainText(
        richText(
          table([
            ['项目', '数量'],
            ['样品', '3'],
          ]),
        ),
      ),
    ).toBe('项目\t数量\n样品\t3')
  })

  it('keeps line breaks and tabs inside a block', () => {
    const value = {
      root: {
        children: [
          {
            type: 'paragraph',
            children: [text('甲'), { type: 'linebreak' }, text('乙'), { type: 'tab' }, text('丙')],
          },
        ],
      },
    }
    expect(plainText(value)).toBe('甲\n乙\t丙')
  })

  it('leaves out empty blocks', () => {
    expect(blockTexts(richText(paragraph(''), paragraph(' '), paragraph('甲')))).toEqual(['甲'])
  })

  it.each([null, undefined, '', 3, [], {}, { root: null }, { root: { children: 'x' } }])(
    'gives nothing for %j',
    (value) => {
      expect(plainText(value)).toBe('')
    },
  )
})

describe('marks of items', () => {
  it.each([
    ['一、总体要求', 0],
    ['（十二）其他', 1],
    ['(三)其他', 1],
    ['1.机动车', 2],
    ['12、机动车', 2],
    ['１．机动车', 2],
    ['（3）其他', 3],
    ['②其他', 4],
  ])('ranks %s as %i', (words, rank) => {
    expect(markRank(words)).toBe(rank)
  })

  it.each(['1.5米以上', '2021年4月29日', '（试行）', '一是', '第一条', ''])(
    'finds no mark in %j',
    (words) => {
      expect(markRank(words)).toBeUndefined()
    },
  )

  it('knows a list whose items are all marked', () => {
    expect(
      carriesOwnMarks(list('bullet', ['（一）甲', [list('bullet', ['无'])], '（二）乙'])),
    ).toBe(true)
    expect(carriesOwnMarks(list('bullet', ['（一）甲', '乙']))).toBe(false)
    expect(carriesOwnMarks(list('bullet', []))).toBe(false)
    expect(carriesOwnMarks(null)).toBe(false)
  })
})
