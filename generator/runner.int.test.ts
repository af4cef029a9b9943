import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createLocalReq, type RequiredDataFromCollectionSlug } from 'payload'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { variantsMade } from '../collections/media/makeVariants'
import { paragraph, richText } from '../collections/richText/build'
import { mediaUrl, postUrl } from '../collections/urls'
import { migrations } from '../migrations/mongodb'
import { type Bureau, openBureau } from '../testing/bureau'
import { publicStateOf } from '../workflow/publicState'
import { openReleases, type Releases } from './releases'
import { type Address, createRenderClient, type RenderClient } from './render'
import { createRunner, type Runner } from './runner'
import { readQuery } from './search/query'
import { createSearchFeed } from './search/searchFeed'
import { openSearchIndex, type SearchIndex } from './search/searchIndex'

const SITE = 'http://127.0.0.1:8080'
const sha256 = (text: Buffer) => createHash('sha256').update(text).digest('hex')

let bureau: Bureau
let server: Server
let address: Address
let client: RenderClient
let releases: Releases
let index: SearchIndex
let runner: Runner
let running: Promise<void>

/** What the stand-in for Next answers: every page names its URL and the round, but for those given here. */
let broken: Set<string>
let round = 0
/** What some pages say besides. */
const links = new Map<string, string>()
let delayMs: number
let isDown = false

let departmentId = ''
let columnId = ''
let number = 0

type PostData = RequiredDataFromCollectionSlug<'posts'>

/** A post as the last signature leaves it. */
const addPost = async (some: Partial<PostData> = {}) => {
  number += 1
  const path = postUrl({ number, year: 2026 })
  const { id } = await bureau.payload.create({
    collection: 'posts',
    overrideAccess: true,
    data: {
      number,
      path,
      column: columnId,
      columnSeq: number,
      department: departmentId,
      state: 'live',
      title: `第${number}则`,
      publishedAt: new Date().toISOString(),
      revision: 1,
      files: [],
      manuscriptKey: `runner-${number}`,
      delivery: { state: 'waiting', seq: 1, at: new Date().toISOString() },
      ...some,
    },
  })
  return { id, path, file: path.slice(1) }
}

const readPost = (id: string) =>
  bureau.payload.findByID({ collection: 'posts', id, depth: 0, overrideAccess: true })
const deliveryOf = async (id: string) => (await readPost(id)).delivery
const placeOf = (file: string) => join(bureau.dataDir, 'public_html', file)
const textOf = (file: string) => readFile(placeOf(file), 'utf8')
const isThere = (file: string) =>
  stat(placeOf(file)).then(
    () => true,
    () => false,
  )

const change = async ({ id, data }: { id: string; data: Record<string, unknown> }) => {
  const post = await readPost(id)
  const before = await publicStateOf({ payload: bureau.payload, post, shown: true })
  const delivery = {
    state: 'waiting',
    seq: (post.delivery?.seq ?? 0) + 1,
    at: new Date().toISOString(),
    before,
  }
  await bureau.payload.db.updateOne({ collection: 'posts', id, data: { ...data, delivery } })
  runner.port.deliver(id)
  return before
}

const untilDelivery = (id: string, state: 'written' | 'failed') =>
  vi.waitFor(async () => expect((await deliveryOf(id))?.state).toBe(state), {
    timeout: 20_000,
    interval: 50,
  })

const start = async (build = 'build') => {
  releases = await openReleases({ dataDir: bureau.dataDir })
  index = openSearchIndex({ file: join(bureau.dataDir, 'search.db') })
  runner = createRunner({
    search: createSearchFeed({ payload: bureau.payload, index }),
    tools: { payload: bureau.payload, client, mediaDir: join(bureau.dataDir, 'media') },
    callHelp: async () => async () => undefined,
    releases,
    dataDir: bureau.dataDir,
    build,
    siteUrl: SITE,
  })
  running = runner.run()
}

const stop = async () => {
  runner.stop()
  await running
  await releases.close()
  await index.close()
}

/** The numbers of the posts that a visitor would find. */
const foundFor = async (typed: string) => {
  const { phrases } = readQuery(typed)
  const { numbers } = await index.find({
    phrases,
    filters: {},
    order: 'newest',
    offset: 0,
    limit: 10,
  })
  return numbers
}

const settled = () =>
  vi.waitFor(() => expect(runner.status().isSettled).toBe(true), { timeout: 20_000, interval: 50 })

beforeAll(async () => {
  bureau = await openBureau()
  const { payload } = bureau
  const food = await payload.create({
    collection: 'departments',
    overrideAccess: true,
    data: { code: 'food', name: '食品处', kind: 'internal', mark: 'none', active: true },
  })
  departmentId = food.id
  const news = await payload.create({
    collection: 'columns',
    overrideAccess: true,
    data: {
      name: '要闻',
      code: 'news',
      pillar: 'news',
      columnType: '工作动态',
      listKind: 'news',
      route: 'department',
      contributors: 'none',
      owners: [{ department: food.id, from: '2020-01-01T00:00:00.000Z' }],
    },
  })
  columnId = news.id
  server = createServer((request, response) => {
    const url = request.url ?? ''
    setTimeout(() => {
      if (isDown) response.writeHead(503).end()
      else if (broken.has(url)) response.writeHead(500).end()
      else response.end(`${url} round ${round}${links.get(url) ?? ''}`)
    }, delayMs)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const found = server.address()
  if (found === null || typeof found === 'string') throw new Error('No port')
  address = { host: '127.0.0.1', port: found.port }
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await bureau.close()
})

beforeEach(async () => {
  broken = new Set()
  round += 1
  delayMs = 0
  client = createRenderClient({ server: address })
  await start()
  await settled()
  await runner.generate(() => undefined)
})

afterEach(async () => {
  await stop()
  client.close()
})

describe('a publication', () => {
  it('brings exactly the pages that it touches into the files', async () => {
    round += 1
    const post = await addPost()
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    expect(await textOf(post.file)).toBe(`${post.path} round ${round}`)
    for (const file of [
      'index.html',
      'columns/news/index.html',
      'columns/news/archive/1/index.html',
      'departments/food/index.html',
      'feeds/news.xml',
      'data/posts/1.json',
      'sitemaps/1.xml',
    ]) {
      expect(await textOf(file)).toContain(`round ${round}`)
    }
    expect(await textOf('map/index.html')).toContain(`round ${round - 1}`)
    expect(await deliveryOf(post.id)).toMatchObject({ error: null, attempts: 0 })
  })

  it('draws its neighbours in the column and the posts that name it anew, and no others', async () => {
    const [far, before, post, after] = [
      await publish(),
      await publish(),
      await publish(),
      await publish(),
    ]
    const naming = await publish({ related: [post.id] })
    const roundsOf = () =>
      Promise.all([far, before, after, naming].map(async ({ file }) => textOf(file))).then(
        (texts) => texts.map((text) => Number(/\d+$/.exec(text)?.[0])),
      )
    const first = round
    expect((await roundsOf()).at(0)).toBe(first)
    round += 1
    await withdraw(post.id)
    expect(await roundsOf()).toEqual([first, first + 1, first + 1, first + 1])
    round += 1
    await withdraw(after.id)
    expect(await roundsOf()).toEqual([first, first + 2, first + 2, first + 2])
  })

  it('that moves a post to another column draws its old and its new neighbours anew, and no others', async () => {
    const { id: other } = await bureau.payload.create({
      collection: 'columns',
      overrideAccess: true,
      data: {
        name: '公告',
        code: 'notices',
        pillar: 'information',
        columnType: '工作动态',
        listKind: 'news',
        route: 'department',
        contributors: 'none',
        owners: [{ department: departmentId, from: '2020-01-01T00:00:00.000Z' }],
      },
    })
    const written = (some: Partial<PostData> = {}) =>
      addPost({ delivery: { state: 'written', seq: 1 }, ...some })
    const inOther = (columnSeq: number) => written({ column: other, columnSeq })
    const posts = [
      await written(),
      await written(),
      await written(),
      await written(),
      await inOther(1),
      await inOther(2),
      await inOther(4),
      await inOther(5),
    ]
    const moved = posts[2]?.id ?? ''
    for (const { path } of posts) links.set(path, ' as before')
    await generate()
    links.clear()
    round += 1
    await change({ id: moved, data: { column: other, columnSeq: 3, revision: 2 } })
    await untilDelivery(moved, 'written')
    const texts = await Promise.all(posts.map(({ file }) => textOf(file)))
    expect(texts.map((text) => !text.endsWith('as before'))).toEqual([
      ...[false, true, true, true],
      ...[false, true, true, false],
    ])
    for (const page of ['news', 'news/archive/1', 'notices', 'notices/archive/1']) {
      expect(await textOf(`columns/${page}/index.html`)).toContain(`round ${round}`)
    }
  })

  it('is found without a call, as after a kill between signature and file', async () => {
    await stop()
    const post = await addPost()
    await start()
    await untilDelivery(post.id, 'written')
    expect(await isThere(post.file)).toBe(true)
  })

  it('keeps the old page when one fails, says so, and tries again', async () => {
    round += 1
    broken = new Set(['/'])
    const post = await addPost()
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'failed')
    expect(await textOf('index.html')).toBe(`/ round ${round - 1}`)
    expect(await textOf(post.file)).toContain(`round ${round}`)
    expect((await deliveryOf(post.id))?.error).toBe('/: status 500')
    broken = new Set()
    await untilDelivery(post.id, 'written')
    expect(await textOf('index.html')).toBe(`/ round ${round}`)
  })

  it('changes no list when its own page fails, and does not hold up others', async () => {
    round += 1
    const bad = await addPost()
    broken = new Set([bad.path])
    runner.port.deliver(bad.id)
    await untilDelivery(bad.id, 'failed')
    expect(await textOf('index.html')).toBe(`/ round ${round - 1}`)
    const good = await addPost()
    runner.port.deliver(good.id)
    await untilDelivery(good.id, 'written')
    expect(await isThere(bad.file)).toBe(false)
    broken = new Set()
    await untilDelivery(bad.id, 'written')
  })

  it('waits for a disk that cannot be written', async () => {
    const post = await addPost()
    await mkdir(placeOf(`${post.file}/in-the-way`), { recursive: true })
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'failed')
    await rm(placeOf(post.file), { recursive: true })
    await untilDelivery(post.id, 'written')
    expect(await isThere(post.file)).toBe(true)
  })

  it('is written as it is at last when it changes while it is rendered', async () => {
    delayMs = 100
    const post = await addPost()
    runner.port.deliver(post.id)
    await wait(50)
    round += 1
    await change({ id: post.id, data: { revision: 2 } })
    await untilDelivery(post.id, 'written')
    expect((await deliveryOf(post.id))?.seq).toBe(2)
    expect(await textOf(post.file)).toContain(`round ${round}`)
  })
})

describe('media', () => {
  const addMedia = async (alt: string, { width, height } = { width: 8, height: 8 }) => {
    number += 1
    const background = { r: number % 256, g: Math.floor(number / 256), b: 7 }
    // The camera lay on its side, and wrote down whose it was.
    const data = await sharp({ create: { width: height, height: width, channels: 3, background } })
      .withExif({ IFD0: { Artist: 'somebody' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const media = await bureau.payload.create({
      collection: 'media',
      overrideAccess: true,
      data: { department: departmentId, alt },
      file: { name: `图 ${number}.jpg`, data, mimetype: 'image/jpeg', size: data.length },
    })
    const { filename, sha256: hash } = media
    if (!filename || !hash) throw new Error('No file')
    const { mimeType, width: seenWidth, height: seenHeight } = media
    const size = { size: 1, width: seenWidth, height: seenHeight }
    return { mediaId: media.id, filename, sha256: hash, alt, mimeType, ...size }
  }
  const fileOfMedia = (file: { sha256: string; filename: string }) =>
    decodeURIComponent(mediaUrl(file)).slice(1)

  it('of a live post is copied, and goes when the post is withdrawn', async () => {
    const file = await addMedia('办事指南')
    const post = await addPost({ files: [file] })
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    expect(sha256(await readFile(placeOf(fileOfMedia(file))))).toBe(file.sha256)
    await change({ id: post.id, data: { state: 'withdrawn', files: [] } })
    await untilDelivery(post.id, 'written')
    expect(await isThere(post.file)).toBe(true)
    expect(await isThere(fileOfMedia(file))).toBe(false)
  })

  describe('that is a picture', () => {
    const LARGE = { width: 800, height: 500 }
    const VARIANTS = ['~480.avif', '~480.webp', '~800.avif', '~800.webp']
    const publicFolder = (hash: string) => placeOf(`media/${hash.slice(0, 16)}`)
    const ownFolder = (hash: string) => join(bureau.dataDir, 'media/variants', hash)
    const publish = async (file: Awaited<ReturnType<typeof addMedia>>) => {
      const post = await addPost({ files: [file] })
      runner.port.deliver(post.id)
      await untilDelivery(post.id, 'written')
      return post
    }

    it('comes with smaller ones, upright and without the words of the camera, and they go with it', async () => {
      const file = await addMedia('查验', LARGE)
      expect(file).toMatchObject(LARGE)
      const post = await publish(file)
      const folder = publicFolder(file.sha256)
      const names = (await readdir(folder)).toSorted()
      expect(names.filter((name) => name.startsWith('~'))).toEqual(VARIANTS)
      for (const [name, width] of [
        ['~480.avif', 480],
        ['~800.webp', 800],
      ] as const) {
        const found = await sharp(await readFile(join(folder, name))).metadata()
        expect(found).toMatchObject({ width, height: (width * 5) / 8 })
        expect([found.orientation ?? 1, found.exif]).toEqual([1, undefined])
      }
      const before = await change({ id: post.id, data: { state: 'removed', files: [] } })
      await runner.port.retract({ postId: post.id, before, mediaHashes: [file.sha256] })
      expect(await readdir(folder)).toEqual([])
      await untilDelivery(post.id, 'written')
    })

    it('gets them also when they were never made, or somebody put others in their place', async () => {
      const file = await addMedia('现场', LARGE)
      const folder = ownFolder(file.sha256)
      await variantsMade()
      const bytesOf = async () =>
        Promise.all(VARIANTS.map((name) => readFile(join(publicFolder(file.sha256), name))))
      await bureau.payload.db.updateOne({
        collection: 'media',
        id: file.mediaId,
        data: { variants: null },
      })
      await rm(folder, { recursive: true })
      const first = await publish(file)
      const made = await bytesOf()
      await change({ id: first.id, data: { state: 'withdrawn', files: [] } })
      await untilDelivery(first.id, 'written')
      await writeFile(join(folder, '~480.webp'), 'another picture')
      await rm(join(folder, '~800.avif'))
      await publish(file)
      expect(await bytesOf()).toEqual(made)
    })

    it('is shared by the rows that hold the same bytes', async () => {
      const file = await addMedia('同一张', LARGE)
      await variantsMade()
      const data = await readFile(join(bureau.dataDir, 'media', file.filename))
      const { id } = await bureau.payload.create({
        collection: 'media',
        overrideAccess: true,
        data: { department: departmentId, alt: '又一张' },
        file: { name: '又一张.jpg', data, mimetype: 'image/jpeg', size: data.length },
      })
      await variantsMade()
      const [one, other] = await Promise.all(
        [file.mediaId, id].map((media) =>
          bureau.payload.findByID({ collection: 'media', id: media, overrideAccess: true }),
        ),
      )
      expect(other?.variants).toHaveLength(VARIANTS.length)
      expect(other?.variants).toEqual(one?.variants)
    })

    it('is refused when it cannot be drawn', async () => {
      const whole = await sharp({ create: { ...LARGE, channels: 3, background: 'red' } })
        .png()
        .toBuffer()
      const data = Buffer.concat([whole.subarray(0, 40), Buffer.alloc(400, 7)])
      await expect(
        bureau.payload.create({
          collection: 'media',
          overrideAccess: true,
          data: { department: departmentId, alt: '坏图' },
          file: { name: '坏图.png', data, mimetype: 'image/png', size: data.length },
        }),
      ).rejects.toThrow()
    })
  })

  it('that is not the signed file keeps the post off the site', async () => {
    const file = await addMedia('原件')
    await writeFile(join(bureau.dataDir, 'media', file.filename), 'another text')
    const post = await addPost({ files: [file] })
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'failed')
    expect((await deliveryOf(post.id))?.error).toContain('not the signed one')
    expect(await isThere(post.file)).toBe(false)
    expect(await isThere(fileOfMedia(file))).toBe(false)
    await bureau.payload.delete({ collection: 'posts', id: post.id, overrideAccess: true })
  })

  it('of a removed post is gone when the removal answers', async () => {
    const file = await addMedia('泄密件')
    const post = await addPost({ files: [file] })
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    const before = await change({ id: post.id, data: { state: 'removed', files: [] } })
    await runner.port.retract({ postId: post.id, before, mediaHashes: [file.sha256] })
    expect(await isThere(post.file)).toBe(false)
    expect(await isThere(fileOfMedia(file))).toBe(false)
    await untilDelivery(post.id, 'written')
  })
})

describe('a removal', () => {
  it('is not undone by a page that was being rendered', async () => {
    const post = await addPost()
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    delayMs = 150
    await change({ id: post.id, data: { revision: 2 } })
    await wait(60)
    const before = await change({ id: post.id, data: { state: 'removed' } })
    await runner.port.retract({ postId: post.id, before, mediaHashes: [] })
    expect(await isThere(post.file)).toBe(false)
    round += 1
    await untilDelivery(post.id, 'written')
    expect(await isThere(post.file)).toBe(false)
    expect(await textOf('columns/news/index.html')).toContain(`round ${round}`)
  })
})

/** Which release visitors see. */
const linkNow = () => readlink(join(bureau.dataDir, 'public_html'))
const releaseNames = async () => (await readdir(join(bureau.dataDir, 'releases'))).toSorted()
const inRelease = (name: string, file: string) =>
  join(bureau.dataDir, 'releases', name, 'public_html', file)
const publish = async (some: Partial<PostData> = {}) => {
  const post = await addPost(some)
  runner.port.deliver(post.id)
  await untilDelivery(post.id, 'written')
  return post
}
const withdraw = async (id: string) => {
  await change({ id, data: { state: 'withdrawn', files: [] } })
  await untilDelivery(id, 'written')
}
const generate = () => runner.generate(() => undefined)
const QUICKLY = { timeout: 15_000, interval: 20 }

describe('a full generation', () => {
  it('goes into a new folder, and the link is switched to it', async () => {
    const before = await linkNow()
    round += 1
    await generate()
    expect(await linkNow()).not.toBe(before)
    expect(await textOf('map/index.html')).toContain(`round ${round}`)
  })

  it('is made when another build starts', async () => {
    await stop()
    const before = await linkNow()
    await start('another build')
    await settled()
    expect(await linkNow()).not.toBe(before)
  })

  it('reports the one page that fails, carries it over, writes the others and tries again', async () => {
    round += 1
    broken = new Set(['/about/'])
    const report = await generate()
    expect(report.failed).toEqual([{ url: '/about/', error: 'status 500' }])
    expect(await textOf('about/index.html')).toContain(`round ${round - 1}`)
    expect(await textOf('contact/index.html')).toContain(`round ${round}`)
    broken = new Set()
    await vi.waitFor(
      async () => expect(await textOf('about/index.html')).toContain(`round ${round}`),
      QUICKLY,
    )
  })

  it('changes nothing while the server that renders answers nothing', async () => {
    const post = await publish()
    const [before, names] = [await linkNow(), await releaseNames()]
    isDown = true
    await expect(generate()).rejects.toThrow('status 503')
    isDown = false
    expect([await linkNow(), await releaseNames()]).toEqual([before, names])
    expect(await isThere(post.file)).toBe(true)
  })

  it('is refused when it would lose a post that visitors can read', async () => {
    const post = await publish()
    await rm(placeOf(post.file))
    broken = new Set([post.path])
    const before = await linkNow()
    await expect(generate()).rejects.toThrow(`would lose 1 posts: ${post.path}`)
    expect(await linkNow()).toBe(before)
    broken = new Set()
    await generate()
    expect(await isThere(post.file)).toBe(true)
  })

  it('is not held up by a post that could never be rendered', async () => {
    const bad = await addPost()
    broken = new Set([bad.path])
    runner.port.deliver(bad.id)
    await untilDelivery(bad.id, 'failed')
    const report = await generate()
    expect(report.failed.map(({ url }) => url)).toEqual([bad.path])
    broken = new Set()
    await untilDelivery(bad.id, 'written')
  })

  it('writes again what someone else changed or took away', async () => {
    const post = await publish()
    await writeFile(placeOf(post.file), 'defaced')
    await rm(placeOf('index.html'))
    await generate()
    expect(await textOf(post.file)).toContain(post.path)
    expect(await isThere('index.html')).toBe(true)
  })

  it('shows how far it is, and what is published meanwhile is in it', async () => {
    for (let n = 0; n < 45; n += 1) await addPost({ delivery: { state: 'written', seq: 1 } })
    const steps: number[] = []
    delayMs = 5
    const generation = runner.generate(({ done, total }) => {
      expect(done).toBeLessThanOrEqual(total)
      steps.push(done)
    })
    await vi.waitFor(() => expect(runner.status().generation).not.toBeNull())
    const post = await addPost()
    runner.port.deliver(post.id)
    await generation
    expect((await deliveryOf(post.id))?.state).toBe('written')
    expect(await isThere(post.file)).toBe(true)
    expect(steps).toEqual(steps.toSorted((one, other) => one - other))
    expect(steps.length).toBeGreaterThan(2)
  })

  it('keeps three releases', async () => {
    for (let n = 0; n < 4; n += 1) await generate()
    expect(await releaseNames()).toHaveLength(3)
  })

  it('drops a release whose making was cut short', async () => {
    await stop()
    const unfinished = join(bureau.dataDir, 'releases/999990')
    await mkdir(unfinished)
    await start()
    await settled()
    expect(await releaseNames()).not.toContain('999990')
  })
})

describe('a removed post', () => {
  it('is in no kept release', async () => {
    const post = await publish()
    await generate()
    await generate()
    const names = await releaseNames()
    const before = await change({ id: post.id, data: { state: 'removed', files: [] } })
    await runner.port.retract({ postId: post.id, before, mediaHashes: [] })
    for (const name of names) {
      await expect(readFile(inRelease(name, post.file))).rejects.toThrow('ENOENT')
    }
    await untilDelivery(post.id, 'written')
  })
})

describe('a text in English', () => {
  const IN_ENGLISH = { inEnglish: true, english: { title: 'A text' } }
  const publishInEnglish = async () => {
    const post = await addPost(IN_ENGLISH)
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    return { ...post, english: `en/${post.file}` }
  }

  it('has a page of its own, and a notice there when the post is withdrawn', async () => {
    const post = await publishInEnglish()
    expect(await textOf(post.english)).toBe(`/en${post.path} round ${round}`)
    await generate()
    round += 1
    await withdraw(post.id)
    expect(await textOf(post.english)).toContain(`round ${round}`)
    expect(await textOf('en/index.html')).toContain(`round ${round}`)
  })

  // SQLite's migration of the tables does the same.
  it.runIf(process.env.BUREAU_TEST_ENGINE === 'mongodb')(
    'that was published before there were such pages is marked when the server starts',
    async () => {
      const { payload } = bureau
      const body = richText(paragraph('A text'))
      const ids = [
        await addPost({ english: { title: 'A text', body } }),
        await addPost({ english: { title: 'A text', body: null } }),
        await addPost({ english: { title: null, body: null } }),
        await addPost(),
        await addPost({ english: { title: 'A text', body }, inEnglish: false }),
      ].map(({ id }) => id)
      const marksOf = async () => (await Promise.all(ids.map(readPost))).map((row) => row.inEnglish)
      const before = await marksOf()
      const done = await payload.find({ collection: 'payload-migrations', overrideAccess: true })
      const req = await createLocalReq({}, payload)
      for (const { name, up } of migrations) {
        expect(done.docs.map((migration) => migration.name)).toContain(name)
        await up({ payload, req })
      }
      expect(await marksOf()).toEqual([true, ...before.slice(1)])
    },
  )

  it('goes from its page when a revision has none, also in the release before', async () => {
    const post = await publishInEnglish()
    await generate()
    await change({ id: post.id, data: { inEnglish: false, english: { title: null } } })
    await untilDelivery(post.id, 'written')
    expect(await isThere(post.english)).toBe(false)
    await runner.goBack()
    expect([await isThere(post.file), await isThere(post.english)]).toEqual([true, false])
  })

  it('is in no kept release when its post is removed', async () => {
    const post = await publishInEnglish()
    await generate()
    const names = await releaseNames()
    const before = await change({ id: post.id, data: { state: 'removed', files: [] } })
    await runner.port.retract({ postId: post.id, before, mediaHashes: [] })
    for (const name of names) {
      await expect(readFile(inRelease(name, post.english))).rejects.toThrow('ENOENT')
    }
    await untilDelivery(post.id, 'written')
    expect(await isThere(post.english)).toBe(false)
  })
})

describe('topics and headlines', () => {
  const pictureOf = async (code: string) => {
    const office = await bureau.payload.create({
      collection: 'departments',
      overrideAccess: true,
      data: { code, name: code, kind: 'internal', mark: 'office', active: true },
    })
    const data = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'teal' } })
      .png()
      .toBuffer()
    const media = await bureau.payload.create({
      collection: 'media',
      overrideAccess: true,
      data: { department: office.id, alt: '专题图片' },
      file: { name: `${code}.png`, data, mimetype: 'image/png', size: data.length },
    })
    const { filename, sha256: hash } = media
    if (!filename || !hash) throw new Error('No file')
    return { id: media.id, file: decodeURIComponent(mediaUrl({ filename, sha256: hash })).slice(1) }
  }
  const until = (check: () => Promise<void>) => vi.waitFor(check, QUICKLY)

  it('come into the pages that show them with their pictures, and go again', async () => {
    const { payload } = bureau
    const picture = await pictureOf('office')
    round += 1
    const topic = await payload.create({
      collection: 'topics',
      overrideAccess: true,
      data: { code: 'safety', title: '食品安全', picture: picture.id },
    })
    runner.port.deliver('')
    await until(async () => {
      expect(await textOf('topics/safety/index.html')).toContain(`round ${round}`)
      expect(await textOf('map/index.html')).toContain(`round ${round}`)
      expect(await isThere(picture.file)).toBe(true)
    })
    const post = await addPost({ topics: [topic.id] })
    runner.port.deliver(post.id)
    round += 1
    await untilDelivery(post.id, 'written')
    expect(await textOf('topics/safety/index.html')).toContain(`round ${round}`)
    round += 1
    const data = { code: 'food', picture: null }
    await payload.update({ collection: 'topics', id: topic.id, overrideAccess: true, data })
    runner.port.deliver('')
    await until(async () => {
      expect(await textOf(post.file)).toContain(`round ${round}`)
      expect(await isThere('topics/food/index.html')).toBe(true)
      expect(await isThere('topics/safety/index.html')).toBe(false)
      expect(await isThere(picture.file)).toBe(false)
    })
    round += 1
    await payload.create({
      collection: 'placements',
      overrideAccess: true,
      data: { place: 'headline', post: post.id, from: '2020-01-01T00:00:00.000Z' },
    })
    runner.port.deliver('')
    await until(async () => expect(await textOf('index.html')).toContain(`round ${round}`))
    expect(await textOf('map/index.html')).not.toContain(`round ${round}`)
  })
})

describe('going back to the release before', () => {
  it('carries out there what was withdrawn, removed and published since', async () => {
    const [withdrawn, removed] = [await publish(), await publish()]
    const old = await linkNow()
    await generate()
    round += 1
    await withdraw(withdrawn.id)
    const before = await change({ id: removed.id, data: { state: 'removed', files: [] } })
    await runner.port.retract({ postId: removed.id, before, mediaHashes: [] })
    await untilDelivery(removed.id, 'written')
    const fresh = await publish()
    await runner.goBack()
    expect(await linkNow()).toBe(old)
    expect(await textOf(withdrawn.file)).toContain(`round ${round}`)
    expect(await isThere(removed.file)).toBe(false)
    expect(await isThere(fresh.file)).toBe(true)
    expect(await textOf('columns/news/index.html')).toContain(`round ${round}`)
    expect(await textOf('about/index.html')).toContain(`round ${round}`)
  })

  it('leaves no page that names what was withdrawn or removed since', async () => {
    const gone = await publish()
    await publish()
    const naming = await publish()
    links.set(naming.path, ` "${gone.path}"`)
    await generate()
    await generate()
    links.clear()
    await withdraw(gone.id)
    await runner.goBack()
    expect(await textOf(naming.file)).not.toContain(gone.path)
  })

  it('is refused when a withdrawal cannot be carried out there', async () => {
    const post = await publish()
    await generate()
    const now = await linkNow()
    await withdraw(post.id)
    broken = new Set([post.path])
    await expect(runner.goBack()).rejects.toThrow(`${post.path} 的撤下或者删除未能执行`)
    expect(await linkNow()).toBe(now)
    broken = new Set()
    await runner.goBack()
    expect(await linkNow()).not.toBe(now)
  })

  it('mends files of the old release that somebody changed', async () => {
    const post = await publish()
    const old = (await linkNow()).split('/')[1] ?? ''
    await generate()
    await writeFile(inRelease(old, post.file), 'defaced')
    await runner.goBack()
    expect(await textOf(post.file)).toContain(post.path)
  })
})

describe('a change of columns, departments or settings', () => {
  const rename = async (name: string) => {
    await bureau.payload.update({
      collection: 'columns',
      id: columnId,
      overrideAccess: true,
      data: { name },
    })
    runner.port.deliver('')
  }

  it('comes into every page that shows it, without a new release', async () => {
    const post = await publish()
    const release = await linkNow()
    round += 1
    await rename(`要闻${round}`)
    await vi.waitFor(
      async () => expect(await textOf(post.file)).toContain(`round ${round}`),
      QUICKLY,
    )
    for (const file of ['map/index.html', 'columns/news/archive/1/index.html', '404.html']) {
      expect(await textOf(file)).toContain(`round ${round}`)
    }
    await vi.waitFor(() => expect(runner.status().fanOut).toBeNull(), QUICKLY)
    expect(await linkNow()).toBe(release)
  })

  it('touches one department’s page and the contact page for a telephone number', async () => {
    round += 1
    await bureau.payload.update({
      collection: 'departments',
      id: departmentId,
      overrideAccess: true,
      data: { phone: `0411-${round}` },
    })
    runner.port.deliver('')
    await vi.waitFor(
      async () => expect(await textOf('departments/food/index.html')).toContain(`round ${round}`),
      QUICKLY,
    )
    expect(await textOf('map/index.html')).not.toContain(`round ${round}`)
  })

  it('goes on where it was when the server stops in the middle, and lets a publication between', async () => {
    for (let n = 0; n < 60; n += 1) await addPost({ delivery: { state: 'written', seq: 1 } })
    const last = await addPost({ delivery: { state: 'written', seq: 1 } })
    // The publication in between draws its neighbour anew.
    await addPost({ delivery: { state: 'written', seq: 1 } })
    await generate()
    round += 1
    delayMs = 40
    await rename(`要闻${round}`)
    await vi.waitFor(() => expect(runner.status().fanOut?.done ?? 0).toBeGreaterThan(20), QUICKLY)
    const before = Date.now()
    await publish()
    const waited = Date.now() - before
    expect(runner.status().fanOut).not.toBeNull()
    expect(waited).toBeLessThan(2_000)
    await stop()
    expect(await textOf(last.file)).toContain(`round ${round - 1}`)
    delayMs = 0
    await start()
    await vi.waitFor(
      async () => expect(await textOf(last.file)).toContain(`round ${round}`),
      QUICKLY,
    )
    await vi.waitFor(() => expect(runner.status().fanOut).toBeNull(), QUICKLY)
  })
})

describe('the search', () => {
  const numberOf = async (id: string) => (await readPost(id)).number

  it('finds a post when its page is written, as it is after a revision, and not after a withdrawal', async () => {
    const post = await addPost({ title: '樱桃查验' })
    expect(await foundFor('樱桃查验')).toEqual([])
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    expect(await foundFor('樱桃查验')).toEqual([await numberOf(post.id)])
    await change({ id: post.id, data: { title: '苹果查验', revision: 2 } })
    await untilDelivery(post.id, 'written')
    expect([await foundFor('樱桃查验'), await foundFor('苹果查验')]).toEqual([
      [],
      [await numberOf(post.id)],
    ])
    await change({ id: post.id, data: { state: 'withdrawn', title: null } })
    await untilDelivery(post.id, 'written')
    expect(await foundFor('苹果查验')).toEqual([])
  })

  it('does not find a removed post from the moment the removal answers', async () => {
    const policy = { issuer: '㵘灥司', topic: '燚龗' }
    const post = await addPost({ title: '龘靐泄密', policy })
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    expect(await foundFor('龘靐')).toHaveLength(1)
    const data = { state: 'removed', title: null, policy: { issuer: null, topic: null } }
    const before = await change({ id: post.id, data })
    await runner.port.retract({ postId: post.id, before, mediaHashes: [] })
    expect(await foundFor('龘靐')).toEqual([])
    for (const ending of ['', '-wal']) {
      const bytes = await readFile(join(bureau.dataDir, `search.db${ending}`))
      for (const word of ['龘靐', '㵘灥', '燚龗']) expect(bytes.includes(word), word).toBe(false)
    }
    await untilDelivery(post.id, 'written')
    expect(await foundFor('龘靐')).toEqual([])
  })

  it('is made although the site cannot be generated', async () => {
    await stop()
    await rm(join(bureau.dataDir, 'search.db'))
    isDown = true
    await start('another build')
    await vi.waitFor(async () => expect((await index.progress()).isComplete).toBe(true), QUICKLY)
    isDown = false
    await settled()
  })

  it('is made anew by one command', async () => {
    const post = await addPost({ title: '海关樱桃' })
    runner.port.deliver(post.id)
    await untilDelivery(post.id, 'written')
    await index.discard()
    expect(await foundFor('海关樱桃')).toEqual([])
    const steps: number[] = []
    const posts = await runner.makeIndex(({ done }) => steps.push(done))
    expect(await foundFor('海关樱桃')).toHaveLength(1)
    const { totalDocs } = await bureau.payload.count({
      collection: 'posts',
      where: { state: { equals: 'live' } },
      overrideAccess: true,
    })
    expect([posts, steps.at(-1)]).toEqual([totalDocs, totalDocs])
  })

  it('is whole again after a start with a file that is missing, broken off or out of date', async () => {
    const post = await addPost({ title: '口岸樱桃', delivery: { state: 'written', seq: 1 } })
    const isFound = async () => {
      await stop()
      await start()
      await vi.waitFor(async () => expect(await foundFor('口岸樱桃')).toHaveLength(1), {
        timeout: 10_000,
      })
      await vi.waitFor(async () => expect((await index.progress()).isComplete).toBe(true))
    }
    await isFound()
    await index.discard()
    await isFound()
    await index.replace({ numbers: [(await numberOf(post.id)) ?? 0], documents: [] })
    await isFound()
  })
})
