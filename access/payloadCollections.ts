import type { Access, SanitizedConfig } from 'payload'
import { personOf } from './person'

const nobody: Access = () => false
const staff: Access = ({ req }) => personOf(req.user) !== null
const ownLocks: Access = ({ req }) => {
  const person = personOf(req.user)
  return person !== null && { 'user.value': { equals: person.id } }
}

/**
 * Payload gives its own collections to everyone signed in, and has no setting for it. Here locks and preferences belong
 * to the person who made them, and everything else of Payload's own is nobody's.
 */
export const restrictPayloadCollections = async (
  config: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> => {
  const built = await config
  for (const collection of built.collections) {
    if (collection.slug === 'payload-preferences') continue
    if (collection.slug === 'payload-locked-documents') {
      Object.assign(collection.access, {
        create: staff,
        read: ownLocks,
        update: ownLocks,
        delete: ownLocks,
      })
    } else if (collection.slug.startsWith('payload-')) {
      Object.assign(collection.access, {
        create: nobody,
        read: nobody,
        update: nobody,
        delete: nobody,
      })
    }
  }
  return built
}
