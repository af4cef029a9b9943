import type { CollectionBeforeChangeHook, Payload } from 'payload'
import { idOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Column } from '../../../payload-types'

const MAX_LEVELS = 6

const parentOf = (payload: Payload, id: string) =>
  payload.findByID({
    collection: 'columns',
    id,
    depth: 0,
    overrideAccess: true,
    disableErrors: true,
  })

/** Writes the stored path from the code and the parent; a column never stands below itself. */
export const setPath: CollectionBeforeChangeHook<Column> = async ({ data, originalDoc, req }) => {
  const code = data.code ?? originalDoc?.code ?? ''
  const parentId = idOf(data.parent === undefined ? originalDoc?.parent : data.parent)
  if (!parentId) return { ...data, path: code }
  const parent = await parentOf(req.payload, parentId)
  if (!parent?.path) throw new Refusal({ code: 'bad-value', field: 'parent' })
  let ancestor: Column | null = parent
  for (let level = 0; ancestor; level += 1) {
    if (ancestor.id === originalDoc?.id || level > MAX_LEVELS) {
      throw new Refusal({ code: 'column-cycle', field: 'parent' })
    }
    const next: string | null = idOf(ancestor.parent)
    ancestor = next ? await parentOf(req.payload, next) : null
  }
  return { ...data, path: `${parent.path}/${code}` }
}
