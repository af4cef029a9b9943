import type { Reason } from '../access/refusals'
import { isImage } from '../collections/media/fileTypes'
import type { Snapshot } from './snapshot'

const isBlank = (value: string | null) => (value ?? '').trim() === ''

/** Whether a part of a rich text holds a word or a picture. */
export const hasContent = (node: unknown): boolean => {
  if (typeof node !== 'object' || node === null) return false
  if ('text' in node && typeof node.text === 'string' && !isBlank(node.text)) return true
  if ('type' in node && node.type === 'upload') return true
  return 'children' in node && Array.isArray(node.children) && node.children.some(hasContent)
}

/**
 * What a text must have before it may be submitted, on the snapshot that would be signed (第十二条(一)).
 * @returns every reason at once, with the manuscript's field; empty when complete
 */
export const missingForSubmit = (text: Snapshot): Reason[] => {
  const reasons: Reason[] = []
  if (isBlank(text.title)) reasons.push({ code: 'title-missing', field: 'title' })
  if (!hasContent(text.body?.root)) reasons.push({ code: 'body-missing', field: 'body' })
  if (!text.source.type) reasons.push({ code: 'source-type-missing', field: 'source.type' })
  if (isBlank(text.source.name)) reasons.push({ code: 'source-name-missing', field: 'source.name' })
  if (text.source.type === 'reprint' && isBlank(text.source.url)) {
    reasons.push({ code: 'source-url-missing', field: 'source.url' })
  }
  const bare = text.files.some(({ mimeType, alt }) => isImage(mimeType) && isBlank(alt))
  if (bare) reasons.push({ code: 'alt-missing', field: 'images' })
  if (text.kind === 'news' && !text.eventDate) {
    reasons.push({ code: 'event-date-missing', field: 'eventDate' })
  }
  if (text.kind === 'policy' && !text.policy.issuedOn) {
    reasons.push({ code: 'issued-on-missing', field: 'policy.issuedOn' })
  }
  if (text.kind === 'download' && text.attachments.length === 0) {
    reasons.push({ code: 'attachment-missing', field: 'attachments' })
  }
  return reasons
}
