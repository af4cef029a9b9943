import type { Access, SanitizedConfig } from 'payload'
import { hideDocAccess } from './hideDocAccess'
import { personOf } from './person'

const nobody: Access = () => false
const own: Access = ({ req }) => {
  const person = personOf(req.user)
  return person !== null && { 'user.value': { equals: person.id } }
}

const CLOSED = { create: nobody, read: nobody, update: nobody, delete: nobody }

/** Payload's own collections that a person has rows in. Locks are made and renewed by the admin itself, not through an API. */
const OPENED: Record<string, Partial<Record<keyof typeof CLOSED, Access>>> = {
  'payload-preferences': {
    create: ({ req }) => personOf(req.user) !== null,
    read: own,
    update: own,
    delete: own,
  },
  'payload-locked-documents': { read: own, delete: own },
}

/**
 * Payload gives its own collections to everyone signed in, and has no setting for it. Here locks and preferences belong
 * to the person who made them, everything else of Payload's own is nobody's, and GraphQL shows none of it.
 * Rights on a single row are told to whoever may see it.
 */
export const restrictPayloadCollections = async (
  config: Promise<SanitizedConfig>,
): Promise<SanitizedConfig> => {
  const built = await config
  for (const collection of built.collections) {
    if (!collection.slug.startsWith('payload-')) continue
    Object.assign(collection.access, CLOSED, OPENED[collection.slug])
    Object.assign(collection, { graphQL: false })
  }
  return hideDocAccess(built)
}
