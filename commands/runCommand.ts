import { reasonOf } from '../generator/durable'
import { Refused } from './environment'

const ONE_DAY = 86_400_000

/**
 * Runs a command to its end and exits: 0, or 1 with one clear line for what its reader can set right. The held timer is
 * there because SQLite's driver keeps no event loop alive.
 */
export const runCommand = (main: () => Promise<void>) => {
  const held = setInterval(() => undefined, ONE_DAY)
  main()
    .then(() => process.exit())
    .catch((error: unknown) => {
      console.error(error instanceof Refused ? error.message : (fault(error) ?? error))
      process.exit(1)
    })
    .finally(() => clearInterval(held))
}

const FAULTS: Record<string, string> = {
  ENOSPC: 'The disk is full',
  EROFS: 'The disk is read-only',
  EACCES: 'No permission',
  EDQUOT: 'The disk quota is used up',
}

/** One line for the faults of a machine; undefined for errors of the program, whose stack is wanted. */
const fault = (error: unknown) => {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const words = FAULTS[code]
  return words && `${words}: ${reasonOf(error)}`
}
