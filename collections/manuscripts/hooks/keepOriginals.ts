import type { CollectionBeforeChangeHook } from 'payload'
import { idOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Manuscript } from '../../../payload-types'

/** 原始资料 are append-only (第十二条(四)); restoring an older version keeps those that came later. */
export const keepOriginals: CollectionBeforeChangeHook<Manuscript> = ({
  data,
  originalDoc,
  req,
}) => {
  if (!originalDoc || data.originals === undefined) return data
  const before = (originalDoc.originals ?? []).map(idOf).filter((id) => id !== null)
  const now = (data.originals ?? []).map(idOf).filter((id) => id !== null)
  const lost = before.filter((id) => !now.includes(id))
  if (lost.length === 0) return data
  if (req.context.restoring === true)
    return { ...data, originals: [...before, ...now.filter((id) => !before.includes(id))] }
  throw new Refusal({ code: 'originals-append-only', field: 'originals' })
}
