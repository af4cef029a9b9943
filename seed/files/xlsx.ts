import writeExcelFile from 'write-excel-file/node'
import { withoutClock } from './repack'

export type Cell = string | number

/** A workbook of one sheet; the first row is the header. The same input gives the same bytes. */
export const makeXlsx = async ({
  sheet,
  rows,
}: {
  sheet: string
  rows: Cell[][]
}): Promise<Buffer> => {
  const [header = [], ...body] = rows
  const data = [
    header.map((value) => ({
      value,
      fontWeight: 'bold' as const,
      backgroundColor: '#e8eef2',
      borderStyle: 'thin' as const,
    })),
    ...body.map((row) => row.map((value) => ({ value, borderStyle: 'thin' as const }))),
  ]
  const columns = header.map((_, column) => ({
    width: Math.min(48, Math.max(...rows.map((row) => widthOf(row[column])))),
  }))
  const workbook = await writeExcelFile(data, { sheet, columns, stickyRowsCount: 1 }).toBuffer()
  return withoutClock(workbook)
}

/** Chinese characters take two places. */
const widthOf = (cell: Cell | undefined) =>
  4 + [...String(cell ?? '')].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0)
