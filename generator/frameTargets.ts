import { z } from 'zod'
import {
  columnUrl,
  departmentsUrl,
  departmentUrl,
  englishUrl,
  feedUrl,
  homeUrl,
  INFORMATION_PAGES,
  informationUrl,
  siteMapPageUrl,
  sitemapPartUrl,
  topicUrl,
} from '../collections/urls'
import type { ColumnState, DepartmentState, FrameState, TopicState } from './frameState'

export const frameTargetsSchema = z.object({
  /** every page of the site, because it shows in every header or footer */
  everything: z.boolean(),
  /** single pages */
  urls: z.array(z.string()),
  /** ids of columns of which every page is touched: front, archive, feed, and its posts */
  columns: z.array(z.string()),
  /** ids of departments whose posts name them */
  departments: z.array(z.string()),
  /** ids of topics whose posts name them */
  topics: z.array(z.string()),
  /** where pages stood that have moved, with the archive pages below: to be taken away unless a page of today is there */
  gone: z.array(z.string()),
})

/** The pages that a change of columns, departments, topics, headlines or settings touches. */
export type FrameTargets = z.infer<typeof frameTargetsSchema>

/** Header menus show columns down to this depth: roots, and their children. */
const MENU_DEPTH = 2

const depthOf = ({ path }: ColumnState) => path.split('/').length

/** What header menus show of a column. */
const menuOf = ({ name, path, pillar, order, isClosed }: ColumnState) =>
  JSON.stringify([name, path, pillar, order, isClosed])

/** What the pages of other columns, the site map and the departments show of a column. */
const linkOf = (column: ColumnState) => JSON.stringify([menuOf(column), column.parentId])

/** A thing before and after a change; either may be missing. */
type Change<Thing> = { before?: Thing; after?: Thing }

const changesOf = <Thing extends { id: string }>(before: Thing[], after: Thing[]) => {
  const ids = new Set([...before, ...after].map(({ id }) => id))
  return [...ids]
    .map(
      (id): Change<Thing> => ({
        before: before.find((thing) => thing.id === id),
        after: after.find((thing) => thing.id === id),
      }),
    )
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after))
}

const both = <Thing>({ before, after }: Change<Thing>): Thing[] =>
  [before, after].filter((thing) => thing !== undefined)

const differs = <Thing>({ before, after }: Change<Thing>, by: (thing: Thing) => string) =>
  (before && by(before)) !== (after && by(after))

const isInMenu = (change: Change<ColumnState>) =>
  both(change).some((column) => depthOf(column) <= MENU_DEPTH) && differs(change, menuOf)

/** The column and all columns below it: their breadcrumbs name it. */
const withDescendants = (id: string, columns: ColumnState[]): string[] => [
  id,
  ...columns
    .filter(({ parentId }) => parentId === id)
    .flatMap((child) => withDescendants(child.id, columns)),
]

const ancestorsOf = (column: ColumnState, columns: ColumnState[]): ColumnState[] => {
  const parent = columns.find(({ id }) => id === column.parentId)
  return parent ? [parent, ...ancestorsOf(parent, columns)] : []
}

const frontAndFeed = ({ path }: ColumnState) => [columnUrl(path), feedUrl(path)]

type Touched = Partial<Omit<FrameTargets, 'everything' | 'gone'>>

/** A column below the menus. Its siblings list it beside their own pages, those above list its posts. */
const touchedByColumn = (change: Change<ColumnState>, after: FrameState): Touched => {
  const { columns, departments } = after
  const owners = new Set(both(change).flatMap((column) => column.owners))
  const owning = departments.filter(({ id }) => owners.has(id)).map(({ code }) => code)
  const ownPages = owning.map(departmentUrl)
  if (!differs(change, linkOf) && !differs(change, ({ details }) => details)) {
    return { urls: ownPages }
  }
  const id = both(change)[0]?.id ?? ''
  if (!differs(change, linkOf)) return { columns: [id] }
  const above = both(change).flatMap((column) => ancestorsOf(column, columns))
  const parents = new Set(both(change).map(({ parentId }) => parentId))
  const siblings = columns.filter((column) => parents.has(column.parentId)).map((one) => one.id)
  return {
    urls: [...above.flatMap(frontAndFeed), homeUrl(), siteMapPageUrl(), FRAME_SITEMAP, ...ownPages],
    columns: [...withDescendants(id, columns), ...siblings],
  }
}

const nameOf = ({ code, name, kind, order, isActive }: DepartmentState) =>
  JSON.stringify([code, name, kind, order, isActive])

const touchedByDepartment = (change: Change<DepartmentState>, { topics }: FrameState): Touched => {
  const own = change.after ? [departmentUrl(change.after.code)] : []
  const inEnglish = englishUrl(departmentsUrl())
  if (!differs(change, nameOf)) return { urls: [...own, inEnglish, informationUrl('contact')] }
  const [id] = both(change).map((department) => department.id)
  const kept = topics.filter(({ owner }) => owner === id).map(({ code }) => topicUrl(code))
  return {
    urls: [
      ...own,
      departmentsUrl(),
      inEnglish,
      homeUrl(),
      siteMapPageUrl(),
      FRAME_SITEMAP,
      ...INFORMATION_PAGES.map(informationUrl),
      ...kept,
    ],
    departments: id ? [id] : [],
  }
}

/** What the posts of a topic show of it. */
const linkOfTopic = ({ code, title }: TopicState) => JSON.stringify([code, title])

const touchedByTopic = (change: Change<TopicState>): Touched => {
  const own = change.after ? [topicUrl(change.after.code)] : []
  const ids = both(change).map(({ id }) => id)
  const isMoved = differs(change, ({ code }) => code)
  return {
    urls: [...own, homeUrl(), siteMapPageUrl(), ...(isMoved ? [FRAME_SITEMAP] : [])],
    topics: differs(change, linkOfTopic) ? ids.slice(0, 1) : [],
  }
}

/** Where pages stood that have moved or are no more. */
const placesLeft = ({ columns, departments, topics }: Changes) => [
  ...columns
    .filter((change) => differs(change, ({ path }) => path))
    .flatMap(({ before }) => (before ? frontAndFeed(before) : [])),
  ...departments
    .filter((change) => differs(change, ({ code }) => code))
    .flatMap(({ before }) => (before ? [departmentUrl(before.code)] : [])),
  ...topics
    .filter((change) => differs(change, ({ code }) => code))
    .flatMap(({ before }) => (before ? [topicUrl(before.code)] : [])),
]
type Changes = {
  columns: Change<ColumnState>[]
  departments: Change<DepartmentState>[]
  topics: Change<TopicState>[]
}

/** The pages that show the introduction and the leaders of the bureau. */
const ABOUT = [homeUrl(), informationUrl('about')].flatMap((url) => [url, englishUrl(url)])

/** Where the sitemap lists the pages that are not of posts. */
const FRAME_SITEMAP = sitemapPartUrl(1)

const unique = (values: string[]) => [...new Set(values)]

/**
 * The pages that change when columns, departments, topics, headlines or settings do: exactly those that show what is different. A moved or
 * renamed column touches its posts (their breadcrumb names it), one that stands in the menus touches every page.
 * @returns null when nothing that is shown is different
 */
export const frameTargets = ({
  before,
  after,
}: {
  before: FrameState
  after: FrameState
}): FrameTargets | null => {
  const columns = changesOf(before.columns, after.columns)
  const departments = changesOf(before.departments, after.departments)
  const topics = changesOf(before.topics, after.topics)
  const gone = placesLeft({ columns, departments, topics })
  if (before.settings !== after.settings || columns.some(isInMenu)) {
    return { everything: true, urls: [], columns: [], departments: [], topics: [], gone }
  }
  const touched = [
    ...columns.map((change) => touchedByColumn(change, after)),
    ...departments.map((change) => touchedByDepartment(change, after)),
    ...topics.map(touchedByTopic),
    ...(before.about === after.about ? [] : [{ urls: ABOUT }]),
    ...(before.placements === after.placements ? [] : [{ urls: [homeUrl()] }]),
  ]
  if (touched.length === 0) return null
  const all = (key: keyof Touched) => unique(touched.flatMap((one: Touched) => one[key] ?? []))
  return {
    everything: false,
    urls: all('urls'),
    columns: all('columns'),
    departments: all('departments'),
    topics: all('topics'),
    gone,
  }
}
