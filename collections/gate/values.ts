/** Helpers to compare what a request sends with what is stored. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Nothing, in any of the forms in which a form or a client sends nothing. */
export const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return isRecord(value) && Object.values(value).every(isEmpty)
}

const isDocument = (value: unknown): value is Record<string, unknown> & { id: string } =>
  isRecord(value) && typeof value.id === 'string'

/** Ids of rows inside a document say nothing about its content; they differ from save to save. */
const keysOfContent = (one: Record<string, unknown>, other: Record<string, unknown>) =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((key) => key !== 'id')

/** The same value, whether relationships are populated or not and empties are spelt out or not. */
export const isSame = (one: unknown, other: unknown): boolean => {
  if (isEmpty(one) || isEmpty(other)) return isEmpty(one) && isEmpty(other)
  if (one instanceof Date) return isSame(one.toISOString(), other)
  if (other instanceof Date) return isSame(one, other.toISOString())
  if (typeof one === 'string' && isDocument(other)) return one === other.id
  if (typeof other === 'string' && isDocument(one)) return one.id === other
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (isRecord(one) && isRecord(other)) {
    return keysOfContent(one, other).every((key) => isSame(one[key], other[key]))
  }
  return one === other
}
