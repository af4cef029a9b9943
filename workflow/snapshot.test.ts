import { describe, expect, it } from 'vitest'
import { paragraph, picture, richText } from '../collections/richText/build'
import type { ApplicationForm, Manuscript, Media } from '../payload-types'
import { hashReasons } from './proof'
import {
  canonicalJson,
  canonicalText,
  readSnapshot,
  type Snapshot,
  sha256,
  snapshotOf,
} from './snapshot'

const AT = '2026-01-05T02:00:00.000Z'

const media = (id: string, given: Partial<Media> = {}): Media => ({
  id,
  sha256: id.repeat(8),
  filename: `${id}.png`,
  alt: `说明 ${id}`,
  mimeType: 'image/png',
  filesize: 120,
  width: 40,
  height: 30,
  createdAt: AT,
  updatedAt: AT,
  ...given,
})

/** A manuscript in which no field that is rendered is empty. */
const full: Manuscript = {
  id: 'manuscript',
  title: '关于开展进出口食品安全专项检查的通知',
  subtitle: '副标题',
  column: 'column-news',
  department: 'department-food',
  kind: 'policy',
  summary: '摘要',
  body: richText(paragraph('正文'), picture({ id: 'p1', media: 'in-text' })),
  images: ['picture'],
  attachments: [{ id: 'row', file: 'sheet', title: '附件一' }],
  originals: ['draft'],
  officialDocument: false,
  source: {
    type: 'reprint',
    name: '海关总署',
    url: 'https://www.customs.gov.cn/',
    publishedAt: '2026-01-01T00:00:00.000Z',
  },
  providers: ['department-food', 'department-animal'],
  authors: '王一',
  photographer: '李二',
  bulletin: { publication: '《辽宁检验检疫信息》', year: 2026, issue: 3 },
  eventDate: '2026-01-02T00:00:00.000Z',
  policy: {
    docNumber: '辽检食〔2026〕1号',
    issuedOn: '2026-01-03T00:00:00.000Z',
    effectiveOn: '2026-02-01T00:00:00.000Z',
    issuer: '辽宁局',
    topic: '食品安全',
    genre: '通知',
    validity: 'valid',
    indexNumber: 'LN-2026-1',
  },
  interprets: 'post-1',
  guide: {
    basis: '依据',
    conditions: '条件',
    materials: '材料',
    procedure: '流程',
    place: '地点',
    hours: '时间',
    phone: '电话',
  },
  english: { title: 'Title', summary: 'Summary', body: richText(paragraph('Text')) },
  topics: ['topic-1'],
  imported: { key: 'law|2020-01-01', originalDate: '2020-01-01T00:00:00.000Z' },
  createdBy: 'author',
  lastEditedBy: 'author',
  archived: { fileNumber: '1', on: AT, by: 'author' },
  discarded: false,
  sealed: false,
  createdAt: AT,
  updatedAt: AT,
}
const files = [media('picture'), media('in-text'), media('sheet', { mimeType: 'application/pdf' })]

const freeze = (given: Partial<Manuscript> = {}, rows: Media[] = files, migrated = false) =>
  snapshotOf({ manuscript: { ...full, ...given }, media: rows, migrated })
const hashOf = (snapshot: Snapshot) => sha256(canonicalText(snapshot))

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The paths of all values of a document that are no documents themselves. */
const leavesOf = (value: unknown, path: (string | number)[] = []): (string | number)[][] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]))
  if (!isRecord(value)) return [path]
  return Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...path, key]))
}

const changed = (value: unknown): unknown => {
  if (typeof value === 'number') return value + 1
  if (typeof value === 'boolean') return !value
  return `${String(value)}改`
}

/** A copy with one leaf changed. */
const changedAt = (value: unknown, [head, ...rest]: (string | number)[]): unknown => {
  if (head === undefined) return changed(value)
  if (Array.isArray(value)) {
    return value.map((item, index) => (index === head ? changedAt(item, rest) : item))
  }
  if (!isRecord(value)) throw new Error('A path leads through documents and lists')
  return { ...value, [head]: changedAt(value[head], rest) }
}

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, item]) => [key, reversed(item)] as const)
  return Object.fromEntries(entries.reverse())
}

describe('the canonical text', () => {
  it('is this very text: another one would break every signature ever given', () => {
    const text = canonicalText(
      freeze({
        subtitle: null,
        images: [],
        attachments: [],
        body: richText(paragraph('正文')),
        providers: ['department-food'],
        topics: [],
        interprets: null,
        source: { type: 'original', name: '食品处' },
        bulletin: {},
        policy: {},
        guide: {},
        english: {},
        imported: {},
        eventDate: null,
        photographer: '',
        authors: null,
        kind: 'notice',
      }),
    )
    expect(text).toBe(
      '{"attachments":[],"authors":null,' +
        '"body":{"root":{"children":[{"children":[{"detail":0,"format":0,"mode":"normal","style":"","text":"正文","type":"text","version":1}],' +
        '"direction":"ltr","format":"","indent":0,"textFormat":0,"textStyle":"","type":"paragraph","version":1}],' +
        '"direction":"ltr","format":"","indent":0,"type":"root","version":1}},' +
        '"bulletin":{"issue":null,"publication":null,"year":null},' +
        '"column":"column-news","department":"department-food",' +
        '"english":{"body":null,"summary":null,"title":null},"eventDate":null,"files":[],' +
        '"guide":{"basis":null,"conditions":null,"hours":null,"materials":null,"phone":null,"place":null,"procedure":null},' +
        '"images":[],"imported":{"key":null,"originalDate":null},"interprets":null,"kind":"notice","migrated":false,"photographer":null,' +
        '"policy":{"docNumber":null,"effectiveOn":null,"genre":null,"indexNumber":null,"issuedOn":null,"issuer":null,"topic":null,"validity":null},' +
        '"providers":["department-food"],"schema":1,' +
        '"source":{"name":"食品处","publishedAt":null,"type":"original","url":null},' +
        '"subtitle":null,"summary":"摘要","title":"关于开展进出口食品安全专项检查的通知","topics":[]}',
    )
    expect(sha256(text)).toBe('a11434fe5f3dd2e65018e6669bf5a3e457bac4d2c307bd601178955b324c033d')
  })

  it('does not depend on the order of keys', () => {
    const snapshot = freeze()
    expect(canonicalText(readSnapshot(JSON.stringify(reversed(snapshot))))).toBe(
      canonicalText(snapshot),
    )
  })

  it('depends on the order of lists: pictures, providers and paragraphs are read in order', () => {
    const turned = freeze({ providers: [...(full.providers ?? [])].reverse() })
    expect(hashOf(turned)).not.toBe(hashOf(freeze()))
  })

  it('reads back as the snapshot it was made from', () => {
    expect(readSnapshot(canonicalText(freeze()))).toEqual(freeze())
  })
})

describe('the hash', () => {
  const snapshot = freeze()
  const leaves = leavesOf(snapshot).filter(([head]) => head !== 'schema')

  it.each(leaves.map((path) => ({ path, name: path.join('.') })))(
    'changes with $name',
    ({ path }) => {
      const other = canonicalJson(changedAt(snapshot, path))
      expect(sha256(other)).not.toBe(hashOf(snapshot))
    },
  )

  const rendered: Record<string, Partial<Manuscript>> = {
    title: { title: '改' },
    subtitle: { subtitle: '改' },
    column: { column: 'other' },
    department: { department: 'other' },
    kind: { kind: 'notice' },
    summary: { summary: '改' },
    body: { body: richText(paragraph('改')) },
    images: { images: ['picture', 'sheet'] },
    attachments: { attachments: [{ file: 'sheet', title: '改' }] },
    'source.type': { source: { ...full.source, type: 'original' } },
    'source.name': { source: { ...full.source, name: '改' } },
    'source.url': { source: { ...full.source, url: 'https://example.org/' } },
    'source.publishedAt': { source: { ...full.source, publishedAt: AT } },
    providers: { providers: ['department-food'] },
    authors: { authors: '改' },
    photographer: { photographer: '改' },
    'bulletin.publication': { bulletin: { ...full.bulletin, publication: '改' } },
    'bulletin.year': { bulletin: { ...full.bulletin, year: 2025 } },
    'bulletin.issue': { bulletin: { ...full.bulletin, issue: 4 } },
    eventDate: { eventDate: AT },
    'policy.docNumber': { policy: { ...full.policy, docNumber: '改' } },
    'policy.issuedOn': { policy: { ...full.policy, issuedOn: AT } },
    'policy.effectiveOn': { policy: { ...full.policy, effectiveOn: AT } },
    'policy.issuer': { policy: { ...full.policy, issuer: '改' } },
    'policy.topic': { policy: { ...full.policy, topic: '改' } },
    'policy.genre': { policy: { ...full.policy, genre: '改' } },
    'policy.validity': { policy: { ...full.policy, validity: 'repealed' } },
    'policy.indexNumber': { policy: { ...full.policy, indexNumber: '改' } },
    interprets: { interprets: 'post-2' },
    'guide.basis': { guide: { ...full.guide, basis: '改' } },
    'guide.conditions': { guide: { ...full.guide, conditions: '改' } },
    'guide.materials': { guide: { ...full.guide, materials: '改' } },
    'guide.procedure': { guide: { ...full.guide, procedure: '改' } },
    'guide.place': { guide: { ...full.guide, place: '改' } },
    'guide.hours': { guide: { ...full.guide, hours: '改' } },
    'guide.phone': { guide: { ...full.guide, phone: '改' } },
    'english.title': { english: { ...full.english, title: '改' } },
    'english.summary': { english: { ...full.english, summary: '改' } },
    'english.body': { english: { ...full.english, body: richText(paragraph('改')) } },
    topics: { topics: [] },
    'imported.key': { imported: { ...full.imported, key: '改' } },
    'imported.originalDate': { imported: { ...full.imported, originalDate: AT } },
  }
  it.each(Object.entries(rendered))("changes with the manuscript's %s", (_, change) => {
    expect(hashOf(freeze(change))).not.toBe(hashOf(freeze()))
  })

  it.each([
    ['the bytes', { sha256: 'other' }],
    ['the alternative text', { alt: '改' }],
    ['the name', { filename: 'other.png' }],
  ] satisfies [string, Partial<Media>][])('changes with %s of a file', (_, change) => {
    const [picked, ...rest] = files
    if (!picked) throw new Error('There are files')
    expect(hashOf(freeze({}, [{ ...picked, ...change }, ...rest]))).not.toBe(hashOf(freeze()))
  })

  it('changes when the text comes by the route of migration', () => {
    expect(hashOf(freeze({}, files, true))).not.toBe(hashOf(freeze()))
  })

  it.each([
    ['who wrote it', { createdBy: 'other', lastEditedBy: 'other' }],
    ['its originals', { originals: [] }],
    ['where it is archived', { archived: {}, officialDocument: true }],
    ['when it was saved', { updatedAt: '2026-02-01T00:00:00.000Z' }],
  ] satisfies [string, Partial<Manuscript>][])(
    'does not change with %s, which nobody sees',
    (_, change) => {
      expect(hashOf(freeze(change))).toBe(hashOf(freeze()))
    },
  )
})

describe('the snapshot', () => {
  it('leaves no field of a text out', () => {
    const { body: _, english: __, ...fields } = freeze()
    const empty = leavesOf(fields).filter((path) => {
      const value = path.reduce<unknown>(
        (at, key) => (isRecord(at) || Array.isArray(at) ? Reflect.get(at, key) : undefined),
        fields,
      )
      return value === null || value === undefined
    })
    expect(empty).toEqual([])
  })

  it('embeds each file once, pictures first, then those of the text, then attachments', () => {
    const twice = freeze({ images: ['picture', 'in-text'] })
    expect(twice.files.map(({ mediaId }) => mediaId)).toEqual(['picture', 'in-text', 'sheet'])
    expect(twice.images).toEqual(['picture', 'in-text'])
    expect(freeze().files[0]).toEqual({
      mediaId: 'picture',
      sha256: 'picture'.repeat(8),
      filename: 'picture.png',
      alt: '说明 picture',
      mimeType: 'image/png',
      size: 120,
      width: 40,
      height: 30,
    })
  })

  it('第十二条(四) embeds no originals', () => {
    const rows = [...files, media('draft')]
    expect(freeze({}, rows).files.some(({ mediaId }) => mediaId === 'draft')).toBe(false)
  })

  it('names an attachment without a title by its file', () => {
    const { attachments } = freeze({ attachments: [{ file: 'sheet', title: null }] })
    expect(attachments).toEqual([{ mediaId: 'sheet', title: 'sheet.png' }])
  })

  it('is not read from a text of an unknown schema', () => {
    const other = JSON.stringify({ ...freeze(), schema: 2 })
    expect(() => readSnapshot(other)).toThrow()
  })
})

describe('the stored text', () => {
  const form = (given: Partial<ApplicationForm>): ApplicationForm => ({
    id: 'form',
    createdAt: AT,
    updatedAt: AT,
    ...given,
  })
  /** The same content as the canonical text, in another order and with a space. */
  const unusual = `${JSON.stringify(reversed(freeze()))} `

  it('is verified as it is stored, never as it would be written today', () => {
    expect(hashReasons(form({ snapshot: unusual, contentHash: sha256(unusual) }))).toEqual([])
  })

  it('is refused when only its spelling differs from what was hashed', () => {
    const reasons = hashReasons(form({ snapshot: unusual, contentHash: hashOf(freeze()) }))
    expect(reasons).toEqual([{ code: 'hash-mismatch' }])
  })

  it('is refused when it is gone', () => {
    expect(hashReasons(form({ snapshot: null, contentHash: hashOf(freeze()) }))).toEqual([
      { code: 'hash-mismatch' },
    ])
  })
})
