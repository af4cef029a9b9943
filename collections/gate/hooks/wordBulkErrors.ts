import type { CollectionAfterOperationHook } from 'payload'
import { reasonsIn, wordReasons } from '../../../access/refusal'
import { isRecord } from '../values'

/** An update of many rows keeps only the message of each refusal; here it gets its codes and the reader's language back. */
export const wordBulkErrors: CollectionAfterOperationHook = ({ operation, req, result }) => {
  if (operation !== 'update' || !isRecord(result) || !Array.isArray(result.errors)) return result
  const errors = result.errors.map((error) => {
    const reasons = wordReasons({
      reasons: reasonsIn(error.message),
      language: req.i18n?.language,
    })
    const [first] = reasons
    return first ? { ...error, ...first, reasons } : error
  })
  return { ...result, errors }
}
