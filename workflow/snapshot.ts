import { createHash } from 'node:crypto'
import { z } from 'zod'
import { keysOf } from '../access/keysOf'
import { idOf } from '../access/person'
import { publishedMedia } from '../collections/manuscripts/files'
import { embedded } from '../collections/media/embedded'
import { KINDS } from '../collections/words'
import type { Manuscript, Media } from '../payload-types'

/** Raised whenever a rendered field is added: a signed text is always read by the schema under which it was signed. */
const SNAPSHOT_SCHEMA = 1

const text = z.string().nullable()
const richText = z.record(z.string(), z.unknown()).nullable()

const fileSchema = z.object({
  mediaId: z.string(),
  sha256: z.string(),
  filename: z.string(),
  alt: z.string(),
  mimeType: z.string(),
  size: z.number(),
  width: z.number().nullable(),
  height: z.number().nullable(),
})
export type EmbeddedFile = z.infer<typeof fileSchema>

/** The frozen text: every field that is rendered, files by their hash, column, department and people of the record by id. */
const snapshotSchema = z.object({
  schema: z.literal(SNAPSHOT_SCHEMA),
  title: z.string(),
  subtitle: text,
  column: z.string(),
  department: z.string(),
  kind: z.enum(keysOf(KINDS)),
  summary: text,
  body: richText,
  files: z.array(fileSchema),
  images: z.array(z.string()),
  attachments: z.array(z.object({ mediaId: z.string(), title: z.string() })),
  source: z.object({ type: text, name: text, url: text, publishedAt: text }),
  providers: z.array(z.string()),
  authors: text,
  photographer: text,
  bulletin: z.object({
    publication: text,
    year: z.number().nullable(),
    issue: z.number().nullable(),
  }),
  eventDate: text,
  policy: z.object({
    docNumber: text,
    issuedOn: text,
    effectiveOn: text,
    issuer: text,
    topic: text,
    genre: text,
    validity: text,
    indexNumber: text,
  }),
  interprets: text,
  guide: z.object({
    basis: text,
    conditions: text,
    materials: text,
    procedure: text,
    place: text,
    hours: text,
    phone: text,
  }),
  english: z.object({ title: text, summary: text, body: richText }),
  topics: z.array(z.string()),
  imported: z.object({ key: text, originalDate: text }),
  migrated: z.boolean(),
})
export type Snapshot = z.infer<typeof snapshotSchema>

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, item]) => [key, sorted(item)]),
  )
}

/** JSON with sorted keys: one text for one content. */
export const canonicalJson = (value: unknown): string => JSON.stringify(sorted(value))

/** The exact text that is hashed and stored. Verify from the stored text, never from this again. */
export const canonicalText = (snapshot: Snapshot): string => canonicalJson(snapshot)

export const sha256 = (data: string | Buffer): string =>
  createHash('sha256').update(data).digest('hex')

/** Reads a stored snapshot. @throws when the text is not a snapshot of a known schema */
export const readSnapshot = (stored: string): Snapshot => snapshotSchema.parse(JSON.parse(stored))

const ids = (values: ({ id: string } | string)[] | null | undefined) =>
  (values ?? []).map(idOf).filter((id) => id !== null)

const orNull = <Value>(value: Value | null | undefined | ''): Value | null =>
  value === undefined || value === null || value === '' ? null : value

/**
 * Freezes a manuscript.
 * @param manuscript with relations as ids (depth 0)
 * @param media the rows of all media that the text publishes
 * @throws when the manuscript has no column or department
 */
export const snapshotOf = ({
  manuscript,
  media,
  migrated,
}: {
  manuscript: Manuscript
  media: Media[]
  migrated: boolean
}): Snapshot => {
  const column = idOf(manuscript.column)
  const department = idOf(manuscript.department)
  if (!column || !department) throw new Error('A manuscript has a column and a department')
  const { source, bulletin, policy, guide, english, imported } = manuscript
  const byId = new Map(media.map((row) => [row.id, embedded(row)]))
  return {
    schema: SNAPSHOT_SCHEMA,
    title: manuscript.title.trim(),
    subtitle: orNull(manuscript.subtitle),
    column,
    department,
    kind: manuscript.kind ?? 'affairs',
    summary: orNull(manuscript.summary),
    body: orNull(manuscript.body),
    files: publishedMedia(manuscript).flatMap((id) => byId.get(id) ?? []),
    images: ids(manuscript.images),
    attachments: (manuscript.attachments ?? []).flatMap(({ file, title }) => {
      const mediaId = idOf(file)
      return mediaId ? [{ mediaId, title: title ?? byId.get(mediaId)?.filename ?? '' }] : []
    }),
    source: {
      type: orNull(source?.type),
      name: orNull(source?.name),
      url: orNull(source?.url),
      publishedAt: orNull(source?.publishedAt),
    },
    providers: ids(manuscript.providers),
    authors: orNull(manuscript.authors),
    photographer: orNull(manuscript.photographer),
    bulletin: {
      publication: orNull(bulletin?.publication),
      year: orNull(bulletin?.year),
      issue: orNull(bulletin?.issue),
    },
    eventDate: orNull(manuscript.eventDate),
    policy: {
      docNumber: orNull(policy?.docNumber),
      issuedOn: orNull(policy?.issuedOn),
      effectiveOn: orNull(policy?.effectiveOn),
      issuer: orNull(policy?.issuer),
      topic: orNull(policy?.topic),
      genre: orNull(policy?.genre),
      validity: orNull(policy?.validity),
      indexNumber: orNull(policy?.indexNumber),
    },
    interprets: idOf(manuscript.interprets),
    guide: {
      basis: orNull(guide?.basis),
      conditions: orNull(guide?.conditions),
      materials: orNull(guide?.materials),
      procedure: orNull(guide?.procedure),
      place: orNull(guide?.place),
      hours: orNull(guide?.hours),
      phone: orNull(guide?.phone),
    },
    english: {
      title: orNull(english?.title),
      summary: orNull(english?.summary),
      body: orNull(english?.body),
    },
    topics: ids(manuscript.topics),
    imported: { key: orNull(imported?.key), originalDate: orNull(imported?.originalDate) },
    migrated,
  }
}
