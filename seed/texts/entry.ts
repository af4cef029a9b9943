import type { PersonalInformation } from '../../access/steps'
import type { Kind, VALIDITIES } from '../../collections/words'
import type { SeedAttachment } from '../attachments'
import type { Day } from '../day'
import type { PictureName } from '../pictures'

/** How a demonstration text is written down. `index.ts` makes a `SeedText` of it. */
export type Writing = {
  title: string
  subtitle?: string
  summary: string
  /** In the notation of `markup.ts`. */
  body: string
  kind?: Kind
  /** Pictures beside the text, apart from those that stand in it. */
  images?: PictureName[]
  attachments?: SeedAttachment[]
  source?: SeedSource
  /** 供稿单位, department codes; without it, the author's own department. */
  providers?: string[]
  authors?: string
  photographer?: string
  bulletin?: SeedBulletin
  /** 事项发生日期; news without it happened on the day of publication. */
  eventDate?: Day
  officialDocument?: boolean
  policy?: SeedPolicy
  /** Key of the policy text that this one interprets. */
  interprets?: string
  guide?: SeedGuide
  english?: { title: string; summary: string; body: string }
  /** The applicant's statement; without it, there is none in the text. */
  personalInformation?: PersonalInformation
}

type SeedSource =
  | { type: 'original'; name: string }
  | { type: 'reprint'; name: string; url: string; publishedAt: Day }

export type SeedBulletin = {
  publication: '《辽宁检验检疫信息》' | '《辽宁检验检疫简报》'
  year: number
  issue: number
}

export type SeedPolicy = {
  docNumber: string
  issuedOn: Day
  effectiveOn: Day
  issuer: string
  topic: string
  genre: string
  validity: keyof typeof VALIDITIES
  indexNumber: string
}

export type SeedGuide = {
  basis: string
  conditions: string
  materials: string
  procedure: string
  place: string
  hours: string
  phone: string
}

/** When a text goes online: so many days before the day of seeding, or a day worked out from it. */
type When = number | ((today: Day) => Day)

export type Entry = {
  /** Steady name of the text; other texts and the tests refer to it. */
  key: string
  when: When
  column: string
  /** Account that writes it, without the domain: `author.food`. */
  author: string
  write: (day: Day) => Writing
}

/** Entries that share a column, and mostly an author. */
export const entriesOf = (
  column: string,
  entries: (Omit<Entry, 'column'> & { column?: string })[],
): Entry[] => entries.map((entry) => ({ column, ...entry }))
