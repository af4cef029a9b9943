import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fileOf } from './paths'
import { openStore, type Store, Superseded } from './store'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const POST = '/posts/2026/1.html'
const PICTURE = '/media/0123456789abcdef/a.jpg'

let dataDir = ''
let store: Store

const publicFile = (file: string) => join(dataDir, 'public_html', file)
const contentOf = (file: string) => readFile(publicFile(file), 'utf8')
const page = ({ url, text, media }: { url: string; text: string; media?: string[] }) =>
  store.stagePage({ url, bytes: Buffer.from(text), media })
const write = async (pages: { url: string; text: string; media?: string[] }[]) => {
  const since = store.now()
  const staged = []
  for (const item of pages) staged.push(await page(item))
  return await store.commit({ staged, since })
}
const stagePicture = async (text: string) => {
  const from = join(dataDir, 'picture.jpg')
  await writeFile(from, text)
  return await store.stageMedia({ url: PICTURE, from, sha256: sha256(text) })
}
const writePostWithPicture = async () => {
  const since = store.now()
  const staged = [
    await stagePicture('picture'),
    await page({ url: POST, text: 'post', media: [PICTURE] }),
  ]
  await store.commit({ staged, since })
}

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'bureau-store-'))
  store = await openStore({ folder: dataDir })
})
afterEach(async () => {
  await store.close()
  await rm(dataDir, { recursive: true, force: true })
})

describe('a commit', () => {
  it('writes pages where their URLs say and remembers their hashes', async () => {
    await write([
      { url: POST, text: 'post' },
      { url: '/columns/news/', text: 'list' },
    ])
    expect(await contentOf('posts/2026/1.html')).toBe('post')
    expect(await contentOf('columns/news/index.html')).toBe('list')
    expect(store.entryOf('posts/2026/1.html')).toEqual({ sha256: sha256('post'), size: 4 })
    expect(await readdir(join(dataDir, 'staging'))).toEqual([])
  })

  it('leaves a page that is the same alone', async () => {
    await write([{ url: POST, text: 'post' }])
    expect(await write([{ url: POST, text: 'post' }])).toMatchObject({ written: [] })
  })

  it('writes a page again whose file was changed by someone else', async () => {
    await write([{ url: POST, text: 'post' }])
    await writeFile(publicFile('posts/2026/1.html'), 'evil')
    await write([{ url: POST, text: 'post' }])
    expect(await contentOf('posts/2026/1.html')).toBe('post')
  })

  it('takes absent pages away', async () => {
    await write([{ url: POST, text: 'post' }])
    await store.commit({ staged: [], absent: [POST], since: store.now() })
    expect(store.has(POST)).toBe(false)
    expect(await readdir(publicFile('posts/2026'))).toEqual([])
  })

  it('keeps the old file of the one page that cannot be put in place and writes the others', async () => {
    await mkdir(publicFile('posts/2026/1.html/in-the-way'), { recursive: true })
    const done = await write([
      { url: POST, text: 'post' },
      { url: '/', text: 'home' },
    ])
    expect(done.failed.map(({ file }) => file)).toEqual(['posts/2026/1.html'])
    expect(done.written).toEqual(['index.html'])
    expect(store.has(POST)).toBe(false)
    await rm(publicFile('posts/2026/1.html'), { recursive: true })
    await write([{ url: POST, text: 'post' }])
    expect(await contentOf('posts/2026/1.html')).toBe('post')
  })

  it('does not write a page that shows media which is not there', async () => {
    const done = await write([
      { url: POST, text: 'post', media: [PICTURE] },
      { url: '/', text: 'home' },
    ])
    expect(done.failed).toEqual([
      { file: 'posts/2026/1.html', error: 'media/0123456789abcdef/a.jpg is not there' },
    ])
    expect(store.files()).toEqual(['index.html'])
  })
})

describe('compressed copies', () => {
  const LONG = '关于开展进出口食品安全专项检查的通知'.repeat(100)
  const folder = () => readdir(publicFile('posts/2026'))
  const unpacked = async () => [
    String(gunzipSync(await readFile(publicFile('posts/2026/1.html.gz')))),
    String(brotliDecompressSync(await readFile(publicFile('posts/2026/1.html.br')))),
  ]

  it('stand beside a long page and change with it', async () => {
    await write([{ url: POST, text: LONG }])
    expect(await unpacked()).toEqual([LONG, LONG])
    await write([{ url: POST, text: `${LONG}。` }])
    expect(await unpacked()).toEqual([`${LONG}。`, `${LONG}。`])
    expect(store.files()).toEqual(['posts/2026/1.html'])
  })

  it('go when a short notice takes the place of the page', async () => {
    await write([{ url: POST, text: LONG }])
    await write([{ url: POST, text: 'notice' }])
    expect(await folder()).toEqual(['1.html'])
  })

  it('go before a page that cannot be replaced, so that none is newer or older than it', async () => {
    await write([{ url: POST, text: LONG }])
    await rm(publicFile('posts/2026/1.html'))
    await mkdir(publicFile('posts/2026/1.html/in-the-way'), { recursive: true })
    const done = await write([{ url: POST, text: `${LONG}。` }])
    expect(done.failed).toHaveLength(1)
    expect(await folder()).toEqual(['1.html'])
    await rm(publicFile('posts/2026/1.html'), { recursive: true })
  })

  it('are ours as long as the page has them, and strays where it has none', async () => {
    await write([
      { url: POST, text: LONG },
      { url: '/', text: 'home' },
    ])
    await writeFile(publicFile('index.html.br'), 'x')
    const named = ['posts/2026/1.html.br', 'index.html.br']
    expect(await store.removeStrays(named)).toEqual(['index.html.br'])
  })

  it('that were cut short go at the next opening, and come back with the page', async () => {
    await write([{ url: POST, text: LONG }])
    await truncate(publicFile('posts/2026/1.html.br'), 0)
    await store.close()
    store = await openStore({ folder: dataDir })
    expect(store.damaged()).toEqual(['posts/2026/1.html'])
    expect(await folder()).toEqual(['1.html'])
    await write([{ url: POST, text: LONG }])
    expect(await unpacked()).toEqual([LONG, LONG])
  })

  it('come with a page that is taken over from another release', async () => {
    await write([{ url: POST, text: LONG }])
    const other = await openStore({ folder: join(dataDir, 'next') })
    const staged = await other.stageFrom({ other: store, file: 'posts/2026/1.html' })
    await other.commit({ staged, since: other.now() })
    expect(await readdir(join(dataDir, 'next/public_html/posts/2026'))).toHaveLength(3)
    await other.close()
  })
})

describe('media', () => {
  it('stays while a page shows it and goes with the last one', async () => {
    await writePostWithPicture()
    await write([{ url: '/posts/2026/2.html', text: 'other', media: [PICTURE] }])
    await write([{ url: POST, text: 'notice' }])
    expect(await contentOf('media/0123456789abcdef/a.jpg')).toBe('picture')
    await write([{ url: '/posts/2026/2.html', text: 'notice' }])
    expect(store.has(PICTURE)).toBe(false)
    expect(await readdir(publicFile('media/0123456789abcdef'))).toEqual([])
  })

  it('is refused when it is not the signed file', async () => {
    const from = join(dataDir, 'picture.jpg')
    await writeFile(from, 'another picture')
    await expect(
      store.stageMedia({ url: PICTURE, from, sha256: sha256('picture') }),
    ).rejects.toThrow('not the signed one')
    expect(await readdir(join(dataDir, 'staging'))).toEqual([])
  })
})

describe('a retraction', () => {
  it('removes the page, its compressed copies and its media at once', async () => {
    await writePostWithPicture()
    await writeFile(publicFile('posts/2026/1.html.gz'), 'compressed')
    await writeFile(publicFile('posts/2026/1.html.br'), 'compressed')
    await store.retract({ urls: [POST], mediaHashes: ['0123456789abcdef'] })
    expect(await readdir(publicFile('posts/2026'))).toEqual([])
    expect(await readdir(publicFile('media/0123456789abcdef'))).toEqual([])
  })

  it('removes files that the manifest does not know', async () => {
    await mkdir(publicFile('media/0123456789abcdef'), { recursive: true })
    await mkdir(publicFile('posts/2026'), { recursive: true })
    await writeFile(publicFile('media/0123456789abcdef/b.pdf'), 'x')
    await writeFile(publicFile('posts/2026/1.html'), 'x')
    await store.retract({ urls: [POST], mediaHashes: ['0123456789abcdef0123'] })
    expect(await readdir(publicFile('posts/2026'))).toEqual([])
    expect(await readdir(publicFile('media/0123456789abcdef'))).toEqual([])
  })

  it('keeps media that another page shows', async () => {
    await writePostWithPicture()
    await write([{ url: '/posts/2026/2.html', text: 'other', media: [PICTURE] }])
    await store.retract({ urls: [POST], mediaHashes: ['0123456789abcdef'] })
    expect(await contentOf('media/0123456789abcdef/a.jpg')).toBe('picture')
  })

  it('refuses everything that was rendered before it', async () => {
    const since = store.now()
    const staged = [await page({ url: '/', text: 'home with the leaked title' })]
    await store.retract({ urls: [POST] })
    await expect(store.commit({ staged, since })).rejects.toThrow(Superseded)
    expect(store.has('/')).toBe(false)
    expect(await readdir(join(dataDir, 'staging'))).toEqual([])
  })
})

describe('files of somebody else', () => {
  it('are taken away, and what the manifest knows stays', async () => {
    await writePostWithPicture()
    await writeFile(publicFile('stray.html'), 'x')
    await writeFile(publicFile('posts/2026/1.html.gz'), 'x')
    const named = ['stray.html', 'posts/2026/1.html', 'posts/2026/1.html.gz']
    expect(await store.removeStrays(named)).toEqual(['stray.html', 'posts/2026/1.html.gz'])
    expect(await readdir(dataDir)).toContain('public_html')
    await expect(contentOf('stray.html')).rejects.toThrow('ENOENT')
    expect(await contentOf('posts/2026/1.html')).toBe('post')
  })

  it('in the place of ours are written anew once they are distrusted', async () => {
    await writePostWithPicture()
    await writeFile(publicFile('media/0123456789abcdef/a.jpg'), 'PICTURE')
    store.distrust(['media/0123456789abcdef/a.jpg'])
    await writePostWithPicture()
    expect(await contentOf('media/0123456789abcdef/a.jpg')).toBe('picture')
  })
})

describe('a file of another release', () => {
  it('is taken over with the media that it shows, unless somebody changed it', async () => {
    await writePostWithPicture()
    const other = await openStore({ folder: join(dataDir, 'next') })
    const staged = await other.stageFrom({ other: store, file: 'posts/2026/1.html' })
    await other.commit({ staged, since: other.now() })
    expect(other.files().sort()).toEqual(['media/0123456789abcdef/a.jpg', 'posts/2026/1.html'])
    await writeFile(publicFile('posts/2026/1.html'), 'evil')
    await expect(other.stageFrom({ other: store, file: 'posts/2026/1.html' })).rejects.toThrow(
      'was changed',
    )
    await other.close()
  })
})

describe('a draft', () => {
  const openDraft = () => openStore({ folder: join(dataDir, 'draft'), isDraft: true })

  it('is whole once it is sealed, also when a page was taken away meanwhile', async () => {
    const draft = await openDraft()
    const urls = Array.from({ length: 300 }, (_, number) => `/posts/2026/${number + 1}.html`)
    const staged = await Promise.all(
      urls.map((url) => draft.stagePage({ url, bytes: Buffer.from(url.repeat(100)) })),
    )
    await draft.commit({ staged, since: draft.now() })
    await Promise.all([draft.seal(), draft.retract({ urls: urls.slice(0, 1) })])
    await draft.close()
    const again = await openStore({ folder: join(dataDir, 'draft') })
    expect(again.damaged()).toEqual([])
    expect(again.files().toSorted()).toEqual(urls.slice(1).map(fileOf).toSorted())
    await again.close()
  })

  it('takes changes after it was sealed', async () => {
    const draft = await openDraft()
    await draft.seal()
    const staged = await draft.stagePage({ url: '/about/', bytes: Buffer.from('later') })
    await draft.commit({ staged: [staged], since: draft.now() })
    expect(await readFile(join(draft.root, 'about/index.html'), 'utf8')).toBe('later')
    await draft.close()
  })
})

describe('opening again', () => {
  const reopen = async () => {
    await store.close()
    store = await openStore({ folder: dataDir })
  }

  it('knows what was written', async () => {
    await writePostWithPicture()
    const files = store.files().sort()
    await reopen()
    expect(store.files().sort()).toEqual(files)
    expect(store.damaged()).toEqual([])
  })

  it('reads past a torn last line', async () => {
    await write([{ url: '/', text: 'home' }])
    await write([{ url: POST, text: 'post' }])
    const path = join(dataDir, 'manifest.jsonl')
    const text = await readFile(path, 'utf8')
    await truncate(path, text.length - 9)
    await reopen()
    expect(store.files()).toEqual(['index.html'])
    await write([{ url: POST, text: 'post' }])
    await reopen()
    expect(store.has(POST)).toBe(true)
  })

  it('names files that are missing or of another size', async () => {
    await write([
      { url: '/', text: 'home' },
      { url: POST, text: 'post' },
    ])
    await rm(publicFile('index.html'))
    await writeFile(publicFile('posts/2026/1.html'), 'longer text')
    await reopen()
    expect(store.damaged().sort()).toEqual(['index.html', 'posts/2026/1.html'])
    expect(store.has('/')).toBe(false)
  })

  it('drops what was staged and never recorded', async () => {
    await page({ url: '/', text: 'home' })
    await reopen()
    expect(await readdir(join(dataDir, 'staging'))).toEqual([])
    expect(store.has('/')).toBe(false)
  })

  it('keeps the manifest as short as the list of files', async () => {
    for (let n = 0; n < 5; n += 1) await write([{ url: '/', text: `home ${n}` }])
    await reopen()
    const lines = (await readFile(join(dataDir, 'manifest.jsonl'), 'utf8')).trim().split('\n')
    expect(lines).toHaveLength(1)
  })
})
