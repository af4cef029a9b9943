import type { DatabaseAdapterObj } from 'payload'
import { isRecord } from '../gate/values'
import { inTurn } from '../inTurn'
import { takeChangedFields } from './changedFields'

/** What Payload's login, refresh, logout and reset of a password have to write. */
const SESSION_FIELDS = new Set([
  'sessions',
  'loginAttempts',
  'lockUntil',
  'hash',
  'salt',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'resetPasswordRequestedAt',
  'updatedAt',
])
/** Follow from a field that was changed, so they are written with it. */
const CREDENTIALS = new Set(['hash', 'salt', 'sessions'])
const KEYS = new Set(['enableAPIKey', 'apiKey', 'apiKeyIndex'])

const only = (data: Record<string, unknown>, keeps: (key: string) => boolean) =>
  Object.fromEntries(Object.entries(data).filter(([key]) => keeps(key)))

/**
 * The part of a write that it is about. Payload reads an account, takes its time (checking a password takes half a second) and
 * writes the whole row back: a duty taken away or an account switched off in between would come back with it.
 * @param changed what an update changes; null for a write of Payload's own
 * @returns null for a write that names its fields itself
 */
export const ownPart = ({
  data,
  changed,
}: {
  data: Record<string, unknown>
  changed: string[] | null
}): Record<string, unknown> | null => {
  if (changed) {
    const password = changed.includes('password')
    const apiKey = changed.some((key) => KEYS.has(key))
    return only(
      data,
      (key) =>
        key === 'updatedAt' ||
        changed.includes(key) ||
        (password && CREDENTIALS.has(key)) ||
        (apiKey && KEYS.has(key)),
    )
  }
  const isWholeRow = 'sessions' in data && 'email' in data
  return isWholeRow ? only(data, (key) => SESSION_FIELDS.has(key)) : null
}

/**
 * Puts `ownPart` where every write of an account ends up: the rest of the row is what is stored at that moment, for both
 * databases alike (on SQLite a row with lists is written as a whole). One process writes, so a queue an account is enough.
 */
export const guardUsers = (adapter: DatabaseAdapterObj): DatabaseAdapterObj => ({
  ...adapter,
  init: (args) => {
    const db = adapter.init(args)
    const updateOne = db.updateOne
    db.updateOne = (request) => {
      const { collection, id, data, req } = request
      if (collection !== 'users' || !id) return updateOne.call(db, request)
      return inTurn(`users/${id}`, async () => {
        const changed = takeChangedFields({ context: req?.context, id: String(id) })
        const own = ownPart({ data, changed })
        if (!own) return updateOne.call(db, request)
        const stored: unknown = await db.findOne({
          collection,
          where: { id: { equals: id } },
        })
        const row = isRecord(stored) ? stored : {}
        return updateOne.call(db, { ...request, data: { ...row, ...own } })
      })
    }
    return db
  },
})
