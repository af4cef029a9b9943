import { createHash } from 'node:crypto'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { extractText } from 'unpdf'
import { describe, expect, it } from 'vitest'
import {
  ATTACHMENT_TYPES,
  attachmentFilename,
  makeAttachment,
  type SeedAttachment,
} from './attachments'
import { blocksOf } from './markup'
import { drawPicture, PICTURE_NAMES, pictureOf } from './pictures'
import { seedCases, seedTexts } from './texts'

const NOW = new Date('2026-11-22T06:30:00Z')
const attachments = [...seedTexts(NOW), ...seedCases(NOW).map(({ text }) => text)].flatMap(
  (text) => text.attachments,
)
const of = (format: SeedAttachment['format']) =>
  attachments.filter((attachment) => attachment.format === format)

const sha256 = (file: Uint8Array) => createHash('sha256').update(file).digest('hex')
const partOf = ({ file, name }: { file: Uint8Array; name: string }) => {
  const part = unzipSync(file)[name]
  if (!part) throw new Error(`no ${name}`)
  return strFromU8(part)
}
const plain = (words: string) => words.replace(/\*\*|[^\p{L}\p{N}\p{P}\p{S}]/gu, '')

/** The words that a reader must find again in a file. */
const wordsOf = (attachment: SeedAttachment) => {
  if (attachment.format === 'xlsx') return attachment.rows.flat().map(String)
  return blocksOf(attachment.markup).flatMap((block) => {
    if (block.type === 'table') return block.rows.flat()
    if (block.type === 'list') return block.items
    return block.type === 'picture' ? [] : [block.text]
  })
}

describe('the pictures', () => {
  it('are about twenty-five, drawn to size in three formats, with a description', async () => {
    expect(PICTURE_NAMES.length).toBeGreaterThanOrEqual(25)
    const hashes = new Set<string>()
    const formats = new Set<string>()
    for (const name of PICTURE_NAMES) {
      const { width, height, mimeType, alt } = pictureOf(name)
      const file = await drawPicture(name)
      const found = await sharp(file).metadata()
      expect([name, found.width, found.height, `image/${found.format}`]).toEqual([
        name,
        width,
        height,
        mimeType,
      ])
      expect(alt).toMatch(/^插图：/)
      expect(file.length).toBeLessThan(200_000)
      formats.add(mimeType)
      hashes.add(sha256(file))
    }
    expect(hashes.size).toBe(PICTURE_NAMES.length)
    expect(formats.size).toBe(3)
  })

  it('come out the same twice', async () => {
    const twice = await Promise.all([drawPicture('harbour'), drawPicture('harbour')])
    expect(sha256(twice[0])).toBe(sha256(twice[1]))
  })
})

describe('the attachments', () => {
  it('have distinct names and a type that we serve', () => {
    const names = attachments.map(attachmentFilename)
    expect(new Set(names).size).toBe(names.length)
    for (const { format } of attachments) expect(ATTACHMENT_TYPES[format]).toMatch(/^application\//)
  })

  it('open again as Word files with every word in them', async () => {
    for (const attachment of of('docx')) {
      const xml = partOf({ file: await makeAttachment(attachment), name: 'word/document.xml' })
      const text = plain(xml.replace(/<[^>]+>/g, ''))
      expect(text).toContain(plain(attachment.title))
      for (const words of wordsOf(attachment)) expect(text).toContain(plain(words))
    }
  })

  it('open again as workbooks with every cell in them', async () => {
    for (const attachment of of('xlsx')) {
      const file = await makeAttachment(attachment)
      const xml = Object.entries(unzipSync(file))
        .filter(([name]) => name.startsWith('xl/') && name.endsWith('.xml'))
        .map(([, part]) => strFromU8(part))
        .join('')
      for (const words of wordsOf(attachment)) expect(xml).toContain(words)
    }
  })

  it('open again as PDF files whose Chinese can be read and copied', async () => {
    for (const attachment of of('pdf')) {
      const file = await makeAttachment(attachment)
      const { text } = await extractText(new Uint8Array(file), { mergePages: true })
      const found = plain(text)
      expect(found).toContain(plain(attachment.title))
      for (const words of wordsOf(attachment)) expect(found).toContain(plain(words))
    }
  })

  it('come out the same when made at another time', async () => {
    for (const format of ['docx', 'xlsx', 'pdf'] as const) {
      const attachment = of(format)[0]
      if (!attachment) throw new Error(`no ${format}`)
      const first = await makeAttachment(attachment)
      await new Promise((resolve) => setTimeout(resolve, 1100))
      expect([format, sha256(await makeAttachment(attachment))]).toEqual([format, sha256(first)])
    }
  })
})
