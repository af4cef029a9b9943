import type { FlattenedField } from 'payload'
import { isRecord } from './values'

/** The rows of lists inside a document have ids of their own, which are unique over all documents. Pure. */

type Content = Record<string, unknown>

const rowsOf = (value: unknown): Content[] =>
  Array.isArray(value) ? value.filter((row) => isRecord(row)) : []

/** The ids of all rows in a document, however deep. */
export const rowIdsIn = (data: Content, fields: FlattenedField[]): string[] =>
  fields.flatMap((field) => {
    const value = data[field.name]
    if (field.type === 'group' || field.type === 'tab') {
      return isRecord(value) ? rowIdsIn(value, field.flattenedFields) : []
    }
    if (field.type !== 'array') return []
    return rowsOf(value).flatMap((row) => [
      ...(typeof row.id === 'string' ? [row.id] : []),
      ...rowIdsIn(row, field.flattenedFields),
    ])
  })

/**
 * The same data without row ids that are unknown or come twice: such a row becomes a new one, instead of taking the place of a
 * row of another document or failing in the database.
 * @param known the ids of the stored document's rows; each is used up once
 */
export const withKnownRowIds = ({
  data,
  fields,
  known,
}: {
  data: Content
  fields: FlattenedField[]
  known: Set<string>
}): Content => {
  const next = { ...data }
  for (const field of fields) {
    const value = data[field.name]
    if ((field.type === 'group' || field.type === 'tab') && isRecord(value)) {
      next[field.name] = withKnownRowIds({ data: value, fields: field.flattenedFields, known })
    }
    if (field.type === 'array' && Array.isArray(value)) {
      next[field.name] = value.map((row) => {
        if (!isRecord(row)) return row
        const { id, ...cells } = withKnownRowIds({
          data: row,
          fields: field.flattenedFields,
          known,
        })
        return typeof id === 'string' && known.delete(id) ? { id, ...cells } : cells
      })
    }
  }
  return next
}
