import type { GlobalBeforeOperationHook } from 'payload'
import { Refusal } from '../../../access/refusal'
import { given, isTrusted } from '../given'
import { rowIdsIn, withKnownRowIds } from '../rowIds'
import { isTooDeep, shapeReasons } from '../shape'
import { isRecord } from '../values'

const IGNORED_KEYS = new Set(['id', 'createdAt', 'updatedAt', 'globalType', '_status'])

/** The gate of a global: the right first, then fields that exist and values of their kind. */
export const guardGlobalWrites: GlobalBeforeOperationHook = async ({
  args,
  global,
  operation,
  req,
}) => {
  if (isTrusted(args)) return
  if (operation === 'restoreVersion') throw new Refusal('forbidden')
  if (operation !== 'update') return
  if ((await global.access.update({ req })) !== true) throw new Refusal('forbidden')
  const { data } = given(args)
  if (!isRecord(data) || isTooDeep(data)) throw new Refusal('bad-value')
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => !IGNORED_KEYS.has(key)))
  const fields = global.flattenedFields
  const [first, ...rest] = shapeReasons({ data: own, fields })
  if (first) throw new Refusal(first, ...rest)
  const known = new Set(rowIdsIn(own, fields))
  return { ...args, data: withKnownRowIds({ data: own, fields, known }) }
}
