import type { PersonalInformation } from '../../access/steps'
import type { Kind } from '../../collections/words'
import { accountOf, emailOf } from '../accounts'
import type { SeedAttachment } from '../attachments'
import { columnOf } from '../columns'
import { type Day, dayOf, daysBefore, isoDate, momentOf, weekdayBefore } from '../day'
import { departmentOf } from '../departments'
import { picturesIn } from '../markup'
import { isPictureName, type PictureName } from '../pictures'
import { steadyBetween } from '../steady'
import { ALERTS } from './alerts'
import { ENDINGS, type SeedEnding } from './endings'
import type { Entry, SeedBulletin, SeedGuide, SeedPolicy, Writing } from './entry'
import { INTERPRETATIONS } from './interpretations'
import { NEWS } from './news'
import { NOTICES } from './notices'
import { PAGES } from './pages'
import { PARTICIPATION } from './participation'
import { PERSONNEL } from './personnel'
import { POLICIES } from './policies'
import { SERVICE } from './service'
import { STATISTICS } from './statistics'
import { UPDATES } from './updates'

/** A text of the demonstration, ready for the workflow service: references by key, code, path and e-mail; dates in ISO. */
export type SeedText = {
  key: string
  column: string
  kind: Kind
  title: string
  subtitle?: string
  summary: string
  /** In the notation of `markup.ts`; `richTextOf` makes Lexical's JSON of it. */
  body: string
  /** Every picture of the text: those in the body and those beside it. */
  pictures: PictureName[]
  /** Those beside it only. */
  images: PictureName[]
  attachments: SeedAttachment[]
  source: { type: 'original' | 'reprint'; name: string; url?: string; publishedAt?: string }
  /** 供稿单位. Others than the author's own only where the Office writes. */
  providers: string[]
  authors: string
  photographer?: string
  bulletin?: SeedBulletin
  eventDate?: string
  officialDocument: boolean
  policy?: Omit<SeedPolicy, 'issuedOn' | 'effectiveOn'> & { issuedOn: string; effectiveOn: string }
  /** Key of the policy text. */
  interprets?: string
  guide?: SeedGuide
  /** `body` in the same notation. */
  english?: { title: string; summary: string; body: string }
  personalInformation: PersonalInformation
  /** Account that writes and submits. */
  author: string
  /** Department of the author, and so of the manuscript. */
  department: string
  /** Days before the day of seeding. */
  daysAgo: number
  /** When the author begins, on a weekday in office hours, at least some hours before the day's end. */
  startsAt: Date
}

export type SeedCase = { text: SeedText; ending: SeedEnding }

const ENTRIES: readonly Entry[] = [
  ...PAGES,
  ...POLICIES,
  ...INTERPRETATIONS,
  ...NEWS,
  ...NOTICES,
  ...STATISTICS,
  ...PERSONNEL,
  ...SERVICE,
  ...ALERTS,
  ...PARTICIPATION,
  ...UPDATES,
]

const dayOfEntry = ({ entry, today }: { entry: Entry; today: Day }) =>
  weekdayBefore(typeof entry.when === 'number' ? daysBefore(today, entry.when) : entry.when(today))

const sourceNameOf = (code: string) => {
  const { name, kind } = departmentOf(code)
  return kind === 'branch' ? name : `辽宁出入境检验检疫局${name}`
}

const sourceOf = ({ writing, department }: { writing: Writing; department: string }) => {
  const { source } = writing
  if (!source) return { type: 'original' as const, name: sourceNameOf(department) }
  if (source.type === 'original') return source
  return { ...source, publishedAt: isoDate(source.publishedAt) }
}

const pictureNames = (names: string[]): PictureName[] =>
  names.map((name) => {
    if (!isPictureName(name)) throw new Error(`seed: no picture ${name}`)
    return name
  })

/** News and reports carry the day of the event: their own day, unless the text says otherwise. */
const eventDateOf = ({ writing, kind, day }: { writing: Writing; kind: Kind; day: Day }) => {
  if (writing.eventDate) return isoDate(writing.eventDate)
  return kind === 'news' ? isoDate(day) : undefined
}

const policyOf = (policy: SeedPolicy) => ({
  ...policy,
  issuedOn: isoDate(policy.issuedOn),
  effectiveOn: isoDate(policy.effectiveOn),
})

const OPENING = 8 * 60 + 40
const LAST_START = 10 * 60 + 50

const textOf = ({ entry, today }: { entry: Entry; today: Day }): SeedText => {
  const day = dayOfEntry({ entry, today })
  const { policy, kind: ownKind, ...writing } = entry.write(day)
  const author = accountOf(emailOf(entry.author))
  const department = author.department ?? 'office'
  const kind = ownKind ?? columnOf(entry.column).kind
  const images = writing.images ?? []
  const eventDate = eventDateOf({ writing, kind, day })
  return {
    personalInformation: 'none',
    ...writing,
    key: entry.key,
    column: entry.column,
    kind,
    images,
    pictures: [...pictureNames(picturesIn(writing.body)), ...images],
    attachments: writing.attachments ?? [],
    source: sourceOf({ writing, department }),
    providers: writing.providers ?? [department],
    authors: writing.authors ?? author.name,
    officialDocument: writing.officialDocument ?? false,
    eventDate,
    ...(policy ? { policy: policyOf(policy) } : {}),
    author: author.email,
    department,
    daysAgo: today.serial - day.serial,
    startsAt: momentOf(day, steadyBetween(`start ${entry.key}`, OPENING, LAST_START)),
  }
}

const byTime = (one: SeedText, other: SeedText) =>
  one.startsAt.getTime() - other.startsAt.getTime() || (one.key < other.key ? -1 : 1)

/** The 160 texts that are online at the end, oldest first. The same for every moment of one Shanghai day. */
export const seedTexts = (now: Date): SeedText[] => {
  const today = dayOf(now)
  return ENTRIES.map((entry) => textOf({ entry, today })).sort(byTime)
}

/** The texts that end otherwise, oldest first. */
export const seedCases = (now: Date): SeedCase[] => {
  const today = dayOf(now)
  return ENDINGS.map((entry) => ({ text: textOf({ entry, today }), ending: entry.ending })).sort(
    (one, other) => byTime(one.text, other.text),
  )
}

export type { SeedEnding }
