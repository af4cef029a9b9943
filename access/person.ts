import type { User } from '../payload-types'
import { DUTIES, type Duty } from './duties'
import { isKeyOf } from './keysOf'

/** The signed-in user as the rules see it: plain data, no session, no secrets. */
export type Person = {
  id: string
  name: string
  position: string
  duties: Duty[]
  departmentId: string | null
  departmentName: string
  /** Belongs to the department marked as the Office (办公室). */
  inOffice: boolean
}

/** The id of a relationship, whether it came populated, as an id, or not at all. */
export const idOf = (value: { id: string } | string | null | undefined): string | null => {
  if (!value) return null
  return typeof value === 'string' ? value : value.id
}

/** The document of a relationship if it came populated, else null. */
export const docOf = <Doc extends { id: string }>(value: Doc | string | null | undefined) =>
  value && typeof value === 'object' ? value : null

/** A key opens what the public reads and nothing else: with it nobody can act as a person who signs. */
const isMisusedKey = (user: User & { _strategy?: string }): boolean =>
  user._strategy === 'api-key' && user.duties?.join() !== 'api-reader'

/**
 * The person behind a request's user.
 * @returns null for nobody, for an account that has been switched off (its live sessions count as nobody), and for an API key
 * of an account that is more than an API account
 */
export const personOf = (
  user: (User & { _strategy?: string }) | null | undefined,
): Person | null => {
  if (user?.active !== true || isMisusedKey(user)) return null
  const department = docOf(user.department)
  return {
    id: user.id,
    name: user.name,
    position: user.position ?? '',
    duties: (user.duties ?? []).filter((duty) => isKeyOf(DUTIES, duty)),
    departmentId: idOf(user.department),
    departmentName: department?.name ?? '',
    inOffice: department?.mark === 'office',
  }
}

/** True when the person holds at least one of the duties. */
export const holds = (person: Person | null, ...duties: Duty[]): boolean =>
  person?.duties.some((duty) => duties.includes(duty)) ?? false
