import { idOf } from '../../access/person'
import type { Manuscript } from '../../payload-types'
import { uploadsIn } from '../richText/check'

type WithFiles = Partial<
  Pick<Manuscript, 'images' | 'attachments' | 'originals' | 'body' | 'english'>
>

/** The ids of the media that a text publishes, in order of first appearance, each once. Originals are not among them. */
export const publishedMedia = (text: WithFiles): string[] => {
  const ids = [
    ...(text.images ?? []).map(idOf),
    ...uploadsIn(text.body),
    ...uploadsIn(text.english?.body),
    ...(text.attachments ?? []).map(({ file }) => idOf(file)),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}

/** All media that a manuscript names, its originals too. */
export const allMedia = (text: WithFiles): string[] => [
  ...new Set([
    ...publishedMedia(text),
    ...(text.originals ?? []).map(idOf).filter((id) => id !== null),
  ]),
]
