import type { FlattenedField } from 'payload'
import type { Reason } from '../../access/refusals'
import { isRecord } from './values'

/**
 * Whether what is sent has the fields and the kinds of values of the collection. Pure. Payload checks options, lengths and
 * bounds as well, but not of fields that the admin hides at the moment: a policy's particulars in a text of another kind.
 */

const MAX_NESTING = 120
const MAX_ROWS = 1000
const ROW_ID = /^[A-Za-z0-9-]{1,64}$/

/** A day or an instant as ISO 8601 writes them, between the years 1000 and 9999. */
const isDate = (value: string) =>
  /^[1-9]\d{3}-\d{2}-\d{2}(?:T[\d:.]{5,18}(?:Z|[+-]\d{2}:\d{2})?)?$/.test(value) &&
  !Number.isNaN(Date.parse(value))

const isText = (value: unknown): value is string =>
  typeof value === 'string' && !value.includes('\0')

const isReference = (value: unknown): boolean =>
  isText(value) || (isRecord(value) && isText(value.id))

const optionsOf = (field: FlattenedField): string[] | null =>
  field.type === 'select' || field.type === 'radio'
    ? field.options.map((option) => (typeof option === 'string' ? option : option.value))
    : null

const isBetween = (field: FlattenedField, value: unknown): boolean => {
  if (field.type !== 'number' || typeof value !== 'number') return true
  return value >= (field.min ?? value) && value <= (field.max ?? value)
}

const isTooLong = (field: FlattenedField, value: unknown): boolean =>
  'maxLength' in field &&
  typeof field.maxLength === 'number' &&
  typeof value === 'string' &&
  value.length > field.maxLength

const isMany = (field: FlattenedField) => 'hasMany' in field && field.hasMany === true

const isValue = (field: FlattenedField, value: unknown): boolean => {
  switch (field.type) {
    case 'number':
      return value === '' || (Number.isFinite(value) && isBetween(field, value))
    case 'select':
    case 'radio':
      return value === '' || (isText(value) && (optionsOf(field)?.includes(value) ?? false))
    case 'checkbox':
      return typeof value === 'boolean'
    case 'date':
      return value === '' || (isText(value) && isDate(value))
    case 'relationship':
    case 'upload':
      return isReference(value)
    case 'json':
      return true
    case 'richText':
      return isRecord(value)
    default:
      return isText(value)
  }
}

const bad = (field: string): Reason[] => [{ code: 'bad-value', field }]

const valueReasons = ({
  field,
  value,
  path,
}: {
  field: FlattenedField
  value: unknown
  path: string
}): Reason[] => {
  if (value === null || value === undefined) return []
  if (field.type === 'group' || field.type === 'tab') {
    if (!isRecord(value)) return bad(path)
    return shapeReasons({ data: value, fields: field.flattenedFields, path: `${path}.` })
  }
  if (field.type === 'array') {
    // The admin sends the number of rows of a list that has none.
    if (value === 0) return []
    if (!Array.isArray(value) || value.length > MAX_ROWS) return bad(path)
    return value.flatMap((row, index) => {
      const rowPath = `${path}.${index}`
      if (!isRecord(row)) return bad(rowPath)
      const { id, ...cells } = row
      if (id !== undefined && id !== null && !(isText(id) && ROW_ID.test(id))) return bad(rowPath)
      return shapeReasons({ data: cells, fields: field.flattenedFields, path: `${rowPath}.` })
    })
  }
  if (isMany(field)) {
    const good =
      value === '' ||
      (Array.isArray(value) &&
        value.length <= MAX_ROWS &&
        value.every((item) => isValue(field, item)))
    return good ? [] : bad(path)
  }
  if (!isValue(field, value)) return bad(path)
  return isTooLong(field, value) ? [{ code: 'too-long', field: path }] : []
}

/** Every field that does not exist and every value of the wrong kind, by its path. */
export const shapeReasons = ({
  data,
  fields,
  path = '',
}: {
  data: Record<string, unknown>
  fields: FlattenedField[]
  path?: string
}): Reason[] =>
  Object.entries(data).flatMap(([key, value]): Reason[] => {
    const field = fields.find(({ name }) => name === key)
    if (!field) return [{ code: 'unknown-field', field: (path + key).slice(0, 200) }]
    return valueReasons({ field, value, path: path + key })
  })

/** True when values are nested so deep that walking them could end the process. */
export const isTooDeep = (value: unknown): boolean => {
  let level: unknown[] = [value]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_NESTING) return true
    level = level.flatMap((item) =>
      Array.isArray(item) ? item : isRecord(item) ? Object.values(item) : [],
    )
  }
  return false
}
