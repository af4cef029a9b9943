import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'
import { processWide } from '../collections/processWide'

/** A work that is to die before its next write but `left`. */
type Doom = { left: number; isDead: boolean; die: () => void }

const doomed = new AsyncLocalStorage<Doom>()
const NEVER = new Promise<never>(() => {})

type Client = { execute: (statement: unknown, args?: unknown) => Promise<unknown> }
const isClient = (value: unknown): value is Client =>
  typeof value === 'object' &&
  value !== null &&
  'execute' in value &&
  typeof value.execute === 'function'

const sqlOf = (statement: unknown): string => {
  if (typeof statement === 'string') return statement
  if (typeof statement !== 'object' || statement === null || !('sql' in statement)) return ''
  return String(statement.sql)
}
const isWrite = (statement: unknown) =>
  /^\s*(insert|update|delete|replace)\b/i.test(sqlOf(statement))

/** Counts a write of the doomed work, or of a read after its death; anything else passes. */
const passes = (writes: boolean): boolean => {
  const doom = doomed.getStore()
  if (!doom) return true
  if (doom.isDead) return false
  if (!writes) return true
  if (doom.left > 0) {
    doom.left -= 1
    return true
  }
  doom.isDead = true
  doom.die()
  return false
}

const WRITES = ['create', 'updateOne', 'updateMany', 'createVersion', 'updateVersion'] as const

/**
 * Makes every write of this process a point at which a work may be killed: each SQL statement on SQLite, so also between
 * the statements of one document; each call of the adapter on MongoDB.
 */
export const layKillPoints = (payload: Payload) => {
  const { db } = payload
  const client = 'client' in db ? db.client : null
  if (isClient(client)) {
    const execute = client.execute.bind(client)
    client.execute = (statement, args) =>
      passes(isWrite(statement)) ? execute(statement, args) : NEVER
    return
  }
  for (const name of WRITES) {
    const write: (args: never) => Promise<unknown> = db[name].bind(db)
    Object.assign(db, { [name]: (args: never) => (passes(true) ? write(args) : NEVER) })
  }
}

/**
 * Runs a work until it is about to make its (n+1)th write; from there on it does nothing any more, as if its process had
 * been killed, and what the process kept in memory is gone.
 * @returns whether it got that far; false when it was done with n writes
 */
export const killedAfter = async ({
  writes,
  work,
  die = () => {},
}: {
  writes: number
  work: () => Promise<unknown>
  /** for a real death */
  die?: () => void
}): Promise<boolean> => {
  const killed = await new Promise<boolean>((resolve, reject) => {
    const doom = {
      left: writes,
      isDead: false,
      die: () => {
        die()
        resolve(true)
      },
    }
    doomed.run(doom, () => work().then(() => resolve(false), reject))
  })
  if (killed) processWide('inTurn', () => new Map()).value.clear()
  return killed
}
