import { Refusal } from '../../access/refusal'
import { isRecord } from './values'

const WRITES = new Set(['create', 'update'])

/** An operation's arguments as plain values: what they hold depends on the operation. */
export const given = (args: unknown): Record<string, unknown> => (isRecord(args) ? args : {})

/**
 * What the server does on its own account, by the Local API with `overrideAccess: true`. REST leaves the flag out and
 * GraphQL sets it to false, so everything else is somebody's request.
 */
export const isTrusted = (args: unknown): boolean => given(args).overrideAccess === true

/**
 * What a request wants to write; null for one that writes nothing or comes from the server itself.
 * @throws bad-value when it is not an object
 */
export const writtenBy = (args: unknown, operation: string): Record<string, unknown> | null => {
  const { data } = given(args)
  if (!WRITES.has(operation) || isTrusted(args)) return null
  if (!isRecord(data)) throw new Refusal('bad-value')
  return data
}
