import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'
import { type Block, blocksOf, inlineOf } from '../markup'

/** Noto Sans SC, SIL Open Font Licence: lies beside this file so that a PDF is readable on any machine. */
const FONT = fileURLToPath(new URL('../fonts/noto-sans-sc.ttf', import.meta.url))
const FIXED_TIME = new Date('2025-01-01T00:00:00Z')
const MARGIN = 64
const SIZE = 11.5
const PADDING = 6

type Page = InstanceType<typeof PDFDocument>

const plainOf = (line: string) =>
  inlineOf(line)
    .map((piece) => piece.text)
    .join('')

const widthOf = (page: Page) => page.page.width - 2 * MARGIN

const drawRow = ({ page, cells, header }: { page: Page; cells: string[]; header: boolean }) => {
  const width = widthOf(page) / cells.length
  const heights = cells.map((cell) =>
    page.fontSize(SIZE - 1).heightOfString(plainOf(cell) || ' ', { width: width - 2 * PADDING }),
  )
  const height = Math.max(...heights) + 2 * PADDING
  if (page.y + height > page.page.height - MARGIN) page.addPage()
  const top = page.y
  cells.forEach((cell, index) => {
    const left = MARGIN + index * width
    if (header) page.rect(left, top, width, height).fill('#e8eef2')
    page.lineWidth(0.6).rect(left, top, width, height).stroke('#555555')
    page.fillColor('#111111')
    page.text(plainOf(cell), left + PADDING, top + PADDING, { width: width - 2 * PADDING })
  })
  page.x = MARGIN
  page.y = top + height
}

const drawBlock = ({ page, block }: { page: Page; block: Block }) => {
  if (block.type === 'picture') return
  if (block.type === 'heading') {
    page.moveDown(0.6).fontSize(block.level === 2 ? 14 : 12.5)
    page.text(block.text).moveDown(0.3)
    return
  }
  if (block.type === 'table') {
    page.moveDown(0.4)
    block.rows.forEach((cells, index) => {
      drawRow({ page, cells, header: index === 0 })
    })
    page.moveDown(0.6)
    return
  }
  page.fontSize(SIZE)
  if (block.type === 'list') {
    block.items.forEach((item, index) => {
      const mark = block.ordered ? `${index + 1}. ` : '· '
      page.text(`${mark}${plainOf(item)}`, { indent: SIZE, lineGap: 4 })
    })
    return
  }
  page.text(plainOf(block.text), { indent: 2 * SIZE, lineGap: 5, paragraphGap: 4 })
}

/** A PDF with this title above the text. The same input gives the same bytes. */
export const makePdf = ({ title, markup }: { title: string; markup: string }): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const page = new PDFDocument({
      size: 'A4',
      margin: MARGIN,
      lang: 'zh-CN',
      displayTitle: true,
      info: {
        Title: title,
        Author: '辽宁出入境检验检疫局',
        CreationDate: FIXED_TIME,
        ModDate: FIXED_TIME,
      },
    })
    const chunks: Buffer[] = []
    page.on('data', (chunk: Buffer) => chunks.push(chunk))
    page.on('end', () => resolve(Buffer.concat(chunks)))
    page.on('error', reject)
    page.font(FONT).fillColor('#111111')
    page.fontSize(18).text(title, { align: 'center' }).moveDown(1)
    for (const block of blocksOf(markup)) drawBlock({ page, block })
    page.end()
  })
