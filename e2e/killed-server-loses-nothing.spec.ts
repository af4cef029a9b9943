import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { createClient } from '@libsql/client'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { paragraph, richText } from '../collections/richText/build'
import { freePort } from '../commands/ports'
import { startCms } from '../commands/processes'
import { signIn } from './rest'

const KILLS = 3
const LONGEST_MS = 250

const DOC = z.object({ doc: z.looseObject({ id: z.string() }) })
const FORM = z.object({ doc: z.object({ id: z.string(), rev: z.number() }) })
const STORED_FORM = z.object({ state: z.string() })
const COLUMNS = z.object({ docs: z.tuple([z.object({ id: z.string() })]) })
const POSTS = z.object({ docs: z.array(z.object({ path: z.string(), state: z.string() })) })

/** The demonstration's database and media as they are now, in a data folder of their own. */
const copyOfData = async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'bureau-killed-'))
  const from = process.env.BUREAU_DATA ?? ''
  const source = createClient({ url: pathToFileURL(join(from, 'bureau.db')).href })
  await source.execute({ sql: 'VACUUM INTO ?', args: [join(dataDir, 'bureau.db')] })
  source.close()
  await cp(join(from, 'media'), join(dataDir, 'media'), { recursive: true })
  return dataDir
}

/** A manuscript of the food department with its form, which one signature publishes. */
const submitted = async ({ origin, title }: { origin: string; title: string }) => {
  const author = await signIn({ origin, name: 'author.food' })
  const columns = await author.get('/api/columns?where[path][equals]=food/updates')
  const manuscript = await author.post('/api/manuscripts', {
    title,
    column: COLUMNS.parse(columns.body).docs[0].id,
    kind: 'affairs',
    body: richText(paragraph(`${title}的正文。`)),
    source: { type: 'original', name: '进出口食品安全处' },
  })
  const { id } = DOC.parse(manuscript.body).doc
  const form = await author.post(`/api/manuscripts/${id}/submit`, {
    secrecyStatement: 'clear',
    personalInformation: 'none',
  })
  return FORM.parse(form.body).doc
}

test('a server killed between the last signature and the written page loses nothing', async () => {
  test.setTimeout(KILLS * 60_000)
  const dataDir = await copyOfData()
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: pathToFileURL(join(dataDir, 'bureau.db')).href,
    PAYLOAD_SECRET: 'a secret for this test only, 32 bytes or more',
    SERVER_URL: origin,
    NODE_ENV: 'production',
  }
  let published = 0
  let cms = startCms({ port, env })
  try {
    for (let kill = 0; kill < KILLS; kill += 1) {
      await cms.ready
      const title = `断电试验第${kill + 1}次`
      const form = await submitted({ origin, title })
      const leader = await signIn({ origin, name: 'leader.food' })
      const signing = leader
        .post(`/api/application-forms/${form.id}/sign`, { rev: form.rev, secrecy: 'clear' })
        .catch(() => null)
      // The last one dies right after its answer: signed and stored, nothing written yet.
      await (kill < KILLS - 1 ? wait((LONGEST_MS * kill) / KILLS) : signing)
      await cms.kill()
      const answer = await signing

      cms = startCms({ port, env })
      await cms.ready
      const again = await signIn({ origin, name: 'leader.food' })
      const stateOf = async () =>
        STORED_FORM.parse((await again.get(`/api/application-forms/${form.id}`)).body).state
      if ((await stateOf()) === 'pending') {
        expect(answer?.status, 'an answered signature must be stored').not.toBe(200)
        continue
      }
      await expect.poll(stateOf, { timeout: 30_000 }).toBe('published')
      const query = `/api/posts?where[title][equals]=${encodeURIComponent(title)}`
      const { docs } = POSTS.parse((await again.get(query)).body)
      expect(docs.map(({ state }) => state)).toEqual(['live'])
      for (const { path } of docs) {
        const page = await readFile(join(dataDir, 'public_html', path), 'utf8')
        expect(page).toContain(`${title}的正文。`)
      }
      published += 1
    }
    expect(published).toBeGreaterThan(0)
  } finally {
    await cms.kill()
    await rm(dataDir, { recursive: true, force: true })
  }
})
