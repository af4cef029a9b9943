import type { CollectionAfterReadHook } from 'payload'
import { holds, personOf } from '../../../access/person'
import type { ApplicationForm } from '../../../payload-types'
import { REFUSED_VIEW } from '../refusedView'

/** A refused form shows its number, department and state, and nothing else, except to secrecy-reviewers. */
export const redactRefused: CollectionAfterReadHook<ApplicationForm> = ({
  doc,
  overrideAccess,
  req,
}) => {
  if (overrideAccess || doc.state !== 'refused') return doc
  if (holds(personOf(req.user), 'secrecy-reviewer')) return doc
  return Object.fromEntries(REFUSED_VIEW.map((name) => [name, doc[name]]))
}
