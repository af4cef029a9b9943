import type { CollectionBeforeOperationHook } from 'payload'
import { Refusal } from '../../../access/refusal'

/** The first accounts are made by `npm run setup` or the seed, never through the open door of first-register. */
export const refuseFirstRegister: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const anonymous = 'overrideAccess' in args && args.overrideAccess === true && !req.user
  if (operation === 'create' && anonymous && req.payloadAPI !== 'local')
    throw new Refusal('forbidden')
}
