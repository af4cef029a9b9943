import { hasContent } from './requirements'
import type { Snapshot } from './snapshot'

/** The content columns of a post that stand in its own row, as they come out of the signed snapshot. */
export const contentOf = (snapshot: Snapshot) => ({
  title: snapshot.title,
  subtitle: snapshot.subtitle,
  kind: snapshot.kind,
  summary: snapshot.summary,
  body: snapshot.body,
  files: snapshot.files,
  images: snapshot.images,
  attachments: snapshot.attachments,
  source: snapshot.source,
  authors: snapshot.authors,
  photographer: snapshot.photographer,
  bulletin: snapshot.bulletin,
  eventDate: snapshot.eventDate,
  policy: snapshot.policy,
  interprets: snapshot.interprets,
  guide: snapshot.guide,
  english: snapshot.english,
  imported: snapshot.imported,
  migrated: snapshot.migrated,
})

/** True when the text has an English version that can stand on a page of its own. */
export const isInEnglish = ({ english }: Snapshot) =>
  Boolean(english.title) && hasContent(english.body?.root)

type Emptied<Content> = { [Key in keyof Content]: null | Record<string, null> }

/** The same columns without a word in them: what a withdrawn or removed post keeps of its text. */
export const EMPTY_CONTENT = {
  title: null,
  subtitle: null,
  kind: null,
  summary: null,
  body: null,
  files: null,
  images: null,
  attachments: null,
  source: { type: null, name: null, url: null, publishedAt: null },
  authors: null,
  photographer: null,
  bulletin: { publication: null, year: null, issue: null },
  eventDate: null,
  policy: {
    docNumber: null,
    issuedOn: null,
    effectiveOn: null,
    issuer: null,
    topic: null,
    genre: null,
    validity: null,
    indexNumber: null,
  },
  interprets: null,
  guide: {
    basis: null,
    conditions: null,
    materials: null,
    procedure: null,
    place: null,
    hours: null,
    phone: null,
  },
  english: { title: null, summary: null, body: null },
  imported: { key: null, originalDate: null },
  migrated: null,
} as const satisfies Emptied<ReturnType<typeof contentOf>>
