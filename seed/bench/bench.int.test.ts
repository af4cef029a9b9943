import { spawn } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { idOf } from '../../access/person'
import { nextNumber } from '../../collections/counters/nextNumber'
import type { ApplicationForm, Post, PublicationRecord } from '../../payload-types'
import { type Bureau, openBureau } from '../../testing/bureau'
import { digestOf } from '../../testing/rows'
import { contentOf } from '../../workflow/content'
import { chainReasons } from '../../workflow/decide'
import { factsOf } from '../../workflow/facts'
import { fileReasons, hashReasons } from '../../workflow/proof'
import { readSnapshot } from '../../workflow/snapshot'
import { firstBrokenRecord } from '../../workflow/verifyRecords'
import { makeFrame } from '../frame'
import { OtherBench, seedBench } from '.'
import { BENCH_PREFIX } from './mark'

const POSTS = 400
const NOW = new Date('2026-05-20T02:00:00.000Z')

let bureau: Bureau

beforeAll(async () => {
  bureau = await openBureau()
  await makeFrame({ payload: bureau.payload, now: NOW })
  await nextNumber({ payload: bureau.payload, key: 'seed-finished' })
})

afterAll(() => bureau.close())

const ALL = { depth: 0, limit: 0, pagination: false, overrideAccess: true } as const

const rows = async () => {
  const { payload } = bureau
  const posts = await payload.find({ collection: 'posts', sort: 'number', ...ALL })
  const forms = await payload.find({ collection: 'application-forms', ...ALL })
  const records = await payload.find({ collection: 'publication-records', sort: 'seq', ...ALL })
  const byId = new Map(forms.docs.map((form) => [form.id, form]))
  return { posts: posts.docs, forms: byId, records: records.docs }
}

const formOf = (forms: Map<string, ApplicationForm>, post: Post) => {
  const form = forms.get(idOf(post.form) ?? '')
  if (!form) throw new Error(`Post ${post.number} has no form`)
  return form
}

/** Rows as they come out of the database again: without the keys that say nothing. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_, item: unknown) => item ?? undefined))

/** Runs the seed command in a process of its own and kills it some moments after it began to write. */
const killCommand = (after: number) =>
  new Promise<number | null>((resolve) => {
    const program = ['--conditions=production', '--import', 'tsx', 'commands/seed.ts']
    const child = spawn(process.execPath, [...program, '--posts', String(POSTS)])
    child.stderr.on('data', (chunk: Buffer) => {
      if (String(chunk).includes(`/${POSTS}`)) setTimeout(() => child.kill('SIGKILL'), after)
    })
    child.on('close', (code) => resolve(code))
  })

describe('the bench data', () => {
  it('go on after a kill', async () => {
    expect(await killCommand(350)).toBeNull()
    const { posts } = await rows()
    expect(posts.length).toBeLessThan(POSTS)
    await seedBench({ payload: bureau.payload, posts: POSTS, now: NOW })
  }, 240_000)

  it('make a bureau of 50 departments and 40 columns, with posts of twelve years', async () => {
    const { payload } = bureau
    const count = async (collection: 'departments' | 'columns' | 'manuscripts') =>
      (await payload.count({ collection, overrideAccess: true })).totalDocs
    expect([await count('departments'), await count('columns')]).toEqual([50, 40])
    expect(await count('manuscripts')).toBe(POSTS)
    const { posts } = await rows()
    expect(posts.map(({ number }) => number)).toEqual(posts.map((_, index) => index + 1))
    expect(new Set(posts.map(({ publishedAt }) => publishedAt?.slice(0, 4))).size).toBe(13)
    expect(new Set(posts.map(({ path }) => path)).size).toBe(POSTS)
    for (const { imported } of posts) expect(imported?.key).toMatch(BENCH_PREFIX)
    const attached = posts.filter(
      ({ attachments }) => Array.isArray(attachments) && attachments.length > 0,
    )
    expect(attached).toHaveLength(POSTS / 10)
  })

  it('number the posts of each column without a gap, in the order of their times', async () => {
    const { posts } = await rows()
    for (const column of new Set(posts.map((post) => idOf(post.column)))) {
      const own = posts.filter((post) => idOf(post.column) === column)
      expect(own.map(({ columnSeq }) => columnSeq)).toEqual(own.map((_, index) => index + 1))
      const times = own.map(({ publishedAt }) => publishedAt ?? '')
      expect(times).toEqual(times.toSorted())
    }
  })

  it('carry signatures by distinct people for exactly the text that is public', async () => {
    const { payload } = bureau
    const { posts, forms } = await rows()
    for (const post of posts) {
      const form = formOf(forms, post)
      expect([form.state, form.contentHash]).toEqual(['published', post.contentHash])
      expect([...hashReasons(form), ...chainReasons(factsOf(form))]).toEqual([])
      const snapshot = readSnapshot(form.snapshot ?? '')
      expect(plain(post)).toMatchObject(Object(plain(contentOf(snapshot))))
      expect(post.providers?.map(idOf)).toEqual(snapshot.providers)
      if (snapshot.files.length > 0) expect(await fileReasons({ payload, form })).toEqual([])
    }
  }, 120_000)

  it('leave a whole chain of publication records, one a post', async () => {
    const { posts, records } = await rows()
    expect(firstBrokenRecord(records)).toBeNull()
    const facts = ({ number, path, hash, at }: PublicationRecord) => [number, path, hash, at]
    const known = posts.map((post) => [post.number, post.path, post.contentHash, post.publishedAt])
    expect(records.map(facts)).toEqual(known)
  })

  it('can be published on: the next numbers come after theirs', async () => {
    const { payload } = bureau
    expect(await nextNumber({ payload, key: 'post-number' })).toBe(POSTS + 1)
  })

  it('are not touched by another run, and refuse another number of posts', async () => {
    const { payload } = bureau
    const before = await digestOf(payload)
    await seedBench({ payload, posts: POSTS, now: new Date() })
    expect(await digestOf(payload)).toEqual(before)
    const other = seedBench({ payload, posts: POSTS + 1, now: NOW })
    await expect(other).rejects.toThrow(OtherBench)
    expect(await digestOf(payload)).toEqual(before)
  }, 60_000)
})
