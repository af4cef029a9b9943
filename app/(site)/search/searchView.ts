import type { Payload } from 'payload'
import { keysOf } from '../../../access/keysOf'
import { type SearchAddress, searchUrl } from '../../../collections/urls'
import { KINDS, VALIDITIES } from '../../../collections/words'
import type { Facet } from '../../../generator/search/facets'
import { excerptOf, markedText } from '../../../generator/search/marks'
import { type Phrase, wordsWithin } from '../../../generator/search/query'
import {
  type Found,
  MOST_COUNTED,
  MOST_SHOWN,
  type SearchIndex,
} from '../../../generator/search/searchIndex'
import { withDescendants } from '../_components/columnTree'
import type {
  ChoiceView,
  ColumnView,
  DepartmentView,
  FacetView,
  Frame,
  ResultView,
  SearchView,
} from '../_components/views'
import { foundPosts } from '../_queries/search'
import type { Asked } from './asked'

const PER_PAGE = 10
const MOST_SUGGESTIONS = 5

type Surroundings = {
  payload: Payload
  index: SearchIndex
  frame: Frame
  departments: DepartmentView[]
}
type Searching = Surroundings & { asked: Asked }

/** The years that a post's address can name, the newest first. */
const YEARS = Array.from({ length: 150 }, (_, at) => String(2099 - at))

const ORDERS = { best: '按相关度', newest: '按时间' } as const

const lastPageOf = (total: number) => Math.max(1, Math.ceil(Math.min(total, MOST_SHOWN) / PER_PAGE))

/** One page of what holds the phrases; a page beyond the last is the last. */
const findPage = async ({ index, asked, phrases }: Searching & { phrases: Phrase[] }) => {
  const find = (page: number) =>
    index.find({
      phrases,
      filters: asked.filters,
      order: asked.order,
      offset: (page - 1) * PER_PAGE,
      limit: PER_PAGE,
    })
  const wanted = Math.min(asked.page, lastPageOf(MOST_SHOWN))
  const found = await find(wanted)
  const page = Math.min(wanted, lastPageOf(found.total))
  return { phrases, page, found: page === wanted ? found : await find(page) }
}

/** The query as it stands; when that is nowhere, those words within it that are somewhere. */
const findEither = async (searching: Searching) => {
  const { index, asked } = searching
  const { phrases } = asked.query
  if (phrases.length === 0) return { ...(await findPage({ ...searching, phrases })), words: [] }
  if (await index.has(phrases)) return { ...(await findPage({ ...searching, phrases })), words: [] }
  const words: Phrase[] = []
  for (const word of wordsWithin(phrases)) if (await index.has([word])) words.push(word)
  const isTogether = words.length > 0 && (await index.has(words))
  return { ...(await findPage({ ...searching, phrases: isTogether ? words : phrases })), words }
}

const resultsOf = async ({ payload, index, frame, departments, phrases, numbers }: Showing) => {
  const columns = frame.columns.flatMap(withDescendants)
  const [posts, texts] = await Promise.all([
    foundPosts({ payload, numbers }),
    numbers.length > 0 ? index.texts(numbers) : new Map<number, string>(),
  ])
  return posts.map((post): ResultView => {
    const column = columns.find(({ id }) => id === post.columnId)
    return {
      path: post.path,
      title: markedText({ text: post.title, phrases }),
      excerpt: excerptOf({ text: texts.get(post.number) ?? '', phrases }),
      publishedAt: post.publishedAt,
      column: column ? { name: column.name, path: column.path } : null,
      department: departments.find(({ id }) => id === post.departmentId)?.name ?? '',
      docNumber: post.docNumber,
    }
  })
}
type Showing = Surroundings & { phrases: Phrase[]; numbers: number[] }

/** How the values of each facet are named on the screen and in the address. */
const namesOf = ({ columns, departments, asked, found }: NameQuery): Record<Facet, Named[]> => ({
  column: columns.map(({ id, name, path }) => ({ value: id, name, inAddress: path })),
  department: departments.map(({ id, name, code }) => ({ value: id, name, inAddress: code })),
  year: YEARS.map((year) => ({ value: year, name: `${year}年`, inAddress: year })),
  kind: keysOf(KINDS).map((key) => ({ value: key, name: KINDS[key].zh, inAddress: key })),
  topic: asWritten({ values: found.counts.topic, chosen: asked.address.topic }),
  issuer: asWritten({ values: found.counts.issuer, chosen: asked.address.issuer }),
  validity: keysOf(VALIDITIES).map((key) => ({
    value: key,
    name: VALIDITIES[key].zh,
    inAddress: key,
  })),
})

/** Values that stand for themselves. What was chosen is named also when nothing has it. */
const asWritten = ({ values, chosen }: { values: { value: string }[]; chosen?: string }) =>
  [...new Set([...values.map(({ value }) => value), ...(chosen ? [chosen] : [])])].map(
    (value): Named => ({ value, name: value, inAddress: value }),
  )

type NameQuery = {
  columns: ColumnView[]
  departments: DepartmentView[]
  asked: Asked
  found: Found
}
type Named = { value: string; name: string; inAddress: string }

const FACET_NAMES = {
  column: '栏目',
  department: '部门',
  year: '年份',
  kind: '类别',
  topic: '主题分类',
  issuer: '发文机关',
  validity: '有效性',
} as const

/** The values that results have: what is chosen first, then the most frequent, years backwards. */
const facetsOf = ({ frame, departments, asked, found }: Searching & { found: Found }) => {
  const { address } = asked
  const columns = frame.columns.flatMap(withDescendants)
  const names = namesOf({ columns, departments, asked, found })
  const href = (change: Partial<SearchAddress>) => searchUrl({ ...address, ...change })
  return keysOf(FACET_NAMES).flatMap((facet): FacetView[] => {
    const counts = new Map(found.counts[facet].map(({ value, count }) => [value, count]))
    const choices = names[facet].flatMap(({ value, name, inAddress }): ChoiceView[] => {
      const isChosen = address[facet] === inAddress
      const count = isChosen ? found.total : counts.get(value)
      if (count === undefined) return []
      return [{ name, count, href: href({ [facet]: inAddress }), isChosen }]
    })
    if (facet !== 'year') choices.sort((one, other) => other.count - one.count)
    choices.sort((one, other) => Number(other.isChosen) - Number(one.isChosen))
    if (choices.length < 2 && !address[facet]) return []
    return [{ name: FACET_NAMES[facet], allHref: href({ [facet]: undefined }), choices }]
  })
}

/** Words of a query that some post holds, when nothing holds them together. */
const suggestionsFor = async ({ index, asked, words }: Searching & { words: Phrase[] }) => {
  const parts = words.length > 0 ? words : asked.query.phrases
  const suggestions: SearchView['suggestions'] = []
  for (const phrase of parts.slice(0, MOST_SUGGESTIONS)) {
    if (phrase.typed === asked.query.text || !(await index.has([phrase]))) continue
    suggestions.push({ name: phrase.typed, href: searchUrl({ q: phrase.typed }) })
  }
  return suggestions
}

/** What is shown when there is nothing to search for. */
const emptyView = ({ query, address }: Asked): SearchView => ({
  typed: query.text,
  isCut: query.isCut,
  lacks: query.text === '' ? 'query' : 'words',
  isUnfinished: false,
  parted: [],
  total: 0,
  isMore: false,
  areCountsPartial: false,
  results: [],
  facets: [],
  orders: [],
  page: 1,
  lastPage: 1,
  pageHref: (page) => searchUrl({ ...address, page }),
  mostShown: MOST_SHOWN,
  mostCounted: MOST_COUNTED,
  unfiltered: null,
  suggestions: [],
})

/** Carries out a search and gives what its page shows. */
export const searchFor = async (searching: Searching): Promise<SearchView> => {
  const { index, asked } = searching
  const { query, filters, address } = asked
  const typed = query.text
  const isFiltered = Object.keys(filters).length > 0
  // With filters alone, what they let through is listed; a policy library is read in this way.
  const isBrowsing = query.text === '' && isFiltered
  if (query.phrases.length === 0 && !isBrowsing) return emptyView(asked)
  const { phrases, words, page, found } = await findEither(searching)
  const isParted = phrases !== query.phrases
  return {
    typed,
    isCut: query.isCut,
    lacks: null,
    isUnfinished: !(await index.progress()).isComplete,
    parted: isParted ? phrases.map((phrase) => phrase.typed) : [],
    total: found.total,
    isMore: found.isMore,
    areCountsPartial: found.areCountsPartial,
    results: await resultsOf({ ...searching, phrases, numbers: found.numbers }),
    facets: facetsOf({ ...searching, found }),
    orders: (isBrowsing ? [] : keysOf(ORDERS)).map((order) => ({
      name: ORDERS[order],
      value: order,
      href: searchUrl({ ...address, order: order === 'best' ? undefined : order }),
      isChosen: order === asked.order,
    })),
    page,
    lastPage: lastPageOf(found.total),
    pageHref: (number) => searchUrl({ ...address, page: number }),
    mostShown: MOST_SHOWN,
    mostCounted: MOST_COUNTED,
    unfiltered:
      isFiltered && !isBrowsing
        ? { href: searchUrl({ q: typed, order: address.order }), total: found.unfiltered }
        : null,
    suggestions: found.total === 0 ? await suggestionsFor({ ...searching, words }) : [],
  }
}
