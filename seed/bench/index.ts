import type { Payload } from 'payload'
import { currentNumber, takeNumbers } from '../../collections/counters/nextNumber'
import { raiseSiteVersion } from '../../collections/siteChanged'
import { columnCounter, POST_NUMBER } from '../../workflow/makePost'
import { lastRecord } from '../../workflow/records'
import { formCounter } from '../../workflow/submit'
import { dayOf } from '../day'
import type { BulkWriter } from './bulk/rows'
import { withBulkWriter } from './bulk/writer'
import { type BenchFrame, makeBenchFrame } from './frame'
import { BENCH_COUNTERS } from './mark'
import { type BenchItem, benchPlan } from './plan'
import { chainOf, type FirstNumbers, type Press, publicationOf } from './publication'

const BATCH = 500
const ATTEMPTS = 5

type Plan = ReturnType<typeof benchPlan>

/** Another number of posts was asked for before. */
export class OtherBench extends Error {
  constructor(public readonly posts: number) {
    super(`The database holds bench data for ${posts} posts`)
  }
}

/** A value that is written once and then stays. */
const keptValue = async ({
  payload,
  key,
  value,
}: {
  payload: Payload
  key: string
  value: number
}) => {
  const kept = await currentNumber({ payload, key })
  return kept > 0 ? kept : takeNumbers({ payload, key, count: value })
}

/** The first of as many numbers of a sequence as are needed, taken once: a run that goes on finds them again. */
const firstOf = async ({
  payload,
  sequence,
  count,
}: {
  payload: Payload
  sequence: string
  count: number
}) => {
  const key = BENCH_COUNTERS.base(sequence)
  const kept = await currentNumber({ payload, key })
  if (kept > 0) return kept
  const last = await takeNumbers({ payload, key: sequence, count })
  return keptValue({ payload, key, value: last - count + 1 })
}

const firstNumbers = async ({
  payload,
  plan,
  frame,
}: {
  payload: Payload
  plan: Plan
  frame: BenchFrame
}): Promise<FirstNumbers> => {
  const column = new Map<string, number>()
  for (const [path, count] of plan.perColumn) {
    const sequence = columnCounter(frame.columns.get(path) ?? '')
    column.set(path, await firstOf({ payload, sequence, count }))
  }
  const form = new Map<string, number>()
  for (const [year, count] of plan.perYear) {
    const sequence = formCounter(`${year}-07-01T00:00:00.000Z`)
    form.set(year, await firstOf({ payload, sequence, count }))
  }
  const count = plan.items.length
  return { post: await firstOf({ payload, sequence: POST_NUMBER, count }), column, form }
}

/** How many of the posts are there: they are written in the order of their numbers. */
const countDone = async ({
  payload,
  first,
  posts,
}: {
  payload: Payload
  first: number
  posts: number
}) => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: {
      and: [{ number: { greater_than_equal: first } }, { number: { less_than: first + posts } }],
    },
    select: { number: true },
    sort: '-number',
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]?.number ? docs[0].number - first + 1 : 0
}

/** The keys of records that a killed run has left behind: MongoDB writes a batch piece by piece. */
const knownRecords = async ({ payload, keys }: { payload: Payload; keys: string[] }) => {
  const { docs } = await payload.find({
    collection: 'publication-records',
    where: { key: { in: keys } },
    select: { key: true },
    depth: 0,
    limit: keys.length,
    pagination: false,
    overrideAccess: true,
  })
  return new Set(docs.map(({ key }) => key))
}

/** For each interpretation the newest policy file before it. */
const interpretedBy = (items: BenchItem[]) => {
  let policy: number | null = null
  return items.map(({ index, place }) => {
    if (place.path === 'policies/files') policy = index
    return place.kind === 'interpretation' ? policy : null
  })
}

/** For each post the five before it in its column. */
const relatedIn = (items: BenchItem[]) => {
  const columns = new Map<string, number[]>()
  return items.map(({ index, place }) => {
    const before = columns.get(place.path) ?? []
    columns.set(place.path, [index, ...before].slice(0, 5))
    return before
  })
}

type Work<Prepared> = {
  payload: Payload
  writer: BulkWriter<Prepared>
  press: Press
  plan: Plan
}

/** Everything of one batch but its publication records, which follow upon those before. */
const prepareBatch = async <Prepared>({
  writer,
  press,
  items,
  interpreted,
  related,
}: Pick<Work<Prepared>, 'writer' | 'press'> & {
  items: BenchItem[]
  interpreted: (number | null)[]
  related: number[][]
}) => {
  const publications = []
  for (const item of items) {
    const interprets = interpreted[item.index] ?? null
    const like = related[item.index] ?? []
    publications.push(await publicationOf({ item, interprets, related: like, press }))
  }
  const rows = publications.flatMap((publication) => publication.rows)
  return {
    publications,
    posts: await writer.prepare(rows.filter(({ collection }) => collection === 'posts')),
    others: await writer.prepare(rows.filter(({ collection }) => collection !== 'posts')),
  }
}

/** Writes one batch; a record that somebody else appended meanwhile makes it chain anew. */
const writeBatch = async <Prepared>({
  payload,
  writer,
  batch: { publications, posts, others },
}: Pick<Work<Prepared>, 'payload' | 'writer'> & {
  batch: Awaited<ReturnType<typeof prepareBatch<Prepared>>>
}) => {
  for (let attempt = 1; ; attempt += 1) {
    const known = await knownRecords({ payload, keys: publications.map(({ facts }) => facts.key) })
    const records = chainOf({
      publications: publications.filter(({ facts }) => !known.has(facts.key)),
      previous: await lastRecord(payload),
    })
    try {
      // The posts last: by them a run that goes on sees what is whole.
      await writer.write([others, await writer.prepare(records), posts])
      return
    } catch (error) {
      if (attempt === ATTEMPTS) throw error
    }
  }
}

/** Writes the posts that are not there yet. While one batch is being written, the next is made. */
const writePosts = async <Prepared>({
  payload,
  writer,
  press,
  plan,
  before,
  onProgress,
}: Work<Prepared> & { before: number; onProgress: (done: number) => void }) => {
  const interpreted = interpretedBy(plan.items)
  const related = relatedIn(plan.items)
  let written = Promise.resolve()
  for (let done = before; done < plan.items.length; done += BATCH) {
    const items = plan.items.slice(done, done + BATCH)
    const batch = await prepareBatch({ writer, press, items, interpreted, related })
    await written
    onProgress(done)
    written = writeBatch({ payload, writer, batch })
    // Heard at the next turn of the loop, or after it.
    written.catch(() => undefined)
  }
  await written
  onProgress(plan.items.length)
}

/**
 * Fills the demonstration's database to the size of a grown bureau: 50 departments, 40 columns, and posts of twelve years
 * with everything that their publication leaves behind, written in bulk. The same rows each time for the same day and
 * number; a run that was killed goes on where it stopped, and a whole one changes nothing.
 * @throws OtherBench when another number of posts was asked for before
 */
export const seedBench = async ({
  payload,
  posts,
  now,
  onProgress = () => {},
}: {
  payload: Payload
  posts: number
  now: Date
  onProgress?: (progress: { done: number; total: number }) => void
}): Promise<void> => {
  const wanted = await keptValue({ payload, key: BENCH_COUNTERS.posts, value: posts })
  if (wanted !== posts) throw new OtherBench(wanted)
  const today = dayOf(now).serial
  const day = await keptValue({ payload, key: BENCH_COUNTERS.day, value: today })
  const frame = await makeBenchFrame({ payload, now })
  const plan = benchPlan({ posts, day })
  const firsts = await firstNumbers({ payload, plan, frame })
  const before = await countDone({ payload, first: firsts.post, posts })
  onProgress({ done: before, total: posts })
  if (before >= posts) return
  await withBulkWriter({
    payload,
    use: (writer) =>
      writePosts({
        payload,
        writer,
        press: { frame, firsts, idOf: writer.idOf },
        plan,
        before,
        onProgress: (done) => onProgress({ done, total: posts }),
      }),
  })
  await raiseSiteVersion(payload)
}
