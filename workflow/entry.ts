import { z } from 'zod'
import { keysOf } from '../access/keysOf'
import { OUTCOMES, STEPS } from '../access/steps'

const outcomes = keysOf(OUTCOMES)
const steps = keysOf(STEPS)

/**
 * 审批意见: one recorded decision of one person on one content hash. Only an entry with `passed` is a signature; doubts, holds,
 * releases, refers and returns are recorded alike but sign nothing. Name, position and department are text, as of the time.
 */
const entrySchema = z.object({
  step: z.enum(steps).nullable(),
  decision: z.enum(['sign', 'return', 'refer', 'hold', 'release', 'cancel']),
  passed: z.boolean(),
  person: z.object({
    id: z.string(),
    name: z.string(),
    position: z.string(),
    department: z.string(),
  }),
  opinion: z.string(),
  at: z.string(),
  hash: z.string(),
  secrecy: z.enum(outcomes).optional(),
  decidedBy: z.string().optional(),
  reference: z.string().optional(),
  decidedOn: z.string().optional(),
})

export type Entry = z.infer<typeof entrySchema>

/** The stored list of entries. @throws when the stored list is not one: it was not written by the workflow */
export const entriesOf = (stored: unknown): Entry[] => z.array(entrySchema).parse(stored ?? [])

/** The stored list of steps, in order. */
export const stepsOf = (stored: unknown) => z.array(z.enum(steps)).parse(stored ?? [])

/** The stored list of writers' ids. */
export const writersOf = (stored: unknown) => z.array(z.string()).parse(stored ?? [])
