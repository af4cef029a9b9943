import type { CollectionBeforeOperationHook, Where } from 'payload'
import { holds, personOf } from '../../../access/person'
import { isRecord } from '../../gate/values'
import { isRefusedViewField } from '../refusedView'

const READS = new Set(['read', 'count', 'readDistinct'])

const pathsIn = (where: unknown): string[] => {
  if (Array.isArray(where)) return where.flatMap(pathsIn)
  if (!isRecord(where)) return []
  return Object.entries(where).flatMap(([key, value]) =>
    key.toLowerCase() === 'and' || key.toLowerCase() === 'or' ? pathsIn(value) : [key],
  )
}

/** A question about anything but number, department and state leaves refused forms out: no searching in what is hidden. */
export const guardRefusedQueries: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!READS.has(operation) || !('overrideAccess' in args) || args.overrideAccess !== false) return
  if (holds(personOf(req.user), 'secrecy-reviewer')) return
  const where: Where = 'where' in args && isRecord(args.where) ? args.where : {}
  const sort = 'sort' in args ? [args.sort].flat().filter((path) => typeof path === 'string') : []
  const asked = [...pathsIn(where), ...sort.flatMap((path) => path.split(','))]
  const hidden = asked.some(
    (path) => !isRefusedViewField(path) && !/^-?(createdAt|updatedAt)$/.test(path),
  )
  if (!hidden) return
  return { ...args, where: { and: [where, { state: { not_equals: 'refused' } }] } }
}
