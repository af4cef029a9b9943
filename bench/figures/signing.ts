import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { z } from 'zod'
import { paragraph, richText } from '../../collections/richText/build'
import {
  columnUrl,
  dataPartOf,
  dataPartUrl,
  departmentUrl,
  feedUrl,
  homeUrl,
  sitemapPartOf,
  sitemapPartUrl,
} from '../../collections/urls'
import { fileOf } from '../../generator/paths'
import { type Samples, samplesOf, timed } from '../samples'
import type { Subject } from '../subject'

const COLUMN = 'food/updates'
const DEPARTMENT = 'food'
const POLL_MS = 2
const PATIENCE_MS = 60_000
const WARM_UPS = 4
/** Between two texts the server may finish what it does after the files. */
const REST_MS = 100

const LISTED = z.object({ docs: z.array(z.object({ id: z.string() })).min(1) })
const MADE = z.object({ doc: z.object({ id: z.string() }) })
const FORM = z.object({ doc: z.object({ id: z.string(), rev: z.number() }) })
const SIGNED = z.object({ post: z.object({ number: z.number(), path: z.string() }) })

export type Signing = { submit: Samples; sign: Samples; files: Samples }

const STATEMENTS = { secrecyStatement: 'clear', personalInformation: 'none' }

const BODY = richText(
  paragraph(
    '大连口岸检验检疫人员对一批进口冷冻水产品实施现场查验，核对货证，抽取样品送实验室检测。',
  ),
  paragraph('检测结果符合我国食品安全国家标准，货物予以放行。下一步将继续加强风险监测。'),
)

/**
 * The files that show a new post of the column. Its archive page is not among them: only the server knows its number, and
 * it is put in place before the sitemap.
 */
const filesOf = ({ path, number }: { path: string; number: number }) =>
  [
    path,
    homeUrl(),
    columnUrl(COLUMN),
    columnUrl(DEPARTMENT),
    departmentUrl(DEPARTMENT),
    feedUrl(COLUMN),
    feedUrl(DEPARTMENT),
    dataPartUrl(dataPartOf(number)),
    sitemapPartUrl(sitemapPartOf(number)),
  ].map(fileOf)

const shows = async ({ file, path, since }: { file: string; path: string; since: number }) => {
  try {
    const { mtimeMs } = await stat(file)
    return mtimeMs >= since && (await readFile(file, 'utf8')).includes(path)
  } catch {
    return false
  }
}

/** Waits until every file was written after `since` and names the post. */
const untilShown = async ({
  files,
  path,
  since,
}: {
  files: string[]
  path: string
  since: number
}) => {
  const deadline = performance.now() + PATIENCE_MS
  for (let left = files; ; ) {
    const still: string[] = []
    for (const file of left) if (!(await shows({ file, path, since }))) still.push(file)
    if (still.length === 0) return
    if (performance.now() > deadline) throw new Error(`${still.join(', ')} not written`)
    left = still
    await wait(POLL_MS)
  }
}

type Api = Awaited<ReturnType<Subject['as']>>

const write = async ({ author, column, turn }: { author: Api; column: string; turn: number }) => {
  const answer = await author.post('/api/manuscripts', {
    title: `大连口岸开展进口水产品专项查验（第${turn + 1}批）`,
    column,
    kind: 'news',
    body: BODY,
    source: { type: 'original', name: '进出口食品安全处' },
    eventDate: new Date().toISOString(),
  })
  return MADE.parse(answer.body).doc.id
}

/**
 * Writes, submits and signs texts over HTTP, as two persons would, and waits for the files of each. The last signature is
 * the only one: its column takes the department's route.
 */
export const measureSigning = async ({
  subject,
  times,
}: {
  subject: Subject
  times: number
}): Promise<Signing> => {
  const root = join(subject.data.dataDir, 'public_html')
  const author = await subject.as(`author.${DEPARTMENT}`)
  const leader = await subject.as(`leader.${DEPARTMENT}`)
  const columns = await author.get(`/api/columns?where[path][equals]=${COLUMN}&depth=0`)
  const column = LISTED.parse(columns.body).docs[0]?.id ?? ''
  const values: Record<keyof Signing, number[]> = { submit: [], sign: [], files: [] }

  for (let turn = 0; turn < WARM_UPS + times; turn += 1) {
    const manuscript = await write({ author, column, turn })
    const submitted = await timed(() =>
      author.post(`/api/manuscripts/${manuscript}/submit`, STATEMENTS),
    )
    const { id, rev } = FORM.parse(submitted.result.body).doc
    const since = Date.now()
    const signed = await timed(() =>
      leader.post(`/api/application-forms/${id}/sign`, { rev, secrecy: 'clear' }),
    )
    const answered = performance.now()
    const { post } = SIGNED.parse(signed.result.body)
    const files = filesOf(post).map((file) => join(root, file))
    await untilShown({ files, path: post.path, since })
    if (turn < WARM_UPS) continue
    values.submit.push(submitted.ms)
    values.sign.push(signed.ms)
    values.files.push(performance.now() - answered)
    await wait(REST_MS)
  }
  return {
    submit: samplesOf(values.submit),
    sign: samplesOf(values.sign),
    files: samplesOf(values.files),
  }
}
