import { Buffer } from 'node:buffer'
import { readdir } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keysOf } from '../access/keysOf'
import { LARGEST_FILE } from '../access/largestFile'
import { RULES } from '../access/rules'
import { bounded } from '../app/(payload)/api/bounded'
import { codesOf, docOf, firstErrorOf } from '../testing/answers'
import type { Answer } from '../testing/bureau'
import { digestOf, missingId } from '../testing/rows'
import { makeMedia, openWorld, pictureFile, type World } from '../testing/world'
import { link, paragraph, picture, richText, text } from './richText/build'

const MB = 1024 * 1024
const COLLECTIONS = keysOf(RULES)

let world: World
let missing: string
let token: string
let before: Record<string, string>
let versions: { totalDocs: number }

const storedFiles = async () => (await readdir(path.join(world.bureau.dataDir, 'media'))).sort()

beforeAll(async () => {
  world = await openWorld()
  missing = missingId(world.payload)
  token = world.people.author.token
  before = await digestOf(world.payload)
  versions = await world.payload.countVersions({ collection: 'manuscripts', overrideAccess: true })
})
afterAll(() => world?.bureau.close())

type Request = Parameters<World['bureau']['rest']>[0]
const rest = (request: Request) => world.bureau.rest({ token, ...request })
const create = (body: unknown, more: Partial<Request> = {}) =>
  rest({ method: 'POST', path: '/api/manuscripts?depth=0', body, ...more })
const edit = (body: unknown, more: Partial<Request> = {}) =>
  rest({
    method: 'PATCH',
    path: `/api/manuscripts/${world.food.manuscripts.draft}?depth=0`,
    body,
    ...more,
  })

/** The collections that these requests could write; the whole database is compared at the end. */
const nothingWritten = async () => {
  for (const [collection, digest] of Object.entries(
    await digestOf(world.payload, ['manuscripts', 'media', 'desks']),
  )) {
    expect([collection, digest]).toEqual([collection, before[collection]])
  }
}

/** A value of the wrong kind or a name that does not exist: [what is sent, code, field]. */
const BAD_FIELDS: [body: Record<string, unknown>, code: string, field: string][] = [
  [{ foo: 1 }, 'unknown-field', 'foo'],
  [{ source: { foo: 1 } }, 'unknown-field', 'source.foo'],
  [{ attachments: [{ foo: 1 }] }, 'unknown-field', 'attachments.0.foo'],
  [{ deletedAt: '2026-01-01T00:00:00.000Z' }, 'unknown-field', 'deletedAt'],
  [JSON.parse('{ "__proto__": { "sealed": false } }'), 'unknown-field', '__proto__'],
  [{ constructor: { prototype: 1 } }, 'unknown-field', 'constructor'],
  [{ title: 5 }, 'bad-value', 'title'],
  [{ title: { zh: '标题' } }, 'bad-value', 'title'],
  [{ title: ['标题'] }, 'bad-value', 'title'],
  [{ title: true }, 'bad-value', 'title'],
  [{ title: '标\u0000题' }, 'bad-value', 'title'],
  [{ subtitle: 7 }, 'bad-value', 'subtitle'],
  [{ summary: [] }, 'bad-value', 'summary'],
  [{ kind: 'poem' }, 'bad-value', 'kind'],
  [{ kind: ['news'] }, 'bad-value', 'kind'],
  [{ source: '本局' }, 'bad-value', 'source'],
  [{ source: { type: 'stolen' } }, 'bad-value', 'source.type'],
  [{ source: { publishedAt: 'yesterday' } }, 'bad-value', 'source.publishedAt'],
  [{ images: 'x' }, 'bad-value', 'images'],
  [{ images: [5] }, 'bad-value', 'images'],
  [{ images: [null] }, 'bad-value', 'images'],
  [{ attachments: 'x' }, 'bad-value', 'attachments'],
  [{ attachments: [1] }, 'bad-value', 'attachments.0'],
  [{ attachments: { 0: {} } }, 'bad-value', 'attachments'],
  [{ eventDate: 'soon' }, 'bad-value', 'eventDate'],
  [{ eventDate: 20261122 }, 'bad-value', 'eventDate'],
  [{ eventDate: '2026-13-45' }, 'bad-value', 'eventDate'],
  [{ eventDate: '+275760-09-13T00:00:00.000Z' }, 'bad-value', 'eventDate'],
  [{ bulletin: { year: 'MMXXVI' } }, 'bad-value', 'bulletin.year'],
  [{ bulletin: { year: 3 } }, 'bad-value', 'bulletin.year'],
  [{ bulletin: [] }, 'bad-value', 'bulletin'],
  [{ officialDocument: 'yes' }, 'bad-value', 'officialDocument'],
  [{ discarded: 'no' }, 'bad-value', 'discarded'],
  [{ column: 5 }, 'bad-value', 'column'],
  [{ column: { name: 'x' } }, 'bad-value', 'column'],
  [{ topics: [5] }, 'bad-value', 'topics'],
  [{ topics: { id: 'x' } }, 'bad-value', 'topics'],
  [{ policy: { validity: 'eternal' } }, 'bad-value', 'policy.validity'],
  [{ guide: { phone: 110 } }, 'bad-value', 'guide.phone'],
  [{ title: '' }, 'bad-value', 'title'],
  [{ title: '长'.repeat(201) }, 'too-long', 'title'],
  [{ summary: '长'.repeat(1001) }, 'too-long', 'summary'],
  [{ guide: { place: '长'.repeat(4001) } }, 'too-long', 'guide.place'],
  [{ policy: { issuer: '长'.repeat(201) } }, 'too-long', 'policy.issuer'],
  [{ bulletin: { issue: 10001 } }, 'bad-value', 'bulletin.issue'],
  [{ column: null }, 'bad-value', 'column'],
]

describe('a field that does not exist or a value of the wrong kind', () => {
  it.each(BAD_FIELDS)(
    '%j is refused by name, at creation and in an edit',
    async (body, code, field) => {
      const whole = { title: '标题', column: world.food.column, ...body }
      for (const answer of [await edit(body), await create(whole)]) {
        expect([answer.status, codesOf(answer)[0], firstErrorOf(answer)?.field]).toEqual([
          400,
          code,
          field,
        ])
      }
      await nothingWritten()
    },
  )

  it('is refused with all its fellows at once', async () => {
    const answer = await edit({ foo: 1, title: 5, source: { bar: 2, name: [] } })
    expect(codesOf(answer).sort()).toEqual([
      'bad-value',
      'bad-value',
      'unknown-field',
      'unknown-field',
    ])
    await nothingWritten()
  })

  it.each([['title'], ['column']])('a new manuscript without %s is refused', async (name) => {
    const whole = new Map<string, unknown>([
      ['title', '标题'],
      ['column', world.food.column],
    ])
    whole.delete(name)
    const answer = await create(Object.fromEntries(whole))
    expect([answer.status, codesOf(answer), firstErrorOf(answer)?.field]).toEqual([
      400,
      ['bad-value'],
      name,
    ])
    await nothingWritten()
  })
})

describe('a body that is no document', () => {
  it.each(['{', '{"title":', '[1,', 'title=x', "{'title':'x'}", '\u0000', 'NaN'])(
    '%j is refused as no JSON',
    async (body) => {
      for (const answer of [await create(body), await edit(body)]) {
        expect([answer.status, codesOf(answer)]).toEqual([400, ['bad-json']])
      }
      await nothingWritten()
    },
  )

  it.each(['[]', '"x"', '5', 'null', 'true', '[{"title":"x"}]'])('%s is refused', async (body) => {
    for (const answer of [await create(body), await edit(body)]) {
      expect([body, answer.status, codesOf(answer)]).toEqual([body, 400, ['bad-value']])
    }
    await nothingWritten()
  })

  it('of another type of content is refused', async () => {
    for (const type of ['text/plain', 'application/xml', 'multipart/form-data']) {
      const answer = await create('{"title":"x"}', { headers: { 'Content-Type': type } })
      expect([type, answer.status]).toEqual([type, 400])
    }
    await nothingWritten()
  })

  it('that is nested without end is refused, and the process lives', async () => {
    for (const depth of [200, 5_000, 100_000]) {
      const nested = `${'{"root":'.repeat(depth)}1${'}'.repeat(depth)}`
      const answer = await edit(`{"body":${nested}}`)
      expect([depth, answer.status]).toEqual([depth, 400])
    }
    await nothingWritten()
  })

  it('that is too large is refused with 413', async () => {
    const answer = await edit({ summary: 'x'.repeat(7 * MB) })
    expect([answer.status, codesOf(answer)]).toEqual([413, ['body-too-large']])
    const login = await world.bureau.rest({
      method: 'POST',
      path: '/api/users/login',
      body: { email: 'x'.repeat(7 * MB), password: 'x' },
    })
    expect([login.status, codesOf(login)]).toEqual([413, ['body-too-large']])
    const asked = await world.bureau.graphql({
      query: '{ Posts { totalDocs } }',
      variables: { x: 'x'.repeat(7 * MB) },
      token,
    })
    expect([asked.status, codesOf(asked)]).toEqual([413, ['body-too-large']])
    await nothingWritten()
  })

  it('is measured, not believed: a stream without a length, and one with a wrong length', async () => {
    const handler = bounded({
      config: world.bureau.config,
      handler: async (request: globalThis.Request) =>
        Response.json({ size: (await request.arrayBuffer()).byteLength }),
    })
    const stream = (pieces: number) => {
      let left = pieces
      return new ReadableStream<Uint8Array>({
        pull(controller) {
          if (left === 0) controller.close()
          else controller.enqueue(new Uint8Array(MB))
          left -= 1
        },
      })
    }
    const send = (pieces: number, headers: Record<string, string>, url = '/api/posts') =>
      handler(
        new Request(
          `http://127.0.0.1:3000${url}`,
          Object.assign(
            {
              method: 'POST',
              body: stream(pieces),
              headers: { 'Accept-Language': 'en', ...headers },
            },
            { duplex: 'half' },
          ),
        ),
      )
    const json = { 'Content-Type': 'application/json' }
    const form = { 'Content-Type': 'multipart/form-data; boundary=x' }
    expect(await (await send(5, json)).json()).toEqual({ size: 5 * MB })
    const answers = [
      await send(8, json),
      await send(8, { ...json, 'Content-Length': '10' }),
      await send(1, { ...json, 'Content-Length': String(8 * MB) }),
      await send(8, form),
      await send(32, form, '/api/media'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([413, 413, 413, 413, 413])
    expect(await answers[0]?.json()).toEqual({
      errors: [{ code: 'body-too-large', message: 'The body is too large.' }],
    })
    expect((await send(30, form, '/api/media')).status).toBe(200)
  })
})

describe('what a request names', () => {
  const strange = ['x', "' or 1=1", '中文', '00000000-0000-0000-0000-000000000000', '{"$ne":null}']

  it('must exist: columns, topics, posts, departments, people', async () => {
    for (const id of [missing, ...strange]) {
      for (const body of [
        { column: id },
        { topics: [id] },
        { interprets: id },
        { providers: [id] },
        { archived: { by: id } },
      ]) {
        const answer = await edit(body)
        expect([body, answer.status, codesOf(answer)]).toEqual([body, 400, ['reference-missing']])
      }
    }
    await nothingWritten()
  })

  it('must be visible: a removed post of another department is as missing as one that never was', async () => {
    const removed = await edit({ interprets: world.animal.posts.removed })
    const never = await edit({ interprets: missing })
    expect([removed.status, removed.body]).toEqual([never.status, never.body])
    await nothingWritten()
  })

  it('must fit: only a live policy file is interpreted', async () => {
    for (const kind of ['affairs', 'interpretation']) {
      const answer = await edit({ kind, interprets: world.food.posts.published })
      expect([answer.status, codesOf(answer)]).toEqual([400, ['interprets-policy']])
    }
    await nothingWritten()
  })

  it('must be the own department’s: a column', async () => {
    for (const answer of [
      await edit({ column: world.animal.column }),
      await create({ title: '标题', column: world.animal.column }),
    ]) {
      expect([answer.status, codesOf(answer)]).toEqual([403, ['column-not-yours']])
    }
    await nothingWritten()
  })

  it('must be the own department’s: files, wherever they are named; foreign, sealed and missing are the same', async () => {
    const ids = [world.animal.media.draft, world.food.media.refused, missing, ...strange]
    for (const id of ids) {
      if (!id) throw new Error('The world has no such file')
      const inText = richText(paragraph('文'), picture({ id: 'p', media: id }))
      for (const body of [
        { images: [id] },
        { attachments: [{ file: id }] },
        { originals: [id] },
        { body: inText },
        { english: { body: inText } },
      ]) {
        const answer = await edit(body)
        expect([id, answer.status >= 400, codesOf(answer)]).toEqual([id, true, ['file-missing']])
      }
    }
    await nothingWritten()
  })

  it('must be the own department: a provider, unless the Office writes', async () => {
    const answer = await edit({ providers: [world.food.id, world.animal.id] })
    expect([answer.status, codesOf(answer)]).toEqual([403, ['foreign-provider']])
    await nothingWritten()
  })
})

const element = (type: string, more: object = {}, children: unknown[] = []) => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  children,
  ...more,
})
const inRoot = (...children: unknown[]) => ({ root: element('root', {}, children) })
const linkTo = (url: unknown, more: object = {}) =>
  inRoot(
    element('paragraph', {}, [
      element('link', { fields: { linkType: 'custom', url, ...more } }, [text('链接')]),
    ]),
  )

const BAD_TEXTS: [what: string, body: unknown, code: string][] = [
  ['a script', inRoot(element('script', {}, [text('alert(1)')])), 'richtext-node'],
  ['raw HTML', inRoot(element('html', { html: '<b>' })), 'richtext-node'],
  ['a block of code', inRoot(element('code', {}, [text('x')])), 'richtext-node'],
  ['a block', inRoot({ type: 'block', version: 2, fields: { blockType: 'x' } }), 'richtext-node'],
  [
    'a relationship',
    inRoot({ type: 'relationship', relationTo: 'users', value: 'x' }),
    'richtext-node',
  ],
  ['a heading of the first level', inRoot(element('heading', { tag: 'h1' })), 'richtext-node'],
  ['a heading that is a script', inRoot(element('heading', { tag: 'script' })), 'richtext-node'],
  ['a list that is an iframe', inRoot(element('list', { tag: 'iframe' })), 'richtext-node'],
  ['a type that is a number', inRoot({ type: 5 }), 'richtext-node'],
  ['a type of the prototype', inRoot({ type: 'constructor', children: [] }), 'richtext-node'],
  ['no type', inRoot({ children: [] }), 'richtext-node'],
  [
    'a text that is a number',
    inRoot(element('paragraph', {}, [{ type: 'text', text: 5 }])),
    'richtext-node',
  ],
  ['children that are text', inRoot({ type: 'paragraph', children: 'x' }), 'richtext-node'],
  ['a child that is nothing', inRoot(null), 'richtext-node'],
  ['a root in the text', inRoot(element('root')), 'richtext-node'],
  ['a cell outside a table', inRoot(element('tablecell')), 'richtext-node'],
  [
    'a file of another collection',
    inRoot({ type: 'upload', relationTo: 'users', value: 'x' }),
    'richtext-node',
  ],
  ['a file without an id', inRoot({ type: 'upload', relationTo: 'media' }), 'richtext-node'],
  ['no root', { children: [] }, 'richtext-node'],
  ['a root of another type', { root: element('paragraph') }, 'richtext-node'],
  ['something beside the root', { ...inRoot(), html: '<b>' }, 'richtext-node'],
  ['javascript:', linkTo('javascript:alert(1)'), 'richtext-link'],
  ['JavaScript: in disguise', linkTo('JaVa\tScRiPt:alert(1)'), 'richtext-link'],
  ['javascript: after a space', linkTo(' javascript:alert(1)'), 'richtext-link'],
  ['data:', linkTo('data:text/html,<script>1</script>'), 'richtext-link'],
  ['vbscript:', linkTo('vbscript:x'), 'richtext-link'],
  ['file:', linkTo('file:///etc/passwd'), 'richtext-link'],
  ['an address of another host in disguise', linkTo('//evil.example'), 'richtext-link'],
  ['a backslash address', linkTo('/\\evil.example'), 'richtext-link'],
  ['no address', linkTo(undefined), 'richtext-link'],
  ['an address that is an object', linkTo({ toString: 1 }), 'richtext-link'],
  [
    'an inner link',
    linkTo('/x', { linkType: 'internal', doc: { relationTo: 'users', value: 'x' } }),
    'richtext-link',
  ],
]

describe('a rich text from outside', () => {
  it.each(BAD_TEXTS)('with %s is refused', async (_, body, code) => {
    for (const [field, sent] of [
      ['body', { body }],
      ['english.body', { english: { body } }],
    ] as const) {
      const answer = await edit(sent)
      expect([answer.status, codesOf(answer), firstErrorOf(answer)?.field]).toEqual([
        400,
        [code],
        field,
      ])
    }
    await nothingWritten()
  })

  it('sent as text is refused', async () => {
    const answer = await edit({ body: JSON.stringify(linkTo('javascript:alert(1)')) })
    expect([answer.status, codesOf(answer)]).toEqual([400, ['bad-value']])
    await nothingWritten()
  })

  it('through GraphQL is refused alike', async () => {
    const answer = await world.bureau.graphql({
      query: `mutation ($body: JSON) { updateManuscript(id: "${world.food.manuscripts.draft}", data: { body: $body }) { id } }`,
      variables: { body: linkTo('javascript:alert(1)') },
      token,
    })
    expect(codesOf(answer)).toEqual(['richtext-link'])
    await nothingWritten()
  })
})

const asFile = (content: Uint8Array | string, name: string, type = 'application/octet-stream') =>
  new File([typeof content === 'string' ? content : new Uint8Array(content)], name, { type })

const upload = (
  file: File | string | null,
  data: unknown = { alt: '说明' },
  more: Partial<Request> = {},
) => {
  const form = new FormData()
  if (file !== null) form.set('file', file)
  form.set('_payload', typeof data === 'string' ? data : JSON.stringify(data))
  return rest({ method: 'POST', path: '/api/media?depth=0', body: form, ...more })
}

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'

describe('a file from outside', () => {
  let png: Uint8Array
  let files: string[]
  beforeAll(async () => {
    png = await pictureFile(1)
    files = await storedFiles()
  })

  const refusedWith = async (answer: Answer, status: number, code: string) => {
    expect([answer.status, codesOf(answer)]).toEqual([status, [code]])
    expect(await storedFiles()).toEqual(files)
    await nothingWritten()
  }

  it.each([
    ['bild.svg', SVG],
    ['seite.html', '<script>1</script>'],
    ['programm.exe', 'MZ'],
    ['archiv.zip', 'PK'],
    ['bild', 'x'],
    ['.png', 'x'],
    ['bild.png.js', 'x'],
    ['makro.docm', 'PK'],
  ])('%s is not of a kind on the list', async (name, content) => {
    const answer = await upload(asFile(content, name))
    const code = name === '.png' ? 'file-content' : 'file-type'
    await refusedWith(answer, 400, code)
  })

  it.each([
    ['svg.png', SVG, 'image/png'],
    ['html.png', '<html><script>1</script>', 'image/png'],
    ['text.pdf', 'no pdf', 'application/pdf'],
    ['text.docx', 'no document', 'application/msword'],
    ['zip.docx', 'PK\u0003\u0004 not a document', 'application/zip'],
    ['text.doc', 'no document', 'application/msword'],
    ['html.gif', 'GIF', 'image/gif'],
  ])('%s is not what its name says', async (name, content, type) => {
    await refusedWith(await upload(asFile(content, name, type)), 400, 'file-content')
  })

  it('under the name of another kind is refused', async () => {
    await refusedWith(await upload(asFile(png, 'bild.pdf', 'application/pdf')), 400, 'file-content')
    await refusedWith(await upload(asFile(png, 'bild.jpg', 'image/jpeg')), 400, 'file-content')
  })

  it('that breaks off after its first bytes is refused', async () => {
    const answer = await upload(asFile(png.slice(0, 20), 'bild.png', 'image/png'))
    expect([answer.status, codesOf(answer).length]).toEqual([400, 1])
    expect(await storedFiles()).toEqual(files)
    await nothingWritten()
  })

  it('without an alternative text is refused if it is a picture', async () => {
    for (const data of [{}, { alt: '' }, { alt: '   ' }, { alt: null }]) {
      await refusedWith(await upload(asFile(png, 'bild.png'), data), 403, 'alt-missing')
    }
    await refusedWith(await upload(asFile(png, 'bild.png'), { alt: 5 }), 400, 'bad-value')
  })

  it('that is none is refused', async () => {
    await refusedWith(await upload(null), 400, 'file-required')
    await refusedWith(await upload(asFile('', 'leer.png')), 400, 'file-required')
    const plain = await rest({ method: 'POST', path: '/api/media', body: { alt: '说明' } })
    await refusedWith(plain, 400, 'file-required')
  })

  it('that is too large is refused with 413', async () => {
    const large = new Uint8Array(LARGEST_FILE + 1)
    large.set(png)
    const answer = await upload(asFile(large, 'gross.png'))
    expect(firstErrorOf(answer)?.message).toBe('文件过大，每个文件不得超过 30 MB。')
    await refusedWith(answer, 413, 'file-too-large')
    const larger = new Uint8Array(LARGEST_FILE + 2 * MB)
    await refusedWith(await upload(asFile(larger, 'gross.png')), 413, 'file-too-large')
  })

  it('with data that are no JSON, unknown or the server’s is refused', async () => {
    await refusedWith(await upload(asFile(png, 'bild.png'), '{'), 400, 'bad-json')
    const unknown = await upload(asFile(png, 'bild.png'), { alt: '说明', foo: 1 })
    await refusedWith(unknown, 400, 'unknown-field')
    for (const own of [{ department: world.animal.id }, { sha256: 'x' }, { sealed: true }]) {
      await refusedWith(
        await upload(asFile(png, 'bild.png'), { alt: '说明', ...own }),
        403,
        'server-field',
      )
    }
  })

  it('is not fetched from anywhere instead', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end(png)
    }).listen(0, '127.0.0.1')
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const url = `http://127.0.0.1:${port}/bild.png`
    const data = { alt: '说明', url, filename: 'bild.png' }
    await refusedWith(await upload(null, data), 400, 'file-required')
    const described = JSON.stringify({ filename: 'bild.png', mimeType: 'image/png', size: 9, url })
    const answer = await upload(described, data)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    const plain = await rest({ method: 'POST', path: '/api/media', body: data })
    await refusedWith(plain, 400, 'file-required')
    expect(asked).toEqual([])
    server.close()
  })

  it('in a second copy is refused', async () => {
    const form = new FormData()
    form.append('file', asFile(png, 'a.png'))
    form.append('file', asFile(png, 'b.png'))
    form.set('_payload', '{"alt":"说明"}')
    const answer = await rest({ method: 'POST', path: '/api/media', body: form })
    expect([400, 413]).toContain(answer.status)
    expect(await storedFiles()).toEqual(files)
    await nothingWritten()
  })

  it.each([
    '../../evil.png',
    '..\\..\\evil.png',
    '/etc/evil.png',
    'a\u0000b.png',
    '中文 图片.png',
    `${'长'.repeat(300)}.png`,
    'con.png',
    '%2e%2e%2fevil.png',
    '<img onerror=1>.png',
  ])('named %j stays in its folder, or is refused', async (name) => {
    const answer = await upload(asFile(png, name, 'image/png'))
    expect([201, 400]).toContain(answer.status)
    const now = await storedFiles()
    if (answer.status === 201) {
      const { id, filename } = docOf(answer)
      expect(now).toContain(filename)
      expect(String(filename)).not.toMatch(/[/\\\0<>]/)
      await world.payload.db.deleteOne({ collection: 'media', where: { id: { equals: id } } })
    }
    const outside = await readdir(path.dirname(world.bureau.dataDir))
    expect(outside.filter((entry) => entry.includes('evil'))).toEqual([])
    files = now
  })

  it('is never replaced: neither the file nor its row', async () => {
    const form = new FormData()
    form.set('file', asFile(png, 'neu.png', 'image/png'))
    form.set('_payload', '{"alt":"neu"}')
    const answer = await rest({
      method: 'PATCH',
      path: `/api/media/${world.food.media.draft}`,
      body: form,
    })
    expect(answer.status).toBe(403)
    expect(await storedFiles()).toEqual(files)
    await nothingWritten()
  })
})

const STRANGE_IDS = [
  'abc',
  '0',
  '-1',
  '1e9',
  'null',
  'undefined',
  'true',
  "'",
  '%20',
  '%00',
  '%zz',
  '%E4%B8%AD',
  '%F0%28%8C%28',
  '[object%20Object]',
  '$where',
  'x'.repeat(3000),
  '00000000-0000-0000-0000-000000000000',
  'ffffffffffffffffffffffff',
]

describe('an id that is none', () => {
  it.each(STRANGE_IDS)('%s is a bad request or not found, in every collection', async (id) => {
    for (const slug of COLLECTIONS) {
      const answers = [
        await rest({ path: `/api/${slug}/${id}` }),
        await rest({ path: `/api/${slug}/versions/${id}` }),
        await rest({ method: 'POST', path: `/api/${slug}/versions/${id}` }),
        await rest({ method: 'POST', path: `/api/${slug}/access/${id}`, body: {} }),
        await rest({ method: 'PATCH', path: `/api/${slug}/${id}`, body: {} }),
        await rest({ method: 'DELETE', path: `/api/${slug}/${id}` }),
      ]
      for (const { status } of answers)
        expect([slug, [400, 403, 404]]).toEqual([slug, expect.arrayContaining([status])])
    }
    const routes = [
      `/api/manuscripts/${id}/submit`,
      ...['sign', 'return', 'refer', 'hold', 'release', 'cancel'].map(
        (action) => `/api/application-forms/${id}/${action}`,
      ),
      `/api/posts/${id}/withdraw`,
      `/api/posts/${id}/remove`,
    ]
    for (const route of routes) {
      const { status } = await rest({ method: 'POST', path: route, body: {} })
      expect([route.slice(0, 80), [400, 404]]).toEqual([
        route.slice(0, 80),
        expect.arrayContaining([status]),
      ])
    }
    await nothingWritten()
  })

  it('over GraphQL finds nothing', async () => {
    for (const id of ['abc', "'", '\\u0000', 'x'.repeat(3000)]) {
      const answer = await world.bureau.graphql({
        query: `{ Manuscript(id: "${id}") { id } Post(id: "${id}") { id } }`,
        token,
      })
      expect(answer.status).toBeLessThan(500)
      expect(JSON.stringify(answer.body)).not.toContain('server-error')
    }
  })
})

const encode = (value: unknown) => encodeURIComponent(JSON.stringify(value))

const STRANGE_QUERIES = [
  'page=0',
  'page=-1',
  'page=abc',
  'page=1.5',
  'page=1e99',
  'page[]=1',
  'limit=1.5',
  'limit[]=5',
  'depth=-1',
  'depth=abc',
  'depth=1.5',
  'sort=unknown',
  'sort=-',
  'sort=title;drop',
  'sort[]=title&sort[]=number',
  'sort[a]=title',
  `sort=${'title,'.repeat(50)}`,
  'where=abc',
  'where={',
  `where=${encode([])}`,
  `where=${encode('x')}`,
  `where=${encode({ id: 'x' })}`,
  `where=${encode({ id: { equals: { $ne: null } } })}`,
  `where=${encode({ id: { in: [{ $ne: 1 }] } })}`,
  `where=${encode({ id: { in: Array.from({ length: 500 }, () => 'x') } })}`,
  `where=${encode({ or: [null] })}`,
  `where=${encode({ or: ['x'] })}`,
  `where=${encode({ or: { 0: {} } })}`,
  `where=${encode({ and: 'x' })}`,
  `where=${encode({ title: { contains: { title: { equals: 'x' } } } })}`,
  'where[id]=x',
  'where[id][foo]=x',
  'where[foo][equals]=x',
  'where[foo.bar][equals]=x',
  'where[title.foo][equals]=x',
  'where[createdBy.name.foo][equals]=x',
  'where[department.code][equals]=food',
  'where[id][equals][a]=b',
  'where[id][in]=',
  'where[id][in][0][a]=1',
  'where[id][exists]=maybe',
  'where[id][equals]=%00',
  'where[id][like]=%25',
  'where[title][like]=%5C%5C%25_%27%22',
  'where[title][equals]=%F0%9F%98%80',
  'where[title][near]=1,2,3',
  'where[title][within]=x',
  'where[$where][equals]=1',
  'where[title][$ne]=x',
  'where[title][$regex]=x',
  'where[constructor][equals]=1',
  'where[__proto__][equals]=1',
  'where[_id][equals]=x',
  'where[updatedAt][greater_than]=abc',
  'where[updatedAt][equals]=',
  'where[updatedAt][in]=abc,def',
  'where[rev][equals]=abc',
  'where[rev][greater_than]=abc',
  'where[number][in]=abc',
  'where[number][equals]=1e999',
  'where[state][equals]=unknown',
  'where[kind][in]=unknown,other',
  'where[order][like]=abc',
  'where[active][equals]=maybe',
  'where[createdBy][equals]=abc',
  'where[department][in]=abc,def',
  'where[department][equals][relationTo]=users',
  `where[title][like]=${'x'.repeat(5000)}`,
  `where${'[or][0]'.repeat(8)}[title][equals]=x`,
  'select=abc',
  'select[foo]=true',
  'select[id]=abc',
  'populate=abc',
  'populate[foo][bar]=true',
  'populate[users]=abc',
  'joins=abc',
  'joins[foo][limit]=1',
  'draft=abc',
  'locale=xx&fallbackLocale=yy',
  'trash=abc',
  '&&&===',
  `${'a[b]'.repeat(50)}=1`,
]

describe('a question of an odd shape', () => {
  it.each(STRANGE_QUERIES)('%s is answered or refused, never a fault', async (query) => {
    const office = world.people['office-editor'].token
    const asked: [by: string, url: string][] = [
      [token, `/api/manuscripts?${query}`],
      [token, `/api/manuscripts/count?${query}`],
      [token, `/api/manuscripts/versions?${query}`],
      [token, `/api/application-forms?${query}`],
      [token, `/api/users?${query}`],
      [office, `/api/posts?${query}`],
      [office, `/api/columns/count?${query}`],
      [office, `/api/filings?${query}`],
      [office, `/api/publication-records?${query}`],
    ]
    for (const [by, url] of asked) {
      const answer = await rest({ path: url, token: by })
      const shown = url.slice(0, 200)
      expect([shown, [200, 400]]).toEqual([shown, expect.arrayContaining([answer.status])])
      if (answer.status !== 200) expect(codesOf(answer)[0]).toMatch(/^[a-z-]+$/)
    }
  })

  it.each([
    ['page=-1', 'page-out-of-range'],
    ['page=abc', 'page-out-of-range'],
    ['depth=abc', 'bad-query'],
    ['where[foo][equals]=x', 'bad-query'],
    ['where[id][foo]=x', 'bad-query'],
    ['where={', 'bad-json'],
    ['sort=title;drop', 'bad-query'],
  ])('%s is refused as %s', async (query, code) => {
    const answer = await rest({ path: `/api/manuscripts?${query}` })
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
  })

  it('of many rows in bulk changes none', async () => {
    for (const query of STRANGE_QUERIES) {
      const answer = await rest({
        method: 'PATCH',
        path: `/api/manuscripts?${query}`,
        body: { title: '改' },
      })
      expect(answer.status).toBeLessThan(500)
      expect(answer.status).toBeGreaterThanOrEqual(400)
    }
    await nothingWritten()
  })
})

describe('a route that does not exist', () => {
  it.each([
    ['GET', '/api/nothing'],
    ['GET', '/api/nothing/1'],
    ['POST', '/api/nothing'],
    ['PUT', '/api/manuscripts'],
    ['PUT', '/api/manuscripts/1'],
    ['POST', '/api/globals/nothing'],
    ['GET', '/api/globals/nothing'],
    ['GET', '/api/%zz'],
    ['GET', '/api/__proto__'],
    ['GET', '/api/constructor'],
    ['GET', '/api/toString/1'],
  ] as const)('%s %s is not found', async (method, url) => {
    const answer = await rest({ method, path: url, ...(method === 'GET' ? {} : { body: {} }) })
    expect([400, 403, 404]).toContain(answer.status)
  })
})

describe('settings', () => {
  const settings = (body: unknown) =>
    world.bureau.rest({
      method: 'POST',
      path: '/api/globals/site-settings',
      body,
      token: world.people['office-editor'].token,
    })

  it.each([
    [{ foo: 1 }, 'unknown-field'],
    [{ siteName: 5 }, 'bad-value'],
    [{ contact: 'x' }, 'bad-value'],
    [{ contact: { foo: 1 } }, 'unknown-field'],
    [{ bureauLeaders: [{ foo: 1 }] }, 'unknown-field'],
    [{ migrationUntil: 'soon' }, 'bad-value'],
    [{ siteName: '长'.repeat(101) }, 'too-long'],
    [[], 'bad-value'],
    ['{', 'bad-json'],
  ])('%j are refused', async (body, code) => {
    const answer = await settings(body)
    expect([answer.status, codesOf(answer)]).toEqual([400, [code]])
  })
})

describe('after all of this', () => {
  it('the database is as it was', async () => {
    expect(await digestOf(world.payload)).toEqual(before)
    expect(
      await world.payload.countVersions({ collection: 'manuscripts', overrideAccess: true }),
    ).toEqual(versions)
  })
})

describe('a row inside a document', () => {
  it('with the id of a row of another document neither fails nor takes that row away', async () => {
    const file = await makeMedia({
      payload: world.payload,
      department: world.food.id,
      name: 'anhang',
    })
    const own = docOf(await edit({ attachments: [{ file, title: '甲' }] }))
    const [row] = Array.isArray(own.attachments) ? own.attachments : []
    const other = await rest({
      method: 'PATCH',
      path: `/api/manuscripts/${world.food.manuscripts.colleague}?depth=0`,
      body: { attachments: [{ id: row.id, file, title: '乙' }] },
      token: world.people['department-admin'].token,
    })
    expect(other.status).toBeLessThan(500)
    const kept = await world.payload.findByID({
      collection: 'manuscripts',
      id: world.food.manuscripts.draft,
      depth: 0,
      overrideAccess: true,
    })
    expect(kept.attachments).toMatchObject([{ title: '甲' }])
  })
})

describe('the words of a refusal', () => {
  const LANGUAGES: [headers: Record<string, string>, words: string][] = [
    [{}, '没有这个字段。'],
    [{ 'Accept-Language': 'zh-CN,zh;q=0.9' }, '没有这个字段。'],
    [{ 'Accept-Language': 'en-GB,en;q=0.9' }, 'There is no such field.'],
    [{ 'Accept-Language': 'fr' }, '没有这个字段。'],
    [{ 'Accept-Language': 'x'.repeat(5000) }, '没有这个字段。'],
    [{ Cookie: 'payload-lng=en' }, 'There is no such field.'],
  ]

  it.each(LANGUAGES)('for %j are in the reader’s language', async (headers, words) => {
    const answer = await edit({ foo: 1 }, { headers })
    expect(firstErrorOf(answer)).toEqual({ code: 'unknown-field', message: words, field: 'foo' })
  })

  it.each([
    ['a foreign row', () => ({ path: `/api/manuscripts/${world.animal.manuscripts.draft}` })],
    ['no right', () => ({ path: '/api/publication-records' })],
    ['a bad query', () => ({ path: '/api/manuscripts?where[foo][equals]=1' })],
    ['no JSON', () => ({ method: 'POST' as const, path: '/api/manuscripts', body: '{' })],
    [
      'a wrong password',
      () => ({
        method: 'POST' as const,
        path: '/api/users/login',
        body: { email: 'a@b.cn', password: 'x' },
      }),
    ],
    [
      'a missing title',
      () => ({
        method: 'POST' as const,
        path: '/api/manuscripts',
        body: { column: world.food.column },
      }),
    ],
  ])('for %s are Chinese, or English when asked, with a code', async (_, request) => {
    const zh = firstErrorOf(await rest(request()))
    const en = firstErrorOf(await rest({ ...request(), headers: { 'Accept-Language': 'en' } }))
    expect(zh?.message).toMatch(/\p{Script=Han}/u)
    expect(en?.message).not.toMatch(/[。，]/)
    expect([zh?.code, en?.code]).toEqual([expect.stringMatching(/^[a-z-]+$/), zh?.code])
  })

  it('never tell how the server is made', async () => {
    const answer = await edit({ foo: 1 }, { headers: { 'Accept-Language': 'en' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/stack|node_modules|sqlite|mongo/i)
    expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThan(1000)
  })
})

describe('a good link', () => {
  it('goes through the same gate', async () => {
    const body = richText(paragraph([text('见'), link('https://www.gov.cn/', '政府网')]))
    expect((await edit({ body })).status).toBe(200)
  })
})
