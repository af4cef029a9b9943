import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainText } from '../../collections/richText/text'
import { type Bureau, openBureau } from '../../testing/bureau'
import { importerOf } from './importer'
import { importLaws } from './importLaws'
import { inGbk, madeLaw } from './madeLaws'
import {
  AUTHOR,
  COLUMN,
  makeOfficeBureau,
  OTHER_AUTHOR,
  SIGNERS,
  setMigration,
} from './officeBureau'
import { scanFolder } from './read'
import type { ImportReport } from './report'

let bureau: Bureau
let folder: string

beforeAll(async () => {
  bureau = await openBureau()
  folder = await mkdtemp(join(tmpdir(), 'laws-'))
  await makeOfficeBureau(bureau.payload)
})
afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await bureau.close()
})

const run = async ({ from = folder, stopAfter = Number.POSITIVE_INFINITY } = {}) => {
  const { payload } = bureau
  const importer = await importerOf({ payload, email: AUTHOR, columnPath: COLUMN, now: new Date() })
  const { files, problems } = await scanFolder(from)
  const report: ImportReport = { created: 0, completed: 0, comparisons: [], problems, notes: [] }
  let done = 0
  const onFile = () => {
    done += 1
    if (done >= stopAfter) throw new Error('cut short')
  }
  await importLaws({ payload, importer, files, report, onFile }).catch((error: Error) => {
    if (error.message !== 'cut short') throw error
  })
  return report
}

const count = async (collection: 'manuscripts' | 'application-forms' | 'posts') =>
  (await bureau.payload.count({ collection, overrideAccess: true })).totalDocs

const put = async (name: string, content: string | Uint8Array) => {
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, name), content)
}

const allPending = async () => {
  const { docs } = await bureau.payload.find({
    collection: 'application-forms',
    where: { state: { equals: 'pending' } },
    select: { rev: true },
    depth: 0,
    limit: 1000,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

const signAll = async () => {
  for (const [index, email] of SIGNERS.entries()) {
    const token = await bureau.login(email)
    const items = (await allPending()).map(({ id, rev }) => ({
      id,
      rev,
      opinion: '同意',
      ...(index === 0 ? { secrecy: 'clear' } : {}),
    }))
    const answer = await bureau.rest({
      method: 'POST',
      path: '/api/application-forms/sign-many',
      token,
      body: items,
    })
    const statuses = JSON.stringify(answer.body).match(/"status":\d+/g) ?? []
    expect([answer.status, new Set(statuses), statuses.length]).toEqual([
      200,
      new Set(['"status":200']),
      items.length,
    ])
  }
}

const postTitled = async (title: string, on?: string) => {
  const { docs } = await bureau.payload.find({
    collection: 'posts',
    where: {
      and: [{ title: { equals: title } }, ...(on ? [{ 'imported.key': { contains: on } }] : [])],
    },
    depth: 0,
    limit: 2,
    pagination: false,
    overrideAccess: true,
  })
  expect(docs).toHaveLength(1)
  return docs[0]
}

describe('npm run import', () => {
  it('refuses before anything is written: another department, an unknown column or account, a closed migration', async () => {
    const { payload } = bureau
    const now = new Date()
    const as = (email: string, columnPath = COLUMN) =>
      importerOf({ payload, email, columnPath, now })
    await expect(as(OTHER_AUTHOR)).rejects.toThrow(/办公室/)
    await expect(as(AUTHOR, 'no/such')).rejects.toThrow('no/such')
    await expect(as('nobody@bureau.example')).rejects.toThrow('nobody@bureau.example')
    await setMigration({ payload, open: false })
    await expect(as(AUTHOR)).rejects.toThrow(/迁移/)
    await setMigration({ payload, open: true })
    expect(await count('manuscripts')).toBe(0)
  })

  it('makes a manuscript and a migration form of each law, whatever state its file is in', async () => {
    await put('甲法(2020-01-01).md', madeLaw({ title: '甲法', date: '2020-01-01' }))
    await put('甲法(2024-05-06).md', madeLaw({ title: '甲法', date: '2024-05-06' }))
    await put('乙法(2021-02-03).md', inGbk(madeLaw({ title: '乙法', date: '2021-02-03' })))
    await put('长法(2022-02-02).md', madeLaw({ title: '长法', date: '2022-02-02', articles: 1000 }))
    await put('空法(2020-01-01).md', '')
    const report = await run()
    expect(report).toMatchObject({ created: 4, completed: 0, comparisons: [] })
    expect(report.problems.map(({ path }) => path)).toEqual(['空法(2020-01-01).md'])
    const forms = await allPending()
    expect(forms).toHaveLength(4)
  })

  it('changes nothing when it is run again', async () => {
    const before = [await count('manuscripts'), await count('application-forms')]
    const report = await run()
    expect(report).toMatchObject({ created: 0, completed: 0 })
    expect(report.comparisons.map(({ code }) => code)).toEqual(['same', 'same', 'same', 'same'])
    expect([await count('manuscripts'), await count('application-forms')]).toEqual(before)
  })

  it('leaves a law alone whose key it knows with another text', async () => {
    await put('甲法(2020-01-01).md', madeLaw({ title: '甲法', date: '2020-01-01', articles: 9 }))
    const before = await count('application-forms')
    const report = await run()
    expect(report.comparisons.filter(({ code }) => code === 'different')).toHaveLength(1)
    expect(await count('application-forms')).toBe(before)
  })

  it('submits a manuscript whose form an interrupted run did not make', async () => {
    const { payload } = bureau
    const [form] = await allPending()
    await payload.db.deleteOne({
      collection: 'application-forms',
      where: { id: { equals: form?.id } },
    })
    expect(await run()).toMatchObject({ created: 0, completed: 1 })
    expect(await allPending()).toHaveLength(4)
  })

  it('goes on where it was cut short', async () => {
    for (const number of [1, 2, 3]) {
      const title = `续${number}法`
      await put(`${title}(2019-01-0${number}).md`, madeLaw({ title, date: `2019-01-0${number}` }))
    }
    const before = await count('manuscripts')
    await run({ stopAfter: 6 })
    await run()
    expect(await count('manuscripts')).toBe(before + 3)
    expect(await allPending()).toHaveLength(7)
  })

  it('has every article of a law of 1,000 articles live, in order, after three signatures', async () => {
    await signAll()
    const post = await postTitled('长法')
    const articles = plainText(post?.body).match(/^第[零一二三四五六七八九十百千]+条/gm) ?? []
    expect(articles).toHaveLength(1000)
    expect(new Set(articles).size).toBe(1000)
    expect([articles[0], articles.at(-1)]).toEqual(['第一条', '第一千条'])
    expect(post).toMatchObject({ state: 'live', migrated: true })
  })
})
