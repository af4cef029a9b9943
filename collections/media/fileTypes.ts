/** The files a department may upload: extension -> MIME type, and the MIME type that the content itself must show. */
export const FILE_TYPES = {
  jpg: { mime: 'image/jpeg', content: 'image/jpeg' },
  jpeg: { mime: 'image/jpeg', content: 'image/jpeg' },
  png: { mime: 'image/png', content: 'image/png' },
  webp: { mime: 'image/webp', content: 'image/webp' },
  gif: { mime: 'image/gif', content: 'image/gif' },
  pdf: { mime: 'application/pdf', content: 'application/pdf' },
  doc: { mime: 'application/msword', content: 'application/x-cfb' },
  xls: { mime: 'application/vnd.ms-excel', content: 'application/x-cfb' },
  ppt: { mime: 'application/vnd.ms-powerpoint', content: 'application/x-cfb' },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    content: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    content: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  },
  pptx: {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    content: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
} as const

export const MIME_TYPES = [
  ...new Set(Object.values(FILE_TYPES).flatMap(({ mime, content }) => [mime, content])),
]

export const isImage = (mimeType: string | null | undefined) =>
  mimeType?.startsWith('image/') ?? false
