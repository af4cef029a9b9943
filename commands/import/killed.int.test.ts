import { spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Bureau, openBureau } from '../../testing/bureau'
import { madeLaw } from './madeLaws'
import { AUTHOR, COLUMN, makeOfficeBureau } from './officeBureau'

const LAWS = 14
// Each start takes its time; what a kill leaves does not depend on the database.
const IS_MONGO = process.env.BUREAU_TEST_ENGINE === 'mongodb'
const KILLED_AFTER_MS = IS_MONGO ? [300] : [40, 500]

let bureau: Bureau
let folder: string

beforeAll(async () => {
  bureau = await openBureau()
  folder = await mkdtemp(join(tmpdir(), 'laws-'))
  await makeOfficeBureau(bureau.payload)
  for (let number = 10; number < 10 + LAWS; number += 1) {
    const title = `第${number}号示范法`
    const text = madeLaw({ title, date: '2020-01-01', articles: 60 })
    await writeFile(join(folder, `${title}(2020-01-01).md`), text)
  }
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
  await bureau.close()
})

type Ended = { code: number | null; signal: string | null; out: string; error: string }

/** The command itself, in a process of its own, beside the Payload of this one. */
const runImport = ({ args, killAfter }: { args: string[]; killAfter?: number }) =>
  new Promise<Ended>((resolve) => {
    const program = ['--conditions=production', '--import', 'tsx', 'commands/import.ts', ...args]
    const child = spawn(process.execPath, program, { env: { ...process.env, INIT_CWD: '' } })
    let out = ''
    let error = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
    })
    child.stderr.on('data', (chunk) => {
      const isFirst = error === ''
      error += chunk
      if (isFirst && killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    })
    child.on('close', (code, signal) => resolve({ code, signal, out, error }))
  })

const whole = () => [folder, '--column', COLUMN, '--as', AUTHOR]

const counted = async (collection: 'manuscripts' | 'application-forms') =>
  (await bureau.payload.count({ collection, overrideAccess: true })).totalDocs

const rows = async () => {
  const { docs } = await bureau.payload.find({
    collection: 'manuscripts',
    depth: 0,
    limit: 100,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

it.skipIf(IS_MONGO)(
  'says in one clear line that there is no such account, with exit 1, and writes nothing',
  async () => {
    const args = [folder, '--column', COLUMN, '--as', 'nobody@bureau.example']
    expect(await runImport({ args })).toEqual({
      code: 1,
      signal: null,
      out: '',
      error: '没有账号 nobody@bureau.example\n',
    })
    expect(await counted('manuscripts')).toBe(0)
  },
  120_000,
)

it('goes on after being killed at any moment: each law once, whole, with one form', async () => {
  for (const killAfter of KILLED_AFTER_MS) {
    const { signal } = await runImport({ args: whole(), killAfter })
    expect(signal).toBe('SIGKILL')
  }
  expect(await counted('manuscripts')).toBeLessThan(LAWS)
  const { code, out } = await runImport({ args: whole() })
  expect(code).toBe(0)
  expect(out).toContain('未导入 0 件')

  const manuscripts = await rows()
  expect(new Set(manuscripts.map(({ imported }) => imported?.key)).size).toBe(LAWS)
  expect(manuscripts).toHaveLength(LAWS)
  expect(await counted('application-forms')).toBe(LAWS)
  for (const { id, providers, createdBy } of manuscripts) {
    expect(providers).toHaveLength(1)
    expect(createdBy).toBeTruthy()
    const versions = await bureau.payload.countVersions({
      collection: 'manuscripts',
      where: { parent: { equals: id } },
      overrideAccess: true,
    })
    expect(versions.totalDocs).toBe(1)
  }
}, 400_000)

it('gives a manuscript that a kill left without provider and version both of them', async () => {
  const { payload } = bureau
  const [manuscript] = await rows()
  const id = manuscript?.id ?? ''
  const of = { equals: id }
  await payload.db.deleteOne({ collection: 'application-forms', where: { manuscript: of } })
  await payload.db.deleteVersions({ collection: 'manuscripts', where: { parent: of } })
  await payload.db.updateOne({
    collection: 'manuscripts',
    where: { id: of },
    data: { providers: [] },
  })
  const { out } = await runImport({ args: whole() })
  expect(out).toContain(`新导入 0 件，补办申请 1 件，已有相同 ${LAWS - 1} 件`)
  expect(await counted('application-forms')).toBe(LAWS)
  const form = await payload.find({
    collection: 'application-forms',
    where: { manuscript: of },
    depth: 0,
    overrideAccess: true,
  })
  expect(form.docs).toHaveLength(1)
  expect(JSON.parse(form.docs[0]?.snapshot ?? '').providers).toHaveLength(1)
}, 120_000)
