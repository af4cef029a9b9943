import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { z } from 'zod'
import { paragraph, richText } from '../collections/richText/build'
import { Refused } from '../commands/environment'
import { freePort } from '../commands/ports'
import { runToEnd } from '../commands/processes'
import { signIn } from '../e2e/rest'
import { askStatus } from '../generator/controlChannel'
import { childrenNamed, residentOf } from './processes'
import { samplesOf } from './samples'

const VISITORS = 50
const CLERKS = 5
const KILLS = 3
const THINKING_MS = 200
const WAY_MS = 100
const LOOK_MS = 1_000
const FIRST_MINUTE_MS = 60_000
const STARTED = /^Ctrl-C/
const SETTLING_MS = 120_000

const DOC = z.object({ doc: z.looseObject({ id: z.string() }) })
const FORM = z.object({ doc: z.looseObject({ id: z.string(), rev: z.number() }) })
const SIGNED = z.object({ post: z.object({ id: z.string(), path: z.string() }) })
const COLUMNS = z.object({ docs: z.tuple([z.object({ id: z.string() })]) })

type Place = { cms: string; site: string; dataDir: string; env: Record<string, string> }
type Run = Place & { isOver: () => boolean }
type Post = { id: string; path: string; manuscript: string }

/** What came of a soak. */
export type Soak = {
  published: number
  revised: number
  withdrawn: number
  pages: number
  /** pages that visitors did not get */
  failedPages: number
  lists: number
  kills: number
  memory: { afterFirstMinute: number; atEnd: number; growth: number }
  isProven: boolean
}

const bytesToMegabytes = (bytes: number) => Math.round(bytes / 1_000_000)

/** Starts both servers as `npm start` does, on a new data folder. */
const start = async (folder: string) => {
  const dataDir = join(folder, 'soak')
  rmSync(dataDir, { recursive: true, force: true })
  mkdirSync(dataDir, { recursive: true })
  const [port, sitePort] = [await freePort(), await freePort()]
  const env = {
    DATA_DIR: dataDir,
    DATABASE_URL: pathToFileURL(join(dataDir, 'bureau.db')).href,
    PORT: String(port),
    SITE_PORT: String(sitePort),
    SERVER_URL: '',
    SITE_URL: '',
  }
  const args = ['--conditions=production', '--import', 'tsx', 'commands/start.ts']
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (STARTED.test(line)) resolve()
    })
    void ended.then(() => reject(new Refused('The bureau could not start')))
  })
  const place: Place = {
    cms: `http://127.0.0.1:${port}`,
    site: `http://127.0.0.1:${sitePort}`,
    dataDir,
    env,
  }
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
  }
  return { place, pid: child.pid ?? 0, stop }
}

/** Publishes, revises and withdraws; what a kill interrupts is left as it is, and another text begun. */
const clerkAtWork = async ({ cms, isOver, posts }: Run & { posts: Post[] }) => {
  const done = { published: 0, revised: 0, withdrawn: 0 }
  const handIn = async (manuscript: string) => {
    const author = await signIn({ origin: cms, name: 'author.food' })
    const statements = { secrecyStatement: 'clear', personalInformation: 'none' }
    const form = await author.post(`/api/manuscripts/${manuscript}/submit`, statements)
    const { id, rev } = FORM.parse(form.body).doc
    const leader = await signIn({ origin: cms, name: 'leader.food' })
    const signature = { rev, secrecy: 'clear', opinion: '同意' }
    const answer = await leader.post(`/api/application-forms/${id}/sign`, signature)
    return SIGNED.parse(answer.body).post
  }
  const publish = async (turn: number) => {
    const author = await signIn({ origin: cms, name: 'author.food' })
    const columns = await author.get('/api/columns?where[path][equals]=food/updates')
    const written = await author.post('/api/manuscripts', {
      title: `持续运行第${turn}则`,
      column: COLUMNS.parse(columns.body).docs[0].id,
      kind: 'affairs',
      summary: '持续运行',
      source: { type: 'original', name: '进出口食品安全处' },
      body: richText(paragraph(`持续运行第${turn}则的正文。`)),
    })
    const manuscript = DOC.parse(written.body).doc.id
    posts.push({ ...(await handIn(manuscript)), manuscript })
    done.published += 1
  }
  const revise = async (post: Post) => {
    await handIn(post.manuscript)
    done.revised += 1
  }
  const withdraw = async (post: Post) => {
    const office = await signIn({ origin: cms, name: 'office' })
    const answer = await office.post(`/api/posts/${post.id}/withdraw`, {
      explanation: '持续运行。',
    })
    if (answer.status === 200) done.withdrawn += 1
  }
  for (let turn = 1; !isOver(); turn += 1) {
    const old = posts[turn % Math.max(1, posts.length)]
    try {
      if (old && turn % 5 === 0) await withdraw(old)
      else if (old && turn % 3 === 0) await revise(old)
      else await publish(turn)
    } catch {
      // The CMS was killed, or the form of this text is still open: the next turn takes another.
    }
    await wait(WAY_MS)
  }
  return done
}

/** Reads the public site: it must answer whatever happens to the CMS. */
const visitor = async ({ site, isOver, posts }: Run & { posts: Post[] }, which: number) => {
  const fixed = ['/', '/columns/food/updates/', '/departments/', '/map/', '/feeds/food/updates.xml']
  const done = { pages: 0, failed: 0 }
  for (let turn = which; !isOver(); turn += 1) {
    const post = posts[Math.floor(Math.random() * posts.length)]
    const path = post && turn % 2 === 0 ? post.path : (fixed[turn % fixed.length] ?? '/')
    try {
      const response = await fetch(site + path)
      await response.arrayBuffer()
      // A post whose page is still being written has none yet.
      if (response.ok || path === post?.path) done.pages += 1
      else done.failed += 1
    } catch {
      done.failed += 1
    }
    await wait(THINKING_MS)
  }
  return done
}

/** Looks at lists in the admin. */
const reader = async ({ cms, isOver }: Run) => {
  let lists = 0
  while (!isOver()) {
    try {
      const { token } = await signIn({ origin: cms, name: 'leader.food' })
      for (const list of ['application-forms', 'posts', 'manuscripts']) {
        const response = await fetch(`${cms}/admin/collections/${list}`, {
          headers: { cookie: `payload-token=${token}`, origin: cms },
        })
        await response.arrayBuffer()
        if (response.ok) lists += 1
        await wait(THINKING_MS)
      }
    } catch {
      await wait(THINKING_MS)
    }
  }
  return lists
}

/** Kills the CMS, in the first half of the time; then watches the memory of the one that is left. */
const reaper = async ({ pid, isOver, lengthMs }: Run & { pid: number; lengthMs: number }) => {
  let kills = 0
  for (; kills < KILLS; kills += 1) {
    await wait(lengthMs / (2 * (KILLS + 1)))
    for (const cms of childrenNamed({ root: pid, name: 'next-server' })) {
      process.kill(cms, 'SIGKILL')
    }
  }
  await wait(FIRST_MINUTE_MS)
  const early: number[] = []
  const late: number[] = []
  const half = Date.now() + lengthMs / 20
  while (!isOver()) {
    const bytes = residentOf(pid)
    if (Date.now() < half) early.push(bytes)
    late.push(bytes)
    if (late.length > early.length) late.shift()
    await wait(LOOK_MS)
  }
  const afterFirstMinute = samplesOf(early).median
  const atEnd = samplesOf(late).median
  return { kills, memory: { afterFirstMinute, atEnd, growth: atEnd / afterFirstMinute - 1 } }
}

const untilSettled = async (dataDir: string) => {
  const deadline = Date.now() + SETTLING_MS
  while (Date.now() < deadline) {
    const status = await askStatus(dataDir).catch(() => null)
    if (status?.isSettled && status.retrying === 0) return
    await wait(LOOK_MS)
  }
}

/**
 * Publishes, revises and withdraws for a while, with visitors and clerks at work and the CMS killed three times, and
 * proves afterwards what is public.
 */
export const runSoak = async ({
  folder,
  minutes,
}: {
  folder: string
  minutes: number
}): Promise<Soak> => {
  const lengthMs = minutes * 60_000
  const { place, pid, stop } = await start(folder)
  const end = Date.now() + lengthMs
  const run: Run = { ...place, isOver: () => Date.now() >= end }
  const posts: Post[] = []
  try {
    const many = <Result>(count: number, work: (which: number) => Promise<Result>) =>
      Promise.all(Array.from({ length: count }, (_, which) => work(which)))
    const [work, visits, lists, watched] = await Promise.all([
      clerkAtWork({ ...run, posts }),
      many(VISITORS, (which) => visitor({ ...run, posts }, which)),
      many(CLERKS, () => reader(run)),
      reaper({ ...run, pid, lengthMs }),
    ])
    await untilSettled(place.dataDir)
    const args = ['--import', 'tsx', 'commands/verify.ts']
    const isProven = (await runToEnd({ args, env: place.env })) === 0
    const sum = (values: number[]) => values.reduce((all, one) => all + one, 0)
    return {
      ...work,
      pages: sum(visits.map(({ pages }) => pages)),
      failedPages: sum(visits.map(({ failed }) => failed)),
      lists: sum(lists),
      ...watched,
      isProven,
    }
  } finally {
    await stop()
  }
}

/** What came of it, in lines; the last says whether it held. */
export const soakLines = (soak: Soak, { mostGrowth }: { mostGrowth: number }) => {
  const { afterFirstMinute, atEnd, growth } = soak.memory
  const holds = soak.isProven && soak.failedPages === 0 && growth <= mostGrowth
  return {
    holds,
    lines: [
      `发布 ${soak.published}，修订 ${soak.revised}，撤下 ${soak.withdrawn}；CMS 被强制结束 ${soak.kills} 次`,
      `访客读取 ${soak.pages} 页，失败 ${soak.failedPages}；后台列表 ${soak.lists} 次`,
      `内存：第一分钟后 ${bytesToMegabytes(afterFirstMinute)} MB，结束时 ${bytesToMegabytes(atEnd)} MB（${Math.round(growth * 100)}%）`,
      soak.isProven ? '核验：一致' : '核验：不一致，见上',
    ],
  }
}
