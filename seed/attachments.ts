import { makeDocx } from './files/docx'
import { makePdf } from './files/pdf'
import { type Cell, makeXlsx } from './files/xlsx'

/** A file that a demonstration text carries: real Word, Excel and PDF files, made here, the same bytes each time. */
export type SeedAttachment = {
  /** What the link says; also the heading in the file. */
  title: string
} & ({ format: 'docx' | 'pdf'; markup: string } | { format: 'xlsx'; sheet: string; rows: Cell[][] })

export const ATTACHMENT_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

/** `进口食品收货人备案申请表.docx` */
export const attachmentFilename = ({ title, format }: SeedAttachment): string =>
  `${title}.${format}`

/** The bytes of the file. */
export const makeAttachment = (attachment: SeedAttachment): Promise<Buffer> => {
  if (attachment.format === 'xlsx') return makeXlsx(attachment)
  return attachment.format === 'docx' ? makeDocx(attachment) : makePdf(attachment)
}
