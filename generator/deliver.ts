import { readPlaces } from '../collections/places'
import type { PublicState } from '../collections/urls'
import { reasonOf } from './durable'
import { fileOf } from './paths'
import { type PostRow, postsNaming } from './postRow'
import { mediaOf, stageMedia, stagePages, type Workshop } from './stage'
import { type Staged, Superseded } from './store'
import { type Target, targets } from './targets'

/** What became of a change: written, failed with the reason, or to be rendered once more. */
export type Outcome = { row: PostRow; result: 'written' | 'again' | { error: string } }

/** A change with everything that it touches. */
type Job = { row: PostRow; targets: Target[]; media: Staged[]; error: string | undefined }

/**
 * Brings the changes of some posts into the files: renders every page that they touch once, then puts all in place, the
 * posts' own pages first. A page that fails leaves its old file and makes the changes that need it fail; a post whose own
 * page or media fail changes nothing else. Never throws for a page or the disk: the outcome says it.
 */
export const deliverPosts = async ({
  workshop,
  rows,
  alsoShown,
}: {
  workshop: Workshop
  rows: PostRow[]
  /** states that were written and not confirmed, by post */
  alsoShown: Map<string, PublicState[]>
}): Promise<Outcome[]> => {
  const { store } = workshop
  const since = store.now()
  const mediaByUrl = new Map<string, string[]>()
  const jobs: Job[] = []
  const places = await readPlaces(workshop.payload)
  const topicCodes = new Set(places.topics.values())
  for (const row of rows) {
    const known = [...(row.before ? [row.before] : []), ...(alsoShown.get(row.id) ?? [])]
    const shown = known.map((state) => ({
      ...state,
      columnPath: places.columns.get(state.columnId) ?? state.columnPath,
      topicCodes: state.topicCodes.filter((code) => topicCodes.has(code)),
    }))
    jobs.push(await prepare({ workshop, row, shown, mediaByUrl }))
  }

  const ready = jobs.filter(({ error }) => !error)
  const pageUrls = urlsOf({ jobs: ready, expect: 'page' })
  const { pages, assets, failed } = await stagePages({
    workshop,
    orders: pageUrls.map((url) => ({ url, media: mediaByUrl.get(url) })),
  })
  const sound = ready.filter(({ row }) => !failed.has(row.url))
  const wanted = new Set(urlsOf({ jobs: sound, expect: 'page' }))
  const used = pageUrls.flatMap((url) => (wanted.has(url) ? (pages.get(url) ?? []) : []))
  const unused = [...pages].flatMap(([url, staged]) => (wanted.has(url) ? [] : staged))
  await store.discard([
    ...unused,
    ...jobs.filter((job) => !sound.includes(job)).flatMap(({ media }) => media),
  ])

  try {
    const committed = await store.commit({
      staged: [...assets, ...sound.flatMap(({ media }) => media), ...used],
      absent: urlsOf({ jobs: sound, expect: 'absent' }),
      since,
    })
    const unwritten = new Map(committed.failed.map(({ file, error }) => [file, error]))
    return jobs.map((job) => ({ row: job.row, result: resultOf({ job, failed, unwritten }) }))
  } catch (error) {
    const result = error instanceof Superseded ? 'again' : { error: reasonOf(error) }
    return jobs.map(({ row }) => ({ row, result }))
  }
}

const prepare = async ({
  workshop,
  row,
  shown,
  mediaByUrl,
}: {
  workshop: Workshop
  row: PostRow
  shown: PublicState[]
  mediaByUrl: Map<string, string[]>
}): Promise<Job> => {
  const naming = await postsNaming({ payload: workshop.payload, row, shown })
  for (const { pages, files } of [row, ...naming]) {
    for (const url of pages) mediaByUrl.set(url, mediaOf(files))
  }
  const touched = targets({
    shown,
    after: row.now,
    naming: naming.map(({ url }) => url),
    isWritten: workshop.store.has,
  })
  try {
    const media = await stageMedia({ workshop, files: row.files })
    return { row, targets: touched, media, error: undefined }
  } catch (error) {
    return { row, targets: touched, media: [], error: reasonOf(error) }
  }
}

/** The URLs of several changes, each once: first the posts' own pages, then the rest in the order of the targets. */
const urlsOf = ({ jobs, expect }: { jobs: Job[]; expect: Target['expect'] }) => {
  const own = jobs.flatMap((job) => job.targets.slice(0, 1))
  const rest = jobs.flatMap((job) => job.targets.slice(1))
  const urls = [...own, ...rest].filter((target) => target.expect === expect).map(({ url }) => url)
  return [...new Set(urls)]
}

const resultOf = ({
  job,
  failed,
  unwritten,
}: {
  job: Job
  failed: Map<string, string>
  unwritten: Map<string, string>
}): Outcome['result'] => {
  if (job.error) return { error: job.error }
  for (const { url, expect } of job.targets) {
    const error = failed.get(url) ?? unwritten.get(fileOf(url))
    if (expect === 'page' && error) return { error: `${url}: ${error}` }
  }
  const lost = job.media.map(({ file }) => unwritten.get(file)).find(Boolean)
  return lost ? { error: lost } : 'written'
}
