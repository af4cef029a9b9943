import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { RequiredDataFromCollectionSlug } from 'payload'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { embedded } from '../../collections/media/embedded'
import { variantsMade } from '../../collections/media/makeVariants'
import { heading, paragraph, richText } from '../../collections/richText/build'
import { archivePageOf, postUrl } from '../../collections/urls'
import { type Bureau, openBureau } from '../../testing/bureau'
import { makeAccount } from '../../testing/world'

let bureau: Bureau
let ids: Record<string, string>
let posts: Record<string, string>

const REQUEST = new Request('http://127.0.0.1:3000/')

const read = async (answer: Response | Promise<Response>) => {
  const response = await answer
  const type = response.headers.get('content-type') ?? ''
  return { status: response.status, type, text: await response.text() }
}
const withParams = <Params>(params: Params) => ({ params: Promise.resolve(params) })

const home = async () => read((await import('./route')).GET())
const column = async (path: string) => {
  const { GET } = await import('./columns/[...path]/route')
  return read(GET(REQUEST, withParams({ path: path.split('/') })))
}
const post = async (path: string) => {
  const [, , year = '', file = ''] = path.split('/')
  const { GET } = await import('./posts/[year]/[file]/route')
  return read(GET(REQUEST, withParams({ year, file })))
}
const department = async (code: string) => {
  const { GET } = await import('./departments/[code]/route')
  return read(GET(REQUEST, withParams({ code })))
}
const feed = async (path: string) => {
  const { GET } = await import('./feeds/[...path]/route')
  return read(GET(REQUEST, withParams({ path: `${path}.xml`.split('/') })))
}
const sitemap = async (part: number) => {
  const { GET } = await import('./sitemaps/[file]/route')
  return read(GET(REQUEST, withParams({ file: `${part}.xml` })))
}
const data = async (part: number) => {
  const { GET } = await import('./data/posts/[file]/route')
  return read(GET(REQUEST, withParams({ file: `${part}.json` })))
}
const dataIndex = async () => read((await import('./data/posts.json/route')).GET())
const topic = async (code: string) => {
  const { GET } = await import('./topics/[code]/route')
  return read(GET(REQUEST, withParams({ code })))
}
const english = async (path: string) => {
  const [, , , year = '', file = ''] = path.split('/')
  const { GET } = await import('./en/posts/[year]/[file]/route')
  return read(GET(REQUEST, withParams({ year, file })))
}
const asset = async (file: string) => {
  const { GET } = await import('./assets/[file]/route')
  return read(GET(REQUEST, withParams({ file })))
}

type PostData = RequiredDataFromCollectionSlug<'posts'>

let counter = 0
const publish = async (some: Partial<PostData> & Pick<PostData, 'column' | 'title'>) => {
  counter += 1
  const number = counter
  const path = postUrl({ number, year: 2026 })
  const { id } = await bureau.payload.create({
    collection: 'posts',
    overrideAccess: true,
    data: {
      number,
      path,
      columnSeq: number,
      state: 'live',
      kind: 'news',
      department: ids.food,
      providers: ids.food ? [ids.food] : [],
      publishedAt: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
      revision: 1,
      migrated: false,
      body: richText(paragraph(`${some.title}的正文。`)),
      files: [],
      images: [],
      attachments: [],
      source: { type: 'original', name: '食品处' },
      manuscriptKey: `test-${number}`,
      ...some,
    },
  })
  return { id, path }
}

const addDepartment = async (code: string, name: string) => {
  const { id } = await bureau.payload.create({
    collection: 'departments',
    overrideAccess: true,
    data: { code, name, kind: 'internal', mark: 'none', active: true },
  })
  return id
}

type ColumnData = RequiredDataFromCollectionSlug<'columns'>

const addColumn = async (some: Pick<ColumnData, 'name' | 'code'> & Partial<ColumnData>) => {
  const { id } = await bureau.payload.create({
    collection: 'columns',
    overrideAccess: true,
    data: {
      pillar: 'news',
      columnType: '工作动态',
      listKind: 'news',
      route: 'department',
      contributors: 'none',
      owners: [{ department: ids.food ?? '', from: '2020-01-01T00:00:00.000Z' }],
      ...some,
    },
  })
  return id
}

beforeAll(async () => {
  bureau = await openBureau()
  ids = {}
  posts = {}
  ids.food = await addDepartment('food', '食品处')
  ids.animal = await addDepartment('animal', '动植处')
  ids.news = await addColumn({ name: '要闻', code: 'news', order: 1 })
  ids.foodPage = await addColumn({ name: '食品', code: 'food', order: 2, listKind: 'page' })
  ids.updates = await addColumn({ name: '食品动态', code: 'updates', parent: ids.foodPage })
  ids.laws = await addColumn({
    name: '法规',
    code: 'laws',
    pillar: 'information',
    columnType: '政策文件',
    listKind: 'policy',
  })
  await bureau.payload.updateGlobal({
    slug: 'site-settings',
    overrideAccess: true,
    data: { siteName: '检验检疫局', domain: 'www.ciq.example', siteIdCode: 'bm99010001' },
  })
  for (let index = 1; index <= 45; index += 1) {
    await publish({ column: ids.news, title: `要闻第${index}则`, columnSeq: index })
  }
  const page = await publish({ column: ids.foodPage, title: '食品工作简介' })
  const update = await publish({ column: ids.updates, title: '樱桃查验' })
  const law = await publish({
    column: ids.laws,
    title: '示例法',
    kind: 'policy',
    migrated: true,
    imported: { key: 'k', originalDate: '2018-12-29T00:00:00.000Z' },
    policy: { issuedOn: '2018-12-29T00:00:00.000Z', validity: 'valid' },
    body: richText(
      ...['第一章', '第二章', '第三章', '第四章'].map((name) => heading('h2', name)),
      paragraph('第一条 内容。'),
    ),
  })
  const reading = await publish({
    column: ids.laws,
    title: '示例法解读',
    kind: 'interpretation',
    interprets: law.id,
    department: ids.animal,
    providers: [ids.food, ids.animal],
  })
  const withdrawn = await publish({
    column: ids.news,
    title: null,
    body: null,
    source: {},
    columnSeq: 46,
    state: 'withdrawn',
    withdrawal: { explanation: '数据有误。', at: '2026-02-01T00:00:00.000Z' },
  })
  const removed = await publish({
    column: ids.news,
    title: null,
    body: null,
    source: {},
    columnSeq: 61,
    state: 'removed',
  })
  const further = await publish({
    column: ids.updates,
    title: '樱桃复查',
    related: [withdrawn.id, law.id, removed.id, update.id],
  })
  posts = {
    further: further.path,
    page: page.path,
    update: update.path,
    law: law.path,
    reading: reading.path,
    withdrawn: withdrawn.path,
    removed: removed.path,
  }
})
afterAll(() => bureau.close())

const has = (text: string, part: string) => expect(text.includes(part), part).toBe(true)
const hasNot = (text: string, part: string) => expect(text.includes(part), part).toBe(false)

describe('the home page', () => {
  it('shows the newest of the columns, but nothing that was migrated', async () => {
    const { status, type, text } = await home()
    expect(status).toBe(200)
    expect(type).toBe('text/html; charset=utf-8')
    expect(text.startsWith('<!doctype html><html lang="zh-CN">')).toBe(true)
    has(text, '要闻第45则')
    has(text, '樱桃查验')
    has(text, '示例法解读')
    hasNot(text, '>示例法<')
  })
})

describe('the links of a post', () => {
  const linksIn = (text: string, block: string) => {
    const [, found = ''] = new RegExp(`${block}.*?>(.*?)</(?:ul|nav)>`, 's').exec(text) ?? []
    return [...found.matchAll(/href="([^"]+)"/g)].map(([, href]) => href)
  }
  const news = (number: number) => postUrl({ number, year: 2026 })

  it('lead to its neighbours in the column, past those that are gone', async () => {
    const beside = async (path: string) => linksIn((await post(path)).text, 'b-neighbours')
    expect(await beside(news(1))).toEqual([news(2)])
    expect(await beside(news(20))).toEqual([news(19), news(21)])
    expect(await beside(news(45))).toEqual([news(44)])
    expect(await beside(posts.further ?? '')).toEqual([posts.update])
    expect(await beside(posts.update ?? '')).toEqual([posts.further])
  })

  it('lead to related posts as long as they are live, in their order', async () => {
    const { text } = await post(posts.further ?? '')
    expect(linksIn(text, '相关信息')).toEqual([posts.law, posts.update])
  })

  it('are the same for pages that are asked for at once', async () => {
    const paths = Array.from({ length: 45 }, (_, index) => news(index + 1))
    const texts = (await Promise.all(paths.map(post))).map(({ text }) => text)
    const wanted = paths.map((_, index) => paths.filter((_path, at) => Math.abs(at - index) === 1))
    expect(texts.map((text) => linksIn(text, 'b-neighbours'))).toEqual(wanted)
  })
})

describe('pages that are drawn together', () => {
  const draw = async (body: unknown) => {
    const { POST } = await import('./draw/route')
    const request = new Request(REQUEST, { method: 'POST', body: JSON.stringify(body) })
    const answer = await POST(request)
    return { status: answer.status, found: await answer.json() }
  }

  it('are what their own addresses answer', async () => {
    const some = ['law', 'reading', 'withdrawn', 'removed'].map((name) => posts[name] ?? '')
    const alone = new Map([
      ...(await Promise.all(some.map(async (path) => [path, await post(path)] as const))),
      ['/columns/news/', await column('news')],
      ['/columns/news/archive/1/', await column('news/archive/1')],
      ['/departments/food/', await department('food')],
      ['/feeds/news.xml', await feed('news')],
      ['/sitemaps/1.xml', await sitemap(1)],
      ['/data/posts/1.json', await data(1)],
      ['/topics/unknown/', await topic('unknown')],
      ['/en/posts/2026/1.html', await english('/en/posts/2026/1.html')],
    ])
    const { status, found } = await draw([...alone.keys()])
    expect(status).toBe(200)
    const wanted = [...alone.values()].map(({ type, ...rest }) => ({ ...rest, contentType: type }))
    expect(found).toEqual(wanted)
    expect(found.map((one: { status: number }) => one.status)).toContain(404)
  })

  it('are not those that there are few of, nor what is no page', async () => {
    const urls = ['/', '/map/', '/departments/', '/admin', '/api/users', 'https://example.com/']
    expect((await draw(urls)).found).toEqual(urls.map(() => null))
  })

  it.each([null, {}, 'text', [1], Array(41).fill('/'), ['x'.repeat(201)]])(
    'are refused for %j',
    async (body) => {
      const { status, found } = await draw(body)
      expect(status).toBe(400)
      expect(found.errors[0].message).toMatch(/at most 40 addresses/)
    },
  )
})

describe('the opening data', () => {
  it('hold every live post once, in parts, and nothing of the others', async () => {
    const { type, text } = await data(1)
    expect(type).toBe('application/json; charset=utf-8')
    const { posts: some } = JSON.parse(text)
    expect(some).toHaveLength(49)
    expect(some[0]).toMatchObject({
      number: 1,
      title: '要闻第1则',
      url: expect.stringContaining('/posts/2026/1.html'),
      column: '要闻',
      columnPath: 'news',
      department: '食品处',
      source: '食品处',
    })
    expect(text).not.toContain(posts.withdrawn)
    expect(text).not.toContain(posts.removed)
    expect(JSON.parse((await data(2)).text).posts).toMatchObject([{ title: '樱桃复查' }])
  })

  it('name their parts and explain every field that they hold', async () => {
    const { parts, fields } = JSON.parse((await dataIndex()).text)
    expect(parts.map(({ url }: { url: string }) => new URL(url).pathname)).toEqual([
      '/data/posts/1.json',
      '/data/posts/2.json',
    ])
    for (const one of JSON.parse((await data(1)).text).posts) {
      for (const key of Object.keys(one)) expect(fields).toHaveProperty(key)
    }
    expect((await data(999)).status).toBe(404)
  })
})

describe('a column', () => {
  it('shows its newest twenty and links to its last archive page', async () => {
    const { status, text } = await column('news')
    expect(status).toBe(200)
    expect(text.match(/要闻第\d+则/g)?.[0]).toBe('要闻第45则')
    expect(text.match(/>要闻第\d+则</g)).toHaveLength(20)
    has(text, `href="/columns/news/archive/${archivePageOf(46)}/"`)
  })

  it('shows fixed numbers on its archive pages, newest first', async () => {
    const { status, text } = await column('news/archive/1')
    expect(status).toBe(200)
    expect(text.match(/>要闻第\d+则</g)).toHaveLength(20)
    expect(text.match(/>要闻第\d+则</)?.[0]).toBe('>要闻第20则<')
    has(text, 'href="/columns/news/archive/2/"')
    hasNot(text, 'href="/columns/news/archive/0/"')
    const last = await column('news/archive/3')
    expect(last.text.match(/>要闻第\d+则</g)).toHaveLength(5)
    hasNot(last.text, 'href="/columns/news/archive/4/"')
  })

  it('keeps an archive page whose posts were all removed', async () => {
    const { status, text } = await column('news/archive/4')
    expect(status).toBe(200)
    has(text, '本页原有信息均已撤下')
  })

  it('of single pages shows its text at once, and the newest of its children', async () => {
    const { text } = await column('food')
    has(text, '食品工作简介的正文。')
    has(text, '食品动态')
    has(text, '樱桃查验')
  })

  it('of policy files can be narrowed by year, topic, issuer and validity without script', async () => {
    const { text } = await column('laws')
    for (const part of [
      'action="/search" method="get"',
      'name="column" value="laws"',
      '<option value="2026">2026年</option>',
      '<option value="valid">现行有效</option>',
    ]) {
      has(text, part)
    }
    hasNot((await column('news')).text, 'name="validity"')
  })

  it('that is unknown, or whose archive page is no number, is not found', async () => {
    for (const path of [
      'nothing',
      'news/nothing',
      'news/archive/0',
      'news/archive/01',
      'archive/1',
    ]) {
      expect((await column(path)).status).toBe(404)
    }
    expect((await column('news/archive/9999')).status).toBe(404)
  })
})

describe('topics and what the home page puts forward', () => {
  const create = (data: RequiredDataFromCollectionSlug<'placements'>) =>
    bureau.payload.create({ collection: 'placements', overrideAccess: true, data })
  const from = '2020-01-01T00:00:00.000Z'

  it('shows a topic with its posts, and on the home page only while it is open', async () => {
    const { payload } = bureau
    const { id } = await payload.create({
      collection: 'topics',
      overrideAccess: true,
      data: { code: 'border', title: '国门专题', summary: '说明。', owner: ids.food },
    })
    await publish({ column: ids.news, title: '专题里的要闻', topics: [id] })
    await publish({ column: ids.news, title: null, state: 'withdrawn', topics: [id] })
    const { status, text } = await topic('border')
    expect(status).toBe(200)
    for (const part of ['专题里的要闻', '说明。', '/departments/food/']) has(text, part)
    has((await home()).text, '国门专题')
    await payload.update({
      collection: 'topics',
      id,
      overrideAccess: true,
      data: { closedOn: '2026-01-05T00:00:00.000Z' },
    })
    has((await topic('border')).text, '停止更新')
    hasNot((await home()).text, '国门专题')
    expect((await topic('unknown')).status).toBe(404)
  })

  it('puts a live post forward under the Office’s title, from its day on until its last', async () => {
    const live = await publish({ column: ids.news, title: '被推荐的要闻' })
    const gone = await publish({ column: ids.news, title: '要撤下的要闻' })
    await create({ place: 'headline', post: live.id, title: '首页头条标题', from })
    await create({ place: 'headline', post: gone.id, title: '撤下的头条', from })
    await create({ place: 'service', post: live.id, title: '快捷服务项', from })
    await create({
      place: 'banner',
      post: live.id,
      title: '过期横幅',
      from,
      to: '2020-02-01T00:00:00.000Z',
    })
    await create({
      place: 'banner',
      post: live.id,
      title: '未到横幅',
      from: '2999-01-01T00:00:00.000Z',
    })
    has((await home()).text, '撤下的头条')
    await bureau.payload.db.updateOne({
      collection: 'posts',
      id: gone.id,
      data: { state: 'withdrawn', title: null },
    })
    const { text } = await home()
    for (const part of ['首页头条标题', '快捷服务项']) has(text, part)
    for (const part of ['撤下的头条', '过期横幅', '未到横幅']) hasNot(text, part)
  })
})

describe('in English', () => {
  it('a post with an English text has a page that both languages lead to', async () => {
    await bureau.payload.updateGlobal({
      slug: 'site-settings',
      overrideAccess: true,
      data: { siteNameEn: 'The Bureau', introductionEn: 'What it does.' },
    })
    const text = {
      title: 'Cherries',
      summary: 'In short.',
      body: richText(paragraph('At length.')),
    }
    const { path } = await publish({
      column: ids.news,
      title: '樱桃',
      inEnglish: true,
      english: text,
    })
    const page = await english(`/en${path}`)
    expect(page.status).toBe(200)
    for (const part of ['<html lang="en">', 'At length.', `href="${path}"`]) has(page.text, part)
    hasNot(page.text, '樱桃')
    has((await post(path)).text, `href="/en${path}"`)
    has((await sitemap(1)).text, `/en${path}</loc>`)
    const list = await read((await import('./en/route')).GET())
    for (const part of ['Cherries', 'In short.', 'What it does.']) has(list.text, part)
    expect((await english(`/en${posts.law}`)).status).toBe(404)
    expect((await english(`/en${posts.removed}`)).status).toBe(404)
  })

  it('a withdrawn text leaves a notice without a word of it', async () => {
    const { path } = await publish({
      column: ids.news,
      title: null,
      state: 'withdrawn',
      inEnglish: true,
    })
    const page = await english(`/en${path}`)
    expect(page.status).toBe(200)
    has(page.text, 'This page has been withdrawn')
    hasNot((await sitemap(1)).text, `/en${path}</loc>`)
  })

  it('the other pages name what has an English name', async () => {
    await bureau.payload.update({
      collection: 'departments',
      id: ids.food ?? '',
      overrideAccess: true,
      data: { nameEn: 'Division of Food' },
    })
    const about = await read((await import('./en/about/route')).GET())
    has(about.text, 'What it does.')
    const departments = await read((await import('./en/departments/route')).GET())
    has(departments.text, 'Division of Food')
    hasNot(departments.text, '动植处')
  })
})

describe('a post', () => {
  it('shows its text with times in Shanghai', async () => {
    const { status, text } = await post(posts.update ?? '')
    expect(status).toBe(200)
    has(text, '樱桃查验的正文。')
    has(text, '<meta name="PubDate" content="2026-01-01 08:47"/>')
    has(text, 'href="/departments/food/"')
  })

  it('of a law shows header block, table of contents and its interpretation', async () => {
    const { text } = await post(posts.law ?? '')
    has(text, '现行有效')
    has(text, 'aria-label="目录"')
    has(text, '2018-12-29')
    has(text, `href="${posts.reading}"`)
    has((await post(posts.reading ?? '')).text, `href="${posts.law}"`)
  })

  it('that was withdrawn is a notice', async () => {
    const { status, text } = await post(posts.withdrawn ?? '')
    expect(status).toBe(200)
    has(text, '数据有误。')
  })

  it('that was removed, never was, or stands under another year is not found', async () => {
    for (const path of [
      posts.removed ?? '',
      '/posts/2026/99999.html',
      '/posts/2025/1.html',
      '/posts/2026/01.html',
      '/posts/2026/1.htm',
      '/posts/abcd/1.html',
    ]) {
      const { status, text } = await post(path)
      expect(status).toBe(404)
      has(text, '您访问的页面不存在')
    }
  })

  it.skipIf(process.env.BUREAU_TEST_ENGINE === 'mongodb')(
    'shows smaller pictures of a photograph of 20 MB, which a department may upload',
    async () => {
      const { payload, rest } = bureau
      const MB = 1024 * 1024
      const size = { width: 6000, height: 4000 }
      const noise = randomBytes(size.width * size.height * 3)
      const photograph = await sharp(noise, { raw: { ...size, channels: 3 } })
        .jpeg({ quality: 92 })
        .toBuffer()
      expect(Math.round(photograph.length / MB)).toBe(20)
      const { token } = await makeAccount({
        payload,
        name: 'author',
        department: ids.food ?? null,
        duties: ['author'],
      })
      const form = new FormData()
      form.set('file', new File([new Uint8Array(photograph)], '现场.jpg', { type: 'image/jpeg' }))
      form.set('_payload', JSON.stringify({ alt: '查验现场' }))
      const peak = process.resourceUsage().maxRSS
      const answer = await rest({ method: 'POST', path: '/api/media', token, body: form })
      expect(answer.status).toBe(201)
      await variantsMade()
      expect((process.resourceUsage().maxRSS - peak) / 1024).toBeLessThan(500)
      const { docs } = await payload.find({ collection: 'media', overrideAccess: true })
      const files = docs.map(embedded)
      const images = docs.map(({ id }) => id)
      const { path } = await publish({ column: ids.news ?? '', title: '大图', files, images })
      const { text } = await post(path)
      const shown = [...text.matchAll(/~\d+\.(?:avif|webp)(?= \d+w)/g)].map(([name]) => name)
      expect(shown).toHaveLength(6)
      for (const name of shown) {
        const file = join(bureau.dataDir, 'media/variants', files[0]?.sha256 ?? '', name)
        const drawn = await sharp(await readFile(file)).metadata()
        expect(name).toContain(`~${drawn.width}.`)
      }
    },
  )

  it('with a part that cannot be shown is an error, not half a page', async () => {
    const broken = await publish({ column: ids.news ?? '', title: '坏', images: ['gone'] })
    await expect(post(broken.path)).rejects.toThrow(/not embedded/)
    await bureau.payload.delete({ collection: 'posts', id: broken.id, overrideAccess: true })
  })
})

describe('departments', () => {
  it('show their columns, and posts that they wrote or are credited for', async () => {
    const { status, text } = await department('food')
    expect(status).toBe(200)
    has(text, '食品动态')
    expect(text.match(/示例法解读/g)).toHaveLength(1)
    has((await department('animal')).text, '示例法解读')
    hasNot((await department('animal')).text, '樱桃查验')
  })

  it('have a list', async () => {
    const { text } = await read((await import('./departments/route')).GET())
    has(text, 'href="/departments/food/"')
  })

  it('that are unknown are not found', async () => {
    expect((await department('nothing')).status).toBe(404)
  })
})

describe('pages about the site', () => {
  it.each([
    ['about', () => import('./about/route')],
    ['contact', () => import('./contact/route')],
    ['copyright', () => import('./copyright/route')],
    ['accessibility', () => import('./accessibility/route')],
    ['map', () => import('./map/route')],
  ])('%s is there', async (_, module) => {
    const { status, text } = await read((await module()).GET())
    expect(status).toBe(200)
    has(text, '<meta name="SiteName" content="检验检疫局"/>')
  })

  it('any other address is not found', async () => {
    expect((await read((await import('./[...lost]/route')).GET())).status).toBe(404)
    expect((await read((await import('./404.html/route')).GET())).status).toBe(404)
  })
})

describe('documents for machines', () => {
  it('a feed holds the newest of a column and all below it', async () => {
    const { status, type, text } = await feed('food')
    expect(status).toBe(200)
    expect(type).toBe('application/atom+xml; charset=utf-8')
    has(text, '<title>樱桃查验</title>')
    expect((await feed('news')).text.match(/<entry>/g)).toHaveLength(20)
    expect((await feed('nothing')).status).toBe(404)
  })

  it('the sitemap holds every live post once, and no other', async () => {
    const { text, type } = await sitemap(1)
    expect(type).toBe('application/xml; charset=utf-8')
    for (const path of [posts.update, posts.law, '/posts/2026/1.html']) {
      expect(text.split(`${path}</loc>`)).toHaveLength(2)
    }
    hasNot(text, `${posts.withdrawn}<`)
    hasNot(text, `${posts.removed}<`)
    has(text, '/columns/food/updates/</loc>')
    const index = await read((await import('./sitemap.xml/route')).GET())
    has(index.text, '/sitemaps/1.xml</loc>')
  })

  it('the stylesheet is found at the address that pages name', async () => {
    const { text } = await home()
    const file = /href="\/assets\/([^"]+\.css)"/.exec(text)?.[1] ?? ''
    expect(await asset(file)).toMatchObject({ status: 200, type: 'text/css; charset=utf-8' })
    expect((await asset('site.0000000000000000.css')).status).toBe(404)
  })

  it('robots are led to the sitemap', async () => {
    has((await read((await import('./robots.txt/route')).GET())).text, '/sitemap.xml')
  })
})

describe('a preview', () => {
  it('shows a text that is not public under a banner, with files from where it is told', async () => {
    const { renderPostPreview } = await import('./_preview')
    const html = await renderPostPreview({
      payload: bureau.payload,
      content: {
        column: ids.news ?? '',
        providers: [ids.food ?? ''],
        topics: [],
        interprets: null,
        ...{
          title: '待发布',
          body: richText(paragraph('未公开的正文。')),
          source: { type: 'original', name: '食品处' },
          english: { title: 'Draft', summary: null, body: richText(paragraph('Not public.')) },
          images: ['m'],
          files: [
            {
              mediaId: 'm',
              sha256: 'c'.repeat(64),
              filename: 'a.jpg',
              alt: '图',
              mimeType: 'image/jpeg',
              size: 1,
              width: 2000,
              height: 1000,
            },
          ],
        },
      },
      mediaHref: ({ mediaId }) => `/api/media/file/${mediaId}`,
    })
    has(html, '预览：尚未发布')
    has(html, '未公开的正文。')
    has(html, '英文文本')
    has(html, 'Not public.')
    has(html, 'src="/api/media/file/m"')
    expect(html).not.toContain('srcset')
    has(html, 'noindex')
  })
})
