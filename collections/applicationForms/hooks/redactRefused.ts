import type { CollectionAfterReadHook } from 'payload'
import { holds, personOf } from '../../../access/person'
import type { ApplicationForm } from '../../../payload-types'
import { isHidden, REFUSED_VIEW } from '../refusedView'

/** A refused form, and any of the same manuscript, shows number, department and state only, except to secrecy-reviewers. */
export const redactRefused: CollectionAfterReadHook<ApplicationForm> = ({
  doc,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || !isHidden(doc)) return doc
  if (holds(personOf(req.user), 'secrecy-reviewer')) return doc
  return Object.fromEntries(REFUSED_VIEW.map((name) => [name, doc[name]]))
}
