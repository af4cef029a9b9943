import {
  AlignmentType,
  BorderStyle,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, blocksOf, inlineOf } from '../markup'
import { withoutClock } from './repack'

const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }
const HEI = { ascii: 'Arial', hAnsi: 'Arial', eastAsia: '黑体' }
const BODY_SIZE = 24
const NUMBERS = 'numbers'
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '444444' }
const BORDERS = { top: THIN, bottom: THIN, left: THIN, right: THIN }

const runsOf = (line: string) =>
  inlineOf(line).map(
    (piece) => new TextRun({ text: piece.text, bold: piece.bold, font: SONG, size: BODY_SIZE }),
  )

const tableOf = (rows: string[][]) => {
  const columns = Math.max(...rows.map((row) => row.length))
  const width = Math.floor(9000 / columns)
  return new Table({
    width: { size: width * columns, type: WidthType.DXA },
    columnWidths: Array.from({ length: columns }, () => width),
    rows: rows.map(
      (row, index) =>
        new TableRow({
          tableHeader: index === 0,
          children: row.map(
            (cell) =>
              new TableCell({
                borders: BORDERS,
                width: { size: width, type: WidthType.DXA },
                margins: { top: 100, bottom: 100, left: 100, right: 100 },
                children: [new Paragraph({ children: runsOf(cell) })],
              }),
          ),
        }),
    ),
  })
}

const childrenOf = (block: Block): (Paragraph | Table)[] => {
  if (block.type === 'table') return [tableOf(block.rows)]
  if (block.type === 'picture') return []
  if (block.type === 'heading') {
    return [
      new Paragraph({
        heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
        spacing: { before: 240, after: 120 },
        children: [
          new TextRun({ text: block.text, bold: true, font: HEI, size: 28, color: '000000' }),
        ],
      }),
    ]
  }
  if (block.type === 'list') {
    return block.items.map(
      (item) =>
        new Paragraph({
          ...(block.ordered
            ? { numbering: { reference: NUMBERS, level: 0 } }
            : { bullet: { level: 0 } }),
          children: runsOf(item),
        }),
    )
  }
  return [
    new Paragraph({
      spacing: { line: 360, after: 80 },
      indent: { firstLine: 480 },
      children: runsOf(block.text),
    }),
  ]
}

/** A Word document with this title above the text. The same input gives the same bytes. */
export const makeDocx = async ({
  title,
  markup,
}: {
  title: string
  markup: string
}): Promise<Buffer> => {
  const document = new Document({
    title,
    creator: '辽宁出入境检验检疫局',
    lastModifiedBy: '辽宁出入境检验检疫局',
    numbering: {
      config: [
        {
          reference: NUMBERS,
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { left: 480, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            spacing: { after: 320 },
            children: [new TextRun({ text: title, bold: true, font: HEI, size: 36 })],
          }),
          ...blocksOf(markup).flatMap(childrenOf),
        ],
      },
    ],
  })
  return withoutClock(await Packer.toBuffer(document))
}
