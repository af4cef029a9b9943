/** The bench's figures against their targets, as a table and as JSON. Pure. */

type Target = { most: number } | { least: number } | null

/** One line of the table. A value is null where it was not or cannot be measured. */
export type Figure = {
  name: string
  unit: 'ms' | '页/秒' | 'MB' | '秒' | '倍'
  /** what the value is of its measurements */
  of: string
  target: Target
  small: number | null
  large: number | null
  /** whether the target is asked of the large bureau */
  isMet: boolean | null
}

/** A figure, judged by its value for the large bureau. */
export const figure = (given: Omit<Figure, 'isMet'>): Figure => {
  const { target, large } = given
  if (!target || large === null) return { ...given, isMet: null }
  return { ...given, isMet: 'most' in target ? large <= target.most : large >= target.least }
}

const numberText = (value: number | null) => {
  if (value === null) return '—'
  return value >= 100 ? String(Math.round(value)) : String(Math.round(value * 100) / 100)
}

const targetText = ({ target, unit }: Figure) => {
  if (!target) return ''
  return 'most' in target ? `≤ ${target.most} ${unit}` : `≥ ${target.least} ${unit}`
}

const VERDICTS = new Map<boolean | null, string>([
  [true, '达到'],
  [false, '未达到'],
  [null, ''],
])

/** A Chinese character is as wide as two others. */
const widthOf = (text: string) =>
  [...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0)

const padded = (text: string, width: number) =>
  text + ' '.repeat(Math.max(0, width - widthOf(text)))

/** The figures as lines of a table. */
export const tableOf = ({ figures, sizes }: { figures: Figure[]; sizes: [number, number] }) => {
  const rows = [
    ['', '取值', '单位', ...sizes.map((size) => `${size} 篇`), '目标', ''],
    ...figures.map((line) => [
      line.name,
      line.of,
      line.unit,
      numberText(line.small),
      numberText(line.large),
      targetText(line),
      VERDICTS.get(line.isMet) ?? '',
    ]),
  ]
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ''))),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
