import { z } from 'zod'
import { idOf } from '../../access/person'
import { plainText } from '../../collections/richText/text'
import type { Post } from '../../payload-types'
import type { Labels } from './facets'

/** What the index holds of a post. `head` is found first: title and numbers; `text` is all else that its page shows. */
export type SearchDocument = { number: number; labels: Labels; head: string; text: string }

const LONGEST_TEXT = 200_000

/** The fields that are indexed: what the page shows in words, and what results are narrowed by. */
export const INDEXED = {
  number: true,
  path: true,
  column: true,
  department: true,
  kind: true,
  title: true,
  subtitle: true,
  summary: true,
  body: true,
  attachments: true,
  source: true,
  authors: true,
  policy: true,
  guide: true,
  inEnglish: true,
  english: true,
} as const

type IndexedPost = Pick<Post, 'id' | keyof typeof INDEXED>

const TITLES = z
  .array(z.object({ title: z.string().nullish() }))
  .nullish()
  .catch(null)
  .transform((attachments) => (attachments ?? []).map(({ title }) => title))

const GUIDE = ['basis', 'conditions', 'materials', 'procedure', 'place', 'hours', 'phone'] as const
const POLICY = ['issuer', 'topic', 'genre'] as const

/** Text that SQLite gives back as it got it: without zero characters and halves of signs. */
const lines = (parts: (string | null | undefined)[]) =>
  parts
    .filter(Boolean)
    .join('\n')
    .replaceAll('\0', ' ')
    .normalize('NFC')
    .slice(0, LONGEST_TEXT)
    .toWellFormed()

/** A live post as the index takes it; null for a row that no post of the workflow can be. */
export const documentOf = (post: IndexedPost): SearchDocument | null => {
  const { number, path, title, policy, guide } = post
  // A translation without a page of its own is not public.
  const english = post.inEnglish ? post.english : null
  const column = idOf(post.column)
  const department = idOf(post.department)
  const year = /^\/posts\/(\d{4})\//.exec(path ?? '')?.[1]
  if (!number || !title || !column || !department || !year) return null
  return {
    number,
    labels: {
      column,
      department,
      year,
      kind: post.kind ?? '',
      topic: policy?.topic ?? '',
      issuer: policy?.issuer ?? '',
      validity: policy?.validity ?? '',
    },
    head: lines([title, post.subtitle, policy?.docNumber, policy?.indexNumber]),
    text: lines([
      post.summary,
      ...GUIDE.map((element) => guide?.[element]),
      plainText(post.body),
      ...TITLES.parse(post.attachments),
      post.source?.name,
      post.authors,
      ...POLICY.map((element) => policy?.[element]),
      english?.title,
      english?.summary,
      plainText(english?.body),
    ]),
  }
}
