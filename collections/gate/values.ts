/** Helpers to compare what a request sends with what is stored. */

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Nothing, in any of the forms in which a form or a client sends nothing. */
export const isEmpty = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '' || value === false) return true
  if (Array.isArray(value)) return value.length === 0
  return isRecord(value) && Object.values(value).every(isEmpty)
}

const plain = (value: unknown): unknown => {
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plain)
  if (!isRecord(value)) return value
  if (typeof value.id === 'string' && ('createdAt' in value || 'updatedAt' in value))
    return value.id
  return Object.fromEntries(
    Object.keys(value)
      .filter((key) => key !== 'id' && !isEmpty(value[key]))
      .sort()
      .map((key) => [key, plain(value[key])]),
  )
}

/** The same value, whether relationships are populated or not and empties are spelt out or not. */
export const isSame = (one: unknown, other: unknown): boolean =>
  (isEmpty(one) && isEmpty(other)) || JSON.stringify(plain(one)) === JSON.stringify(plain(other))
