import type { RichText } from '@payloadcms/richtext-lexical/react'
import type { ComponentProps } from 'react'
import type { DEPARTMENT_KINDS, Kind, ListKind, Pillar, Place } from '../../../collections/words'

/** What the pages are drawn from. Queries and the preview make these; components know nothing else. */

export type RichTextData = NonNullable<ComponentProps<typeof RichText>['data']>

export type ColumnView = {
  id: string
  name: string
  path: string
  parentId: string | null
  pillar: Pillar
  type: string
  description: string
  keywords: string
  listKind: ListKind
  /** The day the column stopped taking new items, if it has. */
  closedOn: string | null
  children: ColumnView[]
}

export type SiteView = {
  name: string
  /** Empty where the site has no name in English: then nothing leads to the English pages. */
  nameEn: string
  domain: string
  idCode: string
  icpNumber: string
  policeNumber: string
  host: string
  undertaker: string
  address: string
  postcode: string
  phone: string
  email: string
  errorReportUrl: string
  introduction: string
  introductionEn: string
  addressEn: string
  leaders: { name: string; position: string; portfolio: string }[]
  /** Where the public reads the site, without a slash at the end. */
  origin: string
}

/** Addresses of the files that every page loads. */
export type AssetLinks = { stylesheet: string; script: string }

/** What surrounds every page. `columns` are the roots of the tree, in their order. */
export type Frame = { site: SiteView; columns: ColumnView[]; assets: AssetLinks }

export type FileView = {
  mediaId: string
  sha256: string
  filename: string
  alt: string
  mimeType: string
  size: number
  width: number | null
  height: number | null
  /** Smaller pictures of a public picture, each with its address, by format; the best format first. */
  variants: { format: string; width: number; href: string }[]
}

export type MediaHref = (file: Pick<FileView, 'mediaId' | 'sha256' | 'filename'>) => string

export type AttachmentView = { title: string; file: FileView }

/** A post as a line of a list. */
export type PostLink = {
  title: string
  path: string
  publishedAt: string
  summary: string
  picture: FileView | null
  attachments: AttachmentView[]
  docNumber: string
  issuedOn: string | null
  validity: string
}

export type PolicyView = {
  indexNumber: string
  topic: string
  genre: string
  issuer: string
  issuedOn: string | null
  effectiveOn: string | null
  docNumber: string
  validity: string
}

export type GuideView = {
  basis: string
  conditions: string
  materials: string
  procedure: string
  place: string
  hours: string
  phone: string
}

type SourceView = {
  type: 'original' | 'reprint'
  name: string
  url: string
  publishedAt: string | null
}

export type TitleLink = { title: string; path: string }

/** The posts before and after one in its column. */
export type Neighbours = { previous: TitleLink | null; next: TitleLink | null }

export type DepartmentLink = { name: string; code: string }

/** A post as its own page shows it. `path` and `publishedAt` are null in a preview before the first publication. */
export type PostView = {
  title: string
  subtitle: string
  summary: string
  path: string | null
  publishedAt: string | null
  revisedAt: string | null
  migratedFrom: string | null
  isMigrated: boolean
  source: SourceView
  providers: DepartmentLink[]
  authors: string
  photographer: string
  bulletin: string
  body: RichTextData | null
  files: FileView[]
  images: string[]
  attachments: AttachmentView[]
  policy: PolicyView | null
  guide: GuideView | null
  /** The policy that this text explains. */
  interprets: TitleLink | null
  /** The texts that explain this policy. */
  interpretations: TitleLink[]
  /** Texts on like matters. */
  related: TitleLink[]
  neighbours: Neighbours
  topics: TitleLink[]
  /** The address of the English version, where there is one. */
  english: string | null
}

/** The English version of a text. */
export type EnglishView = { title: string; summary: string; body: RichTextData | null }

/** A post as the opening data show it. */
export type DataPost = {
  number: number
  title: string
  path: string
  kind: Kind | null
  columnId: string | null
  departmentId: string | null
  publishedAt: string
  revisedAt: string | null
  summary: string
  source: string
  sourceUrl: string
  hash: string
  policy: PolicyView | null
}

/** An English text as a line. */
export type EnglishLink = { title: string; summary: string; path: string; publishedAt: string }

/** An English text as its own page shows it. */
export type EnglishPostView = EnglishView & {
  path: string
  publishedAt: string
  revisedAt: string | null
  source: string
  files: FileView[]
}

/** A collection of posts on one matter. */
export type TopicView = {
  id: string
  code: string
  title: string
  summary: string
  owner: DepartmentLink | null
  picture: FileView | null
  /** The day the topic was closed, if it has been. */
  closedOn: string | null
}

/** By what the policy files of a column can be narrowed. */
export type PolicyChoices = { years: number[]; topics: string[]; issuers: string[] }

/** What the Office puts forward on the home page. */
export type PlacementView = { place: Place; post: PostLink }

export type WithdrawnView = { path: string; explanation: string; withdrawnAt: string | null }

export type DepartmentKind = keyof typeof DEPARTMENT_KINDS

export type DepartmentView = {
  id: string
  code: string
  name: string
  /** Empty where there is none. */
  nameEn: string
  kind: DepartmentKind
  functions: string
  leaders: { name: string; position: string; portfolio: string }[]
  address: string
  phone: string
  fax: string
  hours: string
}

/** A piece of a text; what was searched for is marked. */
export type PieceView = { text: string; isMarked: boolean }

export type ResultView = {
  path: string
  title: PieceView[]
  excerpt: PieceView[]
  publishedAt: string
  column: { name: string; path: string } | null
  department: string
  docNumber: string
}

/** One value to narrow results by. `count` is how many results are left then. */
export type ChoiceView = { name: string; count: number; href: string; isChosen: boolean }

export type FacetView = { name: string; allHref: string; choices: ChoiceView[] }

type LinkView = { name: string; href: string }

/** A search and what it found. */
export type SearchView = {
  typed: string
  isCut: boolean
  /** Nothing was typed, or nothing that can be searched for. */
  lacks: 'query' | 'words' | null
  /** The index is still being made: results may be missing. */
  isUnfinished: boolean
  /** The words that were looked for one by one, because the query as it stands is nowhere. */
  parted: string[]
  total: number
  isMore: boolean
  /** The counts are those of the newest `mostCounted`. */
  areCountsPartial: boolean
  mostCounted: number
  results: ResultView[]
  facets: FacetView[]
  orders: (LinkView & { value: string; isChosen: boolean })[]
  page: number
  lastPage: number
  pageHref: (page: number) => string
  /** How many results can be shown at all. */
  mostShown: number
  /** Without the filters; null when there are none. */
  unfiltered: { href: string; total: number } | null
  /** Searches that would find something. */
  suggestions: LinkView[]
}
