import type { CollectionBeforeChangeHook } from 'payload'
import { idOf, personOf } from '../../../access/person'
import { Refusal } from '../../../access/refusal'
import type { Reason } from '../../../access/refusals'
import type { Manuscript } from '../../../payload-types'
import { mayFill } from '../../columns/rights'
import { rightsOf } from '../../columns/rightsOf'
import { allMedia } from '../files'

/**
 * What holds at every save: a text that is not discarded or is brought back by it, an own column (第十条), own files, own
 * providers unless the Office writes, a live policy file where one is interpreted.
 */
export const checkManuscript: CollectionBeforeChangeHook<Manuscript> = async ({
  data,
  originalDoc,
  req,
}) => {
  const person = personOf(req.user)
  if (!person) return data
  const next = { ...originalDoc, ...data }
  const departmentId = idOf(next.department)
  const reasons: Reason[] = []

  const isBack = data.discarded === false && req.context.restoring !== true
  if (originalDoc?.discarded && !isBack) reasons.push({ code: 'manuscript-discarded' })

  const columnId = idOf(next.column)
  if (columnId && columnId !== idOf(originalDoc?.column)) {
    const column = await req.payload.findByID({
      collection: 'columns',
      id: columnId,
      depth: 0,
      overrideAccess: true,
      disableErrors: true,
    })
    const at = new Date().toISOString()
    const mine = column && departmentId && mayFill({ column: rightsOf(column), departmentId, at })
    if (!mine) reasons.push({ code: 'column-not-yours', field: 'column' })
  }

  const providers = (next.providers ?? []).map(idOf)
  const before = (originalDoc?.providers ?? []).map(idOf)
  const foreign = providers.some((id) => id !== departmentId && !before.includes(id))
  if (foreign && !person.inOffice) reasons.push({ code: 'foreign-provider', field: 'providers' })

  const known = new Set(originalDoc ? allMedia(originalDoc) : [])
  const added = allMedia(next).filter((id) => !known.has(id))
  if (added.length > 0) {
    const { totalDocs } = await req.payload.count({
      collection: 'media',
      overrideAccess: true,
      where: {
        and: [
          { id: { in: added } },
          { department: { equals: departmentId } },
          { sealed: { not_equals: true } },
        ],
      },
    })
    if (totalDocs < added.length) reasons.push({ code: 'file-missing' })
  }

  const policy = idOf(next.interprets)
  if (policy && policy !== idOf(originalDoc?.interprets)) {
    const { totalDocs } = await req.payload.count({
      collection: 'posts',
      overrideAccess: true,
      where: {
        and: [
          { id: { equals: policy } },
          { kind: { equals: 'policy' } },
          { state: { equals: 'live' } },
        ],
      },
    })
    if (totalDocs === 0) reasons.push({ code: 'interprets-policy', field: 'interprets' })
  }

  const [first, ...rest] = reasons
  if (first) throw new Refusal(first, ...rest)
  return data
}
