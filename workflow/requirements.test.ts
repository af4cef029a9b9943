import { describe, expect, it } from 'vitest'
import { keysOf } from '../access/keysOf'
import { link, list, paragraph, picture, richText, table } from '../collections/richText/build'
import { KINDS, type Kind } from '../collections/words'
import { missingForSubmit } from './requirements'
import type { EmbeddedFile, Snapshot } from './snapshot'

const file = (given: Partial<EmbeddedFile> = {}): EmbeddedFile => ({
  mediaId: 'm',
  sha256: 's',
  filename: 'f.png',
  alt: '图',
  mimeType: 'image/png',
  size: 1,
  width: 1,
  height: 1,
  ...given,
})

const complete: Snapshot = {
  schema: 1,
  title: '标题',
  subtitle: null,
  column: 'c',
  department: 'd',
  kind: 'affairs',
  summary: null,
  body: richText(paragraph('正文')),
  files: [],
  images: [],
  attachments: [],
  source: { type: 'original', name: '食品处', url: null, publishedAt: null },
  providers: ['d'],
  authors: null,
  photographer: null,
  bulletin: { publication: null, year: null, issue: null },
  eventDate: null,
  policy: {
    docNumber: null,
    issuedOn: null,
    effectiveOn: null,
    issuer: null,
    topic: null,
    genre: null,
    validity: null,
    indexNumber: null,
  },
  interprets: null,
  guide: {
    basis: null,
    conditions: null,
    materials: null,
    procedure: null,
    place: null,
    hours: null,
    phone: null,
  },
  english: { title: null, summary: null, body: null },
  topics: [],
  imported: { key: null, originalDate: null },
  migrated: false,
}
const missing = (given: Partial<Snapshot>) => missingForSubmit({ ...complete, ...given })
const codes = (given: Partial<Snapshot>) => missing(given).map(({ code }) => code)
const source = (given: Partial<Snapshot['source']>) => ({
  source: { ...complete.source, ...given },
})

describe('第十二条(一) what a text must have before it is submitted', () => {
  it('is nothing more than a complete text has', () => {
    expect(missing({})).toEqual([])
  })

  it.each([
    ['no body', null],
    ['an empty body', richText()],
    ['an empty paragraph', richText(paragraph(''))],
    ['spaces only', richText(paragraph('  　 '))],
    ['an empty list', richText(list('bullet', ['', ' ']))],
  ] satisfies [string, Snapshot['body']][])('asks for the text when there is %s', (_, body) => {
    expect(missing({ body })).toEqual([{ code: 'body-missing', field: 'body' }])
  })

  it.each([
    ['a picture', richText(picture({ id: 'p', media: 'm' }))],
    ['a list', richText(list('number', ['一']))],
    ['a table', richText(table([['甲']]))],
    ['a link', richText(paragraph([link('https://www.gov.cn/', '中国政府网')]))],
  ] satisfies [string, Snapshot['body']][])('takes %s for a text', (_, body) => {
    expect(missing({ body })).toEqual([])
  })

  it('asks for a title of more than spaces', () => {
    expect(missing({ title: '' })).toEqual([{ code: 'title-missing', field: 'title' }])
  })

  it('asks where the text comes from', () => {
    expect(missing(source({ type: null }))).toEqual([
      { code: 'source-type-missing', field: 'source.type' },
    ])
    for (const name of [null, '', ' 　']) {
      expect(missing(source({ name }))).toEqual([
        { code: 'source-name-missing', field: 'source.name' },
      ])
    }
  })

  it('asks for the address of a reprint, and of nothing else', () => {
    const reprint = source({ type: 'reprint', url: null })
    expect(missing(reprint)).toEqual([{ code: 'source-url-missing', field: 'source.url' }])
    expect(missing(source({ type: 'reprint', url: 'https://www.gov.cn/' }))).toEqual([])
  })

  it('asks for the words of pictures, and of pictures only', () => {
    const bare = [{ code: 'alt-missing', field: 'images' }]
    expect(missing({ files: [file(), file({ alt: '' })] })).toEqual(bare)
    expect(missing({ files: [file({ alt: '  ' })] })).toEqual(bare)
    expect(missing({ files: [file({ alt: '', mimeType: 'application/pdf' })] })).toEqual([])
  })

  it.each(keysOf(KINDS))('asks of the kind %s for what belongs to it', (kind: Kind) => {
    const wanted: Partial<Record<Kind, string[]>> = {
      news: ['event-date-missing'],
      policy: ['issued-on-missing'],
      download: ['attachment-missing'],
    }
    expect(codes({ kind })).toEqual(wanted[kind] ?? [])
    expect(
      codes({
        kind,
        eventDate: '2026-01-01T00:00:00.000Z',
        policy: { ...complete.policy, issuedOn: '2026-01-01T00:00:00.000Z' },
        attachments: [{ mediaId: 'm', title: '附件' }],
      }),
    ).toEqual([])
  })

  it('says everything at once', () => {
    const bare = missing({
      title: '',
      kind: 'news',
      body: null,
      files: [file({ alt: '' })],
      ...source({ type: null, name: null }),
    })
    expect(bare.map(({ field }) => field)).toEqual([
      'title',
      'body',
      'source.type',
      'source.name',
      'images',
      'eventDate',
    ])
  })
})
