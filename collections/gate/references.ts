import type { FlattenedField } from 'payload'
import { uploadsIn } from '../richText/check'
import { isRecord } from './values'

/** A document that a request names: the field that names it, the collection it must be in, its id. */
export type Reference = { field: string; collection: string; id: string }

const idsIn = (value: unknown): string[] =>
  [value].flat().flatMap((item) => {
    const id = isRecord(item) ? item.id : item
    return typeof id === 'string' && id !== '' ? [id] : []
  })

/** Every document that the data names through relations, files and pictures in the running text. Pure. */
export const referencesIn = ({
  data,
  fields,
  path = '',
}: {
  data: Record<string, unknown>
  fields: FlattenedField[]
  path?: string
}): Reference[] =>
  fields.flatMap((field): Reference[] => {
    const value = data[field.name]
    const at = path + field.name
    switch (field.type) {
      case 'relationship':
      case 'upload': {
        const collection = field.relationTo
        if (typeof collection !== 'string') return []
        return idsIn(value).map((id) => ({ field: at, collection, id }))
      }
      case 'richText':
        return uploadsIn(value).map((id) => ({ field: at, collection: 'media', id }))
      case 'group':
      case 'tab':
        return isRecord(value)
          ? referencesIn({ data: value, fields: field.flattenedFields, path: `${at}.` })
          : []
      case 'array':
        return (Array.isArray(value) ? value : []).flatMap((row, index) =>
          isRecord(row)
            ? referencesIn({ data: row, fields: field.flattenedFields, path: `${at}.${index}.` })
            : [],
        )
      default:
        return []
    }
  })
