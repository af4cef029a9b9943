import { z } from 'zod'
import { keysOf } from '../../../access/keysOf'
import { variantsOf } from '../../../collections/media/variants'
import { variantUrl } from '../../../collections/urls'
import { VALIDITIES } from '../../../collections/words'
import type {
  AttachmentView,
  DepartmentLink,
  EnglishView,
  FileView,
  PostView,
  RichTextData,
} from '../_components/views'

/** How a stored text is read: a row of `posts` and a form's snapshot have the same fields. Bad data throws. */

const text = z
  .string()
  .nullish()
  .transform((value) => value ?? '')
const moment = z
  .string()
  .nullish()
  .transform((value) => value || null)
const list = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((items) => items ?? [])

const isRichText = (value: unknown) =>
  typeof value === 'object' && value !== null && 'root' in value

const STORED_FILE = z.object({
  mediaId: z.string(),
  sha256: z.string(),
  filename: z.string(),
  alt: text,
  mimeType: z.string(),
  size: z.number(),
  width: z
    .number()
    .nullish()
    .transform((width) => width ?? null),
  height: z
    .number()
    .nullish()
    .transform((height) => height ?? null),
})

export const FILE = STORED_FILE.transform((file) => ({
  ...file,
  variants: variantsOf(file).map((variant) => ({
    ...variant,
    href: variantUrl({ sha256: file.sha256, ...variant }),
  })),
}))

export const FILES = list(FILE)
export const IMAGES = list(z.string())
export const ATTACHMENTS = list(z.object({ mediaId: z.string(), title: text }))

const POLICY = {
  docNumber: text,
  issuer: text,
  issuedOn: moment,
  effectiveOn: moment,
  topic: text,
  genre: text,
  validity: z
    .enum(keysOf(VALIDITIES))
    .nullish()
    .transform((validity) => (validity ? VALIDITIES[validity].zh : '')),
  indexNumber: text,
}

/** The policy part of a text; null when nothing of it is filled. */
export const POLICY_VIEW = z
  .object(POLICY)
  .nullish()
  .transform((policy) => (policy && Object.values(policy).some(Boolean) ? policy : null))

const GUIDE_VIEW = z
  .object({
    basis: text,
    conditions: text,
    materials: text,
    procedure: text,
    place: text,
    hours: text,
    phone: text,
  })
  .nullish()
  .transform((guide) => (guide && Object.values(guide).some(Boolean) ? guide : null))

const BULLETIN = z
  .object({ publication: text, year: z.number().nullish(), issue: z.number().nullish() })
  .nullish()
  .transform((bulletin) => {
    if (!bulletin?.publication) return ''
    const { publication, year, issue } = bulletin
    const name = publication.startsWith('《') ? publication : `《${publication}》`
    return `${name}${year ? `${year}年` : ''}${issue ? `第${issue}期` : ''}`
  })

const body = z.custom<RichTextData>(isRichText).nullish()

const ENGLISH = z.object({ title: text, summary: text, body }).nullish()

const CONTENT = z.object({
  title: z.string().min(1),
  subtitle: text,
  summary: text,
  body,
  files: FILES,
  images: IMAGES,
  attachments: ATTACHMENTS,
  source: z
    .object({ type: z.string().nullish(), name: text, url: text, publishedAt: moment })
    .nullish(),
  authors: text,
  photographer: text,
  bulletin: BULLETIN,
  policy: POLICY_VIEW,
  guide: GUIDE_VIEW,
  imported: z.object({ originalDate: moment }).nullish(),
  migrated: z.boolean().nullish(),
})

/**
 * Attachments with their files.
 * @throws when a file is not embedded in the post
 */
export const attachmentsOf = (stored: { attachments: unknown; files: unknown }): AttachmentView[] =>
  joined({ attachments: ATTACHMENTS.parse(stored.attachments), files: FILES.parse(stored.files) })

const joined = ({
  attachments,
  files,
}: {
  attachments: { mediaId: string; title: string }[]
  files: FileView[]
}) =>
  attachments.map(({ mediaId, title }) => {
    const file = files.find((candidate) => candidate.mediaId === mediaId)
    if (!file) throw new Error(`The attachment ${mediaId} is not embedded in the post`)
    return { title, file }
  })

/** What a text's page needs besides the text itself. */
export type Around = Pick<
  PostView,
  | 'path'
  | 'publishedAt'
  | 'revisedAt'
  | 'interprets'
  | 'interpretations'
  | 'related'
  | 'neighbours'
  | 'topics'
  | 'english'
> & { providers: DepartmentLink[]; siteName: string }

/**
 * A text as its page shows it.
 * @param content a row of `posts` or a form's snapshot
 * @throws when it is not a whole text
 */
export const postViewOf = ({ content, around }: { content: unknown; around: Around }): PostView => {
  const stored = CONTENT.parse(content)
  const { siteName, ...rest } = around
  return {
    ...rest,
    title: stored.title,
    subtitle: stored.subtitle,
    summary: stored.summary,
    body: stored.body ?? null,
    files: stored.files,
    images: stored.images,
    attachments: joined(stored),
    source: {
      type: stored.source?.type === 'reprint' ? 'reprint' : 'original',
      name: stored.source?.name || siteName,
      url: stored.source?.url ?? '',
      publishedAt: stored.source?.publishedAt ?? null,
    },
    authors: stored.authors,
    photographer: stored.photographer,
    bulletin: stored.bulletin,
    policy: stored.policy,
    guide: stored.guide,
    isMigrated: stored.migrated ?? false,
    migratedFrom: stored.imported?.originalDate ?? null,
  }
}

/**
 * The English version of a text.
 * @param content a row of `posts` or a form's snapshot
 * @returns null when nothing of it is filled
 */
export const englishViewOf = (content: unknown): EnglishView | null => {
  const { english } = z.object({ english: ENGLISH }).parse(content)
  if (!english?.title && !english?.summary && !english?.body) return null
  return { ...english, body: english.body ?? null }
}
