import type { CollectionBeforeOperationHook, Where } from 'payload'
import { holds, personOf } from '../../../access/person'
import { given, isTrusted } from '../../gate/given'
import { pathsIn, pathsOfSort } from '../../gate/query'
import { isRecord } from '../../gate/values'
import { isRefusedViewField } from '../refusedView'

const READS = new Set(['read', 'count', 'readDistinct'])

/** A question about anything but number, department and state leaves refused forms out: no searching in what is hidden. */
export const guardRefusedQueries: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!READS.has(operation) || isTrusted(args)) return
  if (holds(personOf(req.user), 'secrecy-reviewer')) return
  const asked = given(args)
  const where: Where = 'where' in args && isRecord(args.where) ? args.where : {}
  const paths = [...pathsIn(where), ...pathsOfSort(asked.sort)]
  if (paths.every(isRefusedViewField)) return
  const open: Where[] = [{ state: { not_equals: 'refused' } }, { sealed: { not_equals: true } }]
  return { ...args, where: { and: [where, ...open] } }
}
