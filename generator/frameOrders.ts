import type { Payload, Where } from 'payload'
import { readPlaces } from '../collections/places'
import {
  archivePageOf,
  archiveUrl,
  columnUrl,
  dataPartOf,
  dataPartUrl,
  dataUrl,
  departmentsUrl,
  departmentUrl,
  englishPages,
  feedUrl,
  homeUrl,
  INFORMATION_PAGES,
  informationUrl,
  notFoundUrl,
  robotsUrl,
  siteMapPageUrl,
  sitemapPartOf,
  sitemapPartUrl,
  sitemapUrl,
  topicUrl,
} from '../collections/urls'

const highest = async ({
  payload,
  columnId,
  field,
}: {
  payload: Payload
  columnId?: string
  field: 'number' | 'columnSeq'
}) => {
  const { docs } = await payload.find({
    collection: 'posts',
    where: columnId ? { column: { equals: columnId } } : {},
    sort: `-${field}`,
    depth: 0,
    select: { number: true, columnSeq: true },
    limit: 1,
    pagination: false,
    overrideAccess: true,
  })
  return docs[0]?.[field] ?? null
}

/** The numbers from 1 to the last. */
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** The URLs of columns: front, archive pages, feed. */
export const columnOrders = async ({
  payload,
  where = {},
}: {
  payload: Payload
  where?: Where
}): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'columns',
    where,
    depth: 0,
    select: { path: true },
    sort: 'path',
    pagination: false,
    overrideAccess: true,
  })
  const urls: string[] = []
  for (const { id, path } of docs) {
    if (!path) continue
    const seq = await highest({ payload, columnId: id, field: 'columnSeq' })
    const last = seq ? archivePageOf(seq) : 0
    const archives = upTo(last).map((page) => archiveUrl({ path, page }))
    urls.push(columnUrl(path), ...archives, feedUrl(path))
  }
  return urls
}

/** The URLs of the opening data: they name columns and departments. */
export const dataOrders = async (payload: Payload): Promise<string[]> => {
  const last = dataPartOf((await highest({ payload, field: 'number' })) ?? 1)
  return [...upTo(last).map(dataPartUrl), dataUrl()]
}

/** Every URL of the site but those of posts, media and assets: the lists first, then the fixed pages. */
export const frameOrders = async (payload: Payload): Promise<string[]> => {
  const columns = await columnOrders({ payload })
  const places = await readPlaces(payload)
  const parts = sitemapPartOf((await highest({ payload, field: 'number' })) ?? 1)
  return [
    ...columns,
    departmentsUrl(),
    ...[...places.departments.values()].toSorted().map(departmentUrl),
    ...[...places.topics.values()].toSorted().map(topicUrl),
    homeUrl(),
    ...englishPages(),
    ...INFORMATION_PAGES.map(informationUrl),
    siteMapPageUrl(),
    notFoundUrl(),
    robotsUrl(),
    ...upTo(parts).map(sitemapPartUrl),
    sitemapUrl(),
    ...(await dataOrders(payload)),
  ]
}
