import type { CollectionBeforeOperationHook, FlattenedField } from 'payload'
import { Refusal } from '../../../access/refusal'
import type { Reason } from '../../../access/refusals'
import { checkRichText, withPlainUploads } from '../../richText/check'
import { writtenBy } from '../given'
import { isRecord } from '../values'

type Checked = { data: Record<string, unknown>; reasons: Reason[] }

const checked = ({
  data,
  fields,
  path = '',
}: {
  data: Record<string, unknown>
  fields: FlattenedField[]
  path?: string
}): Checked => {
  const next = { ...data }
  const reasons: Reason[] = []
  for (const field of fields) {
    const value = data[field.name]
    if (value === undefined || value === null) continue
    if (field.type === 'richText') {
      next[field.name] = withPlainUploads(value)
      reasons.push(...checkRichText({ value: next[field.name], field: path + field.name }))
    } else if (field.type === 'group' && isRecord(value)) {
      const inner = checked({
        data: value,
        fields: field.flattenedFields,
        path: `${path}${field.name}.`,
      })
      next[field.name] = inner.data
      reasons.push(...inner.reasons)
    }
  }
  return { data: next, reasons }
}

/** The editor's list of allowed nodes and links, enforced on the server. */
export const refuseBadRichText: CollectionBeforeOperationHook = ({
  args,
  collection,
  operation,
}) => {
  const data = writtenBy(args, operation)
  if (!data) return
  const result = checked({ data, fields: collection.flattenedFields })
  const [first, ...rest] = result.reasons
  if (first) throw new Refusal(first, ...rest)
  return { ...args, data: result.data }
}
