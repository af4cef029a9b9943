import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'
import { Refused } from './environment'

const NEXT = 'node_modules/next/dist/bin/next'
const HOST = '127.0.0.1'
const HEALTH_PAUSE_MS = 200
const STARTING_MS = 120_000
const STOPPING_MS = 10_000

export const ENDING_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

type Environment = Record<string, string | undefined>

/**
 * The modules that Lexical has for Node await one another at their top level, and Node 20 then sometimes never comes back
 * from importing them. Its production modules do not; this condition chooses them in every process that we start.
 */
export const PRODUCTION_MODULES = '--conditions=production'

/** A search for ten thousand Chinese signs is answered too; Node would refuse an address that is longer than 16 KB. */
const LONG_ADDRESSES = '--max-http-header-size=131072'

/**
 * Megabytes of objects that the CMS may hold. It needs a third of it; with Node's own bound of four gigabytes garbage would
 * lie for hours, and what the machine shows would not tell a leak from rest. Who names another in NODE_OPTIONS gets it.
 */
const HEAP = '--max-old-space-size=1024'

/** Megabytes of young objects. A page lives shorter than with Node's 16 MB it would take to be moved to the old ones. */
const YOUNG_HEAP = '--max-semi-space-size=32'

const environment = (env: Environment, more: string[] = []) => {
  const options = process.env.NODE_OPTIONS ?? ''
  const missing = [PRODUCTION_MODULES, LONG_ADDRESSES].filter((option) => !options.includes(option))
  return {
    ...process.env,
    NODE_OPTIONS: [...more, options, ...missing].join(' ').trim(),
    ...env,
  }
}

/** Runs a Node program to its end with its lines shown, and gives its exit code. Who ends this process ends it too. */
export const runToEnd = async ({ args, env = {} }: { args: string[]; env?: Environment }) => {
  const child = spawn(process.execPath, args, {
    stdio: 'inherit',
    env: environment(env),
  })
  const pass = (signal: NodeJS.Signals) => {
    child.kill(signal)
    void exitOf(child).then(() => process.exit(1))
  }
  for (const signal of ENDING_SIGNALS) process.once(signal, pass)
  const code = await exitOf(child)
  for (const signal of ENDING_SIGNALS) process.removeListener(signal, pass)
  return code
}

/** The exit code of a process; 1 for one that a signal ended or that could not start. */
const exitOf = (child: ChildProcess) =>
  new Promise<number>((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code ?? 1))
  })

/** A running CMS. `ended` gives its exit code when it is over. */
export type Cms = {
  pid: number
  ended: Promise<number>
  /** resolves when it answers; rejects when it ends before */
  ready: Promise<void>
  stop: () => Promise<void>
  /** ends it at once, as a power cut would */
  kill: () => Promise<void>
}

/**
 * Starts the built CMS on the loopback address. It ends with this process: the channel between them closes with it,
 * and the CMS then exits.
 */
export const startCms = ({ port, env = {} }: { port: number; env?: Environment }): Cms => {
  const child = spawn(process.execPath, [NEXT, 'start', '-H', HOST, '-p', String(port)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: environment({ PORT: String(port), ...env }, [HEAP, YOUNG_HEAP]),
  })
  const ended = exitOf(child)
  const stop = async () => {
    child.kill('SIGTERM')
    const isOver = await Promise.race([ended.then(() => true), wait(STOPPING_MS, false)])
    if (!isOver) await kill()
  }
  const kill = async () => {
    child.kill('SIGKILL')
    await ended
  }
  return { pid: child.pid ?? 0, ended, ready: untilReady({ port, ended }), stop, kill }
}

const isHealthy = (port: number) =>
  fetch(`http://${HOST}:${port}/api/health`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  )

const untilReady = async ({ port, ended }: { port: number; ended: Promise<number> }) => {
  let isOver = false
  void ended.then(() => {
    isOver = true
  })
  for (const start = Date.now(); Date.now() - start < STARTING_MS; await wait(HEALTH_PAUSE_MS)) {
    if (await isHealthy(port)) return
    // The server has said why, in a line of its own.
    if (isOver) throw new Refused('The CMS could not start')
  }
  throw new Refused('The CMS does not answer')
}
