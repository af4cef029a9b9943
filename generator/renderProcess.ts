import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { removeIfThere } from './durable'
import type { Address } from './render'

/** Set in the environment of a process that draws pages and does nothing else; `instrumentation.ts` asks for it. */
const RENDERS_ONLY = 'BUREAU_RENDERS_ONLY'

const PROGRAM = 'generator/renderProgram.ts'
/** Megabytes; without a bound it lets garbage lie until it holds more than a gigabyte. */
const HEAP = '--max-old-space-size=512'
const STARTING_MS = 60_000

/** A second server that draws pages. */
export type RenderProcess = { address: Address; stop: () => Promise<void> }

/**
 * Starts a second server on another core, for work on many pages.
 * @returns null where there is only one core
 * @throws when it does not start
 */
export const startRenderProcess = async (dataDir: string): Promise<RenderProcess | null> => {
  if (availableParallelism() < 2) return null
  const socketPath = join(dataDir, 'render.sock')
  await removeIfThere(socketPath)
  const child = spawn(process.execPath, [HEAP, '--import', 'tsx', PROGRAM, socketPath], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [RENDERS_ONLY]: 'yes' },
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.once('error', () => resolve())
  })
  const stop = async () => {
    child.kill('SIGKILL')
    await ended
    await removeIfThere(socketPath)
  }
  try {
    await new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve())
      void ended.then(() => reject(new Error('The second server has ended')))
      setTimeout(() => reject(new Error('The second server does not start')), STARTING_MS).unref()
    })
    return { address: { socketPath }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
