import { describe, expect, it } from 'vitest'
import { heading, link, list, paragraph, picture, richText, table, text } from './build'
import { checkRichText, isSafeUrl, uploadsIn, withPlainUploads } from './check'

describe('an address', () => {
  it.each([
    'https://www.gov.cn/',
    'http://www.gov.cn/a?b=c#d',
    'HTTPS://WWW.GOV.CN',
    'https://中国.example/路径',
    'mailto:a@b.cn',
    'tel:024-12345678',
    '/posts/2026/1.html',
    '/',
    '#top',
  ])('%s may be linked to', (url) => {
    expect(isSafeUrl(url)).toBe(true)
  })

  it.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' javascript:alert(1)',
    'java\tscript:alert(1)',
    'java\nscript:alert(1)',
    'java\u0000script:alert(1)',
    '\u200bjavascript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'ftp://a.example',
    'blob:https://a.example/x',
    '//evil.example',
    '/\\evil.example',
    'www.gov.cn',
    '',
    ' ',
    'https://a b.example',
    `https://a.example/${'x'.repeat(2000)}`,
    5,
    null,
    undefined,
    {},
  ])('%j may not', (url) => {
    expect(isSafeUrl(url)).toBe(false)
  })
})

const check = (value: unknown) =>
  checkRichText({ value, field: 'body' }).map(({ code, field }) => [code, field])
const bad = [['richtext-node', 'body']]

const GOOD = [
  null,
  undefined,
  richText(),
  richText(paragraph('正文'), heading('h2', '章'), heading('h4', '节')),
  richText(list('bullet', ['一', '二']), list('number', [[text('三', { bold: true })]])),
  richText(paragraph([text('见'), link('https://www.gov.cn/', '政府网')])),
  richText(
    table([
      ['甲', '乙'],
      ['1', '2'],
    ]),
  ),
  richText(picture({ id: 'p', media: 'm' })),
  { root: { type: 'root', children: [{ type: 'horizontalrule', version: 1 }] } },
  {
    root: {
      type: 'root',
      children: [{ type: 'quote', children: [{ type: 'linebreak' }, { type: 'tab', text: '\t' }] }],
    },
  },
]

const ELEMENT = { version: 1, children: [], direction: null, format: '', indent: 0 }
const TEXT = { version: 1, text: '甲', format: 0, style: '', mode: 'normal', detail: 0 }
const IMAGE = { type: 'upload', version: 3, format: '', relationTo: 'media', value: 'm' }

/** A node of each type with every key that Lexical 0.50 and Payload's own nodes write. */
const WRITTEN = [
  { ...ELEMENT, type: 'paragraph', textFormat: 1, textStyle: '' },
  { ...ELEMENT, type: 'paragraph', format: 'center', textFormat: 0, textStyle: 'color: #333;' },
  { ...ELEMENT, type: 'quote', direction: 'rtl' },
  { ...ELEMENT, type: 'heading', tag: 'h2' },
  { ...TEXT, type: 'text', style: 'color: rgb(0, 0, 0);' },
  { ...TEXT, type: 'tab', text: '\t', detail: 2 },
  { type: 'linebreak', version: 1 },
  { type: 'horizontalrule', version: 1 },
  {
    ...ELEMENT,
    type: 'list',
    listType: 'check',
    start: 1,
    tag: 'ul',
    children: [{ ...ELEMENT, type: 'listitem', checked: true, value: 1 }],
  },
  {
    ...ELEMENT,
    type: 'link',
    version: 3,
    id: '65f0',
    fields: { doc: null, linkType: 'custom', newTab: false, url: 'https://www.gov.cn/' },
  },
  { ...ELEMENT, type: 'autolink', version: 2, fields: { linkType: 'custom', url: 'tel:12345' } },
  { ...IMAGE, id: '65f1', fields: {} },
  { ...IMAGE, id: '65f2', fields: null },
  {
    ...ELEMENT,
    type: 'table',
    colWidths: [92, 120.5],
    frozenColumnCount: 1,
    frozenRowCount: 1,
    rowStriping: true,
    children: [
      {
        ...ELEMENT,
        type: 'tablerow',
        height: 33,
        children: [
          {
            ...ELEMENT,
            type: 'tablecell',
            backgroundColor: null,
            colSpan: 1,
            headerState: 3,
            rowSpan: 1,
            verticalAlign: 'middle',
            width: 75,
          },
        ],
      },
    ],
  },
]
const of = (node: object) => ({ root: { ...ELEMENT, type: 'root', children: [node] } })

describe('what the page would not draw', () => {
  it.each(WRITTEN)('does not stand in what the editor writes: $type', (node) => {
    expect(check(of(node))).toEqual([])
  })

  it.each(WRITTEN)('is refused as a key of its own: $type', (node) => {
    expect(check(of({ ...node, foo: 1 }))).toEqual(bad)
    expect(check(of({ ...node, $: { note: '藏在这里' } }))).toEqual(bad)
    expect(check({ root: { ...of(node).root, foo: 1 } })).toEqual(bad)
  })

  it.each([
    ['paragraph', { ...ELEMENT, style: 'color: red' }],
    ['paragraph', { ...ELEMENT, direction: '藏在这里' }],
    ['paragraph', { ...ELEMENT, format: ['center'] }],
    ['text', { ...TEXT, style: { note: '藏在这里' } }],
    ['text', { ...TEXT, mode: '藏在这里' }],
    ['upload', { ...IMAGE, fields: { caption: '藏在这里' } }],
    ['upload', { ...IMAGE, id: { note: '藏在这里' } }],
    ['table', { ...ELEMENT, colWidths: ['藏在这里'] }],
  ])('is refused inside a key that the editor writes: a %s with %j', (type, more) => {
    expect(check(of({ ...more, type }))).toEqual(bad)
  })

  it('is refused in a link', () => {
    const fields = { linkType: 'custom', url: 'https://www.gov.cn/', title: '藏在这里' }
    expect(check(of({ ...ELEMENT, type: 'link', fields }))).toEqual([['richtext-link', 'body']])
  })
})

describe('a rich text', () => {
  it.each(GOOD)('of the editor’s own making is stored: %j', (value) => {
    expect(check(value)).toEqual([])
  })

  it.each([
    'root',
    5,
    [],
    true,
    {},
    { root: null },
    { root: [] },
    { root: {} },
    { root: { type: 'root' } },
  ])('that is %j is refused', (value) => {
    expect(check(value)).toEqual(bad)
  })

  it.each([
    ['text', { format: -1 }],
    ['text', { format: 128 }],
    ['text', { format: 'bold' }],
    ['text', { text: undefined }],
    ['text', { text: 'a\0b' }],
    ['text', { children: [] }],
    ['linebreak', { children: [{ type: 'paragraph', children: [] }] }],
    ['list', { tag: 'ul', children: [{ type: 'paragraph', children: [] }] }],
    ['list', { tag: 'div', children: [] }],
    ['list', { tag: 'ol', start: 1e12, children: [] }],
    ['table', { children: [{ type: 'paragraph', children: [] }] }],
    ['listitem', { children: [] }],
    ['tablerow', { children: [] }],
    ['upload', { relationTo: 'media', value: { id: 'm' } }],
    ['upload', { relationTo: 'media', value: 5 }],
    ['paragraph', {}],
    ['paragraph', { children: {} }],
  ])('with a %s that is %j is refused', (type, more) => {
    const node = { ...(type === 'text' ? { text: 'x' } : {}), type, ...more }
    expect(check({ root: { type: 'root', children: [node] } })).toEqual(bad)
  })

  it('with cells as wide as the page is refused', () => {
    const wide = (colSpan: unknown) => ({
      root: {
        type: 'root',
        children: [
          {
            type: 'table',
            children: [
              { type: 'tablerow', children: [{ type: 'tablecell', colSpan, children: [] }] },
            ],
          },
        ],
      },
    })
    expect(check(wide(2))).toEqual([])
    for (const span of [1_000_000, -1, 1.5, '2', null]) expect(check(wide(span))).toEqual(bad)
  })

  it('gives every kind of reason, each once', () => {
    const value = richText(
      paragraph([link('javascript:1', 'a'), link('data:1', 'b')]),
      { ...paragraph('x'), type: 'script' },
      { ...paragraph('x'), type: 'iframe' },
    )
    expect(check(value).sort()).toEqual([
      ['richtext-link', 'body'],
      ['richtext-node', 'body'],
    ])
  })

  it('too deep, too long or with too many parts is refused at once', () => {
    let deep = paragraph('x')
    for (let level = 0; level < 30; level += 1) deep = { ...paragraph([deep]), type: 'quote' }
    const large = [['richtext-too-large', 'body']]
    expect(check(richText(deep))).toEqual(large)
    expect(check(richText(paragraph('x'.repeat(4_000_001))))).toEqual(large)
    expect(check(richText(...Array.from({ length: 60_001 }, () => paragraph(''))))).toEqual(large)
  })

  it('of a law with 1,000 articles is stored', () => {
    const articles = Array.from({ length: 1000 }, (_, index) =>
      paragraph(`第${index}条 ${'文'.repeat(300)}`),
    )
    expect(check(richText(...articles))).toEqual([])
  })
})

describe('the pictures of a text', () => {
  it('are found in order, each once, filled in or not', () => {
    const value = richText(
      picture({ id: '1', media: 'b' }),
      table([['x']]),
      { ...paragraph([picture({ id: '2', media: 'a' })]) },
      picture({ id: '3', media: 'b' }),
    )
    expect(uploadsIn(value)).toEqual(['b', 'a'])
    expect(uploadsIn({ root: { children: [{ type: 'upload', value: { id: 'c' } }] } })).toEqual([
      'c',
    ])
    expect([null, 'x', {}, { root: 5 }].map(uploadsIn)).toEqual([[], [], [], []])
  })

  it('come back as ids when they were read filled in', () => {
    const filled = {
      root: { type: 'root', children: [{ type: 'upload', value: { id: 'c', url: 'x' } }] },
    }
    expect(withPlainUploads(filled)).toEqual({
      root: { type: 'root', children: [{ type: 'upload', value: 'c' }] },
    })
    const plain = richText(paragraph('x'), picture({ id: '1', media: 'b' }))
    expect(withPlainUploads(plain)).toEqual(plain)
    expect(withPlainUploads('x')).toBe('x')
  })
})
