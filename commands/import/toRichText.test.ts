import { expect, it } from 'vitest'
import { heading, list, paragraph, richText, table, text } from '../../collections/richText/build'
import { lawToRichText } from './toRichText'

it('makes a paragraph of each issuing line and a node of each block', () => {
  const law = {
    key: '示范法(2021-04-29)',
    title: '示范法',
    versionDate: '2021-04-29',
    issuingLines: ['2021年4月29日 通过'],
    blocks: [
      { kind: 'heading', level: 2, text: '第一章 甲' },
      { kind: 'heading', level: 3, text: '第一节 乙' },
      { kind: 'heading', level: 4, text: '丙' },
      { kind: 'article', label: '第一条', text: '丁：' },
      {
        kind: 'list',
        items: [
          { text: '（一）戊：', items: [{ text: '1.己', items: [] }] },
          { text: '（二）庚', items: [] },
        ],
      },
      { kind: 'article', label: '第二条', text: '' },
      { kind: 'paragraph', text: '辛' },
      { kind: 'table', rows: [['壬'], ['癸']] },
    ],
  } satisfies Parameters<typeof lawToRichText>[0]
  expect(lawToRichText(law)).toEqual(
    richText(
      paragraph('2021年4月29日 通过'),
      heading('h2', '第一章 甲'),
      heading('h3', '第一节 乙'),
      heading('h4', '丙'),
      paragraph([text('第一条', { bold: true }), text(' 丁：')]),
      list('bullet', ['（一）戊：', [list('bullet', ['1.己'])], '（二）庚']),
      paragraph([text('第二条', { bold: true })]),
      paragraph('辛'),
      table([['壬'], ['癸']]),
    ),
  )
})
