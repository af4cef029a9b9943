import { readdirSync, readFileSync } from 'node:fs'

const KILOBYTE = 1_024
const EVERY_MS = 250

const readOf = (path: string) => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // A process may end at any moment.
    return ''
  }
}

const parents = () =>
  new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((pid): [number, number] => {
        const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readOf(`/proc/${pid}/stat`))?.[1]
        return [Number(pid), Number(parent)]
      }),
  )

/** A process and all that it started, directly or not. */
const treeOf = (root: number) => {
  const tree = new Set([root])
  const known = parents()
  for (let size = 0; size < tree.size; ) {
    size = tree.size
    for (const [pid, parent] of known) if (tree.has(parent)) tree.add(pid)
  }
  return [...tree]
}

/** The resident memory of a process with all that it started, in bytes. Linux only. */
export const residentOf = (pid: number) =>
  treeOf(pid)
    .map((one) => Number(/^VmRSS:\s+(\d+) kB/m.exec(readOf(`/proc/${one}/status`))?.[1] ?? 0))
    .reduce((sum, kilobytes) => sum + kilobytes * KILOBYTE, 0)

const TICKS_PER_SECOND = 100

/** The seconds of processor time that a process with all that it started has used. Linux only. */
export const processorSeconds = (pid: number) =>
  treeOf(pid)
    .map((one) => {
      // User and system time of its own, and of those that it started and that have ended.
      const ticks = readOf(`/proc/${one}/stat`)
        .replace(/^.*\) /s, '')
        .split(' ')
        .slice(11, 15)
      return ticks.reduce((sum, tick) => sum + Number(tick), 0) / TICKS_PER_SECOND
    })
    .reduce((sum, seconds) => sum + seconds, 0)

/** The processes below one whose command line names something. */
export const childrenNamed = ({ root, name }: { root: number; name: string }) =>
  treeOf(root).filter((pid) => readOf(`/proc/${pid}/cmdline`).includes(name))

/** Watches the memory of a process with all that it started. */
export const watchMemory = (pid: number) => {
  let peak = 0
  const look = () => {
    peak = Math.max(peak, residentOf(pid))
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    /** The most that it was, in bytes. */
    stop: () => {
      look()
      clearInterval(timer)
      return peak
    },
  }
}
