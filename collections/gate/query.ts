import type { FlattenedField } from 'payload'
import type { Reason } from '../../access/refusals'
import { isRecord } from './values'

/**
 * What a list may ask for. Pure; the database adapters trust what they are given, so a condition of an odd shape would be a
 * fault of the server instead of a bad request.
 */

const MAX_CONDITION_DEPTH = 12
const MAX_CONDITIONS = 100
const MAX_VALUES = 200
const MAX_VALUE_LENGTH = 2000
const MAX_PATH_SEGMENTS = 5
const MAX_SORTS = 5
/** Payload's operators without those on places. */
const OPERATORS = new Set([
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'greater_than_equal',
  'less_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
])

/** Never a condition or an order for anyone: by asking often enough one would read them. */
const SECRET_SEGMENTS = new Set([
  'hash',
  'salt',
  'password',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'apiKey',
  'apiKeyIndex',
  'hasAPIKey',
  'sessions',
  'loginAttempts',
  'lockUntil',
])

const PATH = /^[A-Za-z][A-Za-z0-9-]*(?:(?:\.|__)[A-Za-z0-9_-]+)*$/

/** True for the dotted name of a field that may stand in a condition or an order. */
export const isPath = (path: unknown): path is string => {
  if (typeof path !== 'string' || path.length > 200) return false
  if (!PATH.test(path)) return false
  const segments = path.split(/\.|__/)
  return (
    segments.length <= MAX_PATH_SEGMENTS &&
    !segments.some((segment) => SECRET_SEGMENTS.has(segment))
  )
}

const isScalar = (value: unknown): boolean => {
  if (value === null || value instanceof Date) return true
  if (typeof value === 'string') return value.length <= MAX_VALUE_LENGTH && !value.includes('\0')
  return typeof value === 'boolean' || Number.isFinite(value)
}

const isValue = (value: unknown): boolean =>
  Array.isArray(value) ? value.length <= MAX_VALUES && value.every(isScalar) : isScalar(value)

const badPath = (path: string): Reason => ({ code: 'bad-query', field: path.slice(0, 200) })

/** Every reason to refuse a condition; empty when the database may be asked. */
export const whereReasons = (where: unknown): Reason[] => {
  if (where === undefined || where === null) return []
  const reasons: Reason[] = []
  const queue: { condition: unknown; depth: number }[] = [{ condition: where, depth: 1 }]
  for (let index = 0; index < queue.length; index += 1) {
    const { condition, depth } = queue[index] ?? { condition: null, depth: 0 }
    if (index >= MAX_CONDITIONS || depth > MAX_CONDITION_DEPTH) {
      return [{ code: 'query-too-deep', field: 'where' }]
    }
    if (!isRecord(condition)) return [badPath('where')]
    for (const [key, value] of Object.entries(condition)) {
      if (/^(and|or)$/i.test(key)) {
        if (!Array.isArray(value)) return [badPath(key)]
        queue.push(...value.map((item) => ({ condition: item, depth: depth + 1 })))
      } else if (!isPath(key) || !isRecord(value)) reasons.push(badPath(key))
      else {
        for (const [operator, operand] of Object.entries(value)) {
          if (!OPERATORS.has(operator) || !isValue(operand))
            reasons.push(badPath(`${key}.${operator}`))
        }
      }
    }
  }
  return reasons
}

/** Every reason to refuse an order: a text, or several. */
export const sortReasons = (sort: unknown): Reason[] => {
  if (sort === undefined || sort === null || sort === '') return []
  const paths = [sort].flat().flatMap((one) => (typeof one === 'string' ? one.split(',') : [one]))
  const good =
    paths.length <= MAX_SORTS &&
    paths.every((path) => typeof path === 'string' && isPath(path.trim().replace(/^-/, '')))
  return good ? [] : [badPath('sort')]
}

/** The fields that a condition names, through `and` and `or`; nothing for what is not a condition. */
export const pathsIn = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(pathsIn)
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([key, value]) =>
    /^(and|or)$/i.test(key) ? pathsIn(value) : [key],
  )
}

/** The fields that an order names, without their direction. */
export const pathsOfSort = (sort: unknown): string[] =>
  [sort]
    .flat()
    .filter((one) => typeof one === 'string')
    .flatMap((one) => one.split(','))
    .map((one) => one.trim().replace(/^-/, ''))

type FieldsOf = (collection: string) => FlattenedField[]

/** The field at a dotted path, through groups and relations; undefined where there is none. */
const fieldAt = (
  path: string,
  fields: FlattenedField[],
  fieldsOf: FieldsOf,
): FlattenedField | undefined => {
  const [name = '', ...rest] = path.split(/\.|__/)
  const field = fields.find((one) => one.name === name)
  if (!field || rest.length === 0) return field
  const inner =
    'flattenedFields' in field
      ? field.flattenedFields
      : 'relationTo' in field && typeof field.relationTo === 'string'
        ? fieldsOf(field.relationTo)
        : []
  return fieldAt(rest.join('.'), inner, fieldsOf)
}

const isMoment = (value: unknown): boolean =>
  value === null ||
  value instanceof Date ||
  (typeof value === 'string' && !Number.isNaN(Date.parse(value)))

/**
 * Conditions on dates that name no date: the adapters make dates of what they are given, and fail.
 * @param fields of the collection; those of versions are found behind `version.`
 */
export const dateReasons = ({
  where,
  fields,
  fieldsOf,
}: {
  where: unknown
  fields: FlattenedField[]
  fieldsOf: FieldsOf
}): Reason[] => {
  if (Array.isArray(where)) {
    return where.flatMap((one) => dateReasons({ where: one, fields, fieldsOf }))
  }
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([key, value]): Reason[] => {
    if (/^(and|or)$/i.test(key)) return dateReasons({ where: value, fields, fieldsOf })
    const path = key.replace(/^version(?:\.|__)/, '')
    if (fieldAt(path, fields, fieldsOf)?.type !== 'date' || !isRecord(value)) return []
    const good = Object.entries(value).every(([operator, operand]) => {
      if (operator === 'exists') return true
      const given = typeof operand === 'string' ? operand.split(',') : [operand].flat()
      return given.every(isMoment)
    })
    return good ? [] : [badPath(key)]
  })
}
