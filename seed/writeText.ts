import type { Payload, RequiredDataFromCollectionSlug } from 'payload'
import type { Manuscript, User } from '../payload-types'
import type { Frame } from './frame'
import { richTextOf } from './markup'
import type { mediaShelf } from './media'
import { isPictureName } from './pictures'
import type { SeedText } from './texts'
import { topicsOf } from './topics'

type Writing = {
  payload: Payload
  frame: Frame
  shelf: ReturnType<typeof mediaShelf>
  user: User
  text: SeedText
  /** Post ids by the key of the text. */
  posts: Map<string, string>
}

const pick = (ids: Map<string, string>, name: string) => {
  const id = ids.get(name)
  if (!id) throw new Error(`seed: ${name} does not exist`)
  return id
}

const fieldsOf = async ({ frame, shelf, user, text, posts }: Writing) => {
  const { department } = text
  const pictures = new Map<string, string>()
  for (const name of text.pictures) {
    pictures.set(name, await shelf.picture({ name, user, department }))
  }
  const mediaId = (name: string) => {
    if (!isPictureName(name)) throw new Error(`seed: no picture ${name}`)
    return pick(pictures, name)
  }
  const attachments: { file: string; title: string }[] = []
  for (const attachment of text.attachments) {
    const file = await shelf.attachment({ attachment, user, department })
    attachments.push({ file, title: attachment.title })
  }
  const { english } = text
  return {
    title: text.title,
    subtitle: text.subtitle,
    column: pick(frame.columns, text.column),
    kind: text.kind,
    summary: text.summary,
    body: richTextOf({ markup: text.body, mediaId }),
    images: text.images.map(mediaId),
    attachments,
    source: text.source,
    providers: text.providers.map((code) => pick(frame.departments, code)),
    authors: text.authors,
    photographer: text.photographer,
    bulletin: text.bulletin,
    eventDate: text.eventDate,
    officialDocument: text.officialDocument,
    policy: text.policy,
    interprets: text.interprets ? pick(posts, text.interprets) : undefined,
    guide: text.guide,
    topics: topicsOf(text.key).map((code) => pick(frame.topics, code)),
    english: english && {
      ...english,
      body: richTextOf({ markup: english.body, mediaId }),
    },
  } satisfies RequiredDataFromCollectionSlug<'manuscripts'>
}

/** The author writes the text, through the same access as in the admin. */
export const writeText = async (writing: Writing): Promise<Manuscript> =>
  writing.payload.create({
    collection: 'manuscripts',
    data: await fieldsOf(writing),
    user: writing.user,
    overrideAccess: false,
    depth: 0,
  })

/** The author writes a new version over a published text. */
export const rewriteText = async (writing: Writing, manuscriptId: string): Promise<Manuscript> =>
  writing.payload.update({
    collection: 'manuscripts',
    id: manuscriptId,
    data: await fieldsOf(writing),
    user: writing.user,
    overrideAccess: false,
    depth: 0,
  })
