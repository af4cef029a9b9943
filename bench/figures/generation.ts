import { setTimeout as wait } from 'node:timers/promises'
import { generationBar } from '../../commands/generationBar'
import { askStatus } from '../../generator/controlChannel'
import { processorSeconds, watchMemory } from '../processes'
import { type Samples, samplesOf } from '../samples'
import type { Subject } from '../subject'

const POLL_MS = 100
/** The generation is cut into so many stretches; each is one measurement of its speed. */
const STRETCHES = 25

export type Generation = {
  pages: number
  seconds: number
  /** over the whole of it */
  pagesPerSecond: number
  /** pages a second, by stretches */
  speed: Samples
  /** of all processes of the server; on a machine that others use it tells more than the time on the clock */
  processorSeconds: number
  memoryBytes: number
}

type Mark = { done: number; at: number; used: number }

/** The speed between marks that lie a stretch of pages apart. */
const speedsOf = ({ marks, total }: { marks: Mark[]; total: number }) => {
  const speeds: number[] = []
  let from = marks[0]
  for (const mark of marks) {
    if (!from || mark.done - from.done < total / STRETCHES) continue
    speeds.push(((mark.done - from.done) / (mark.at - from.at)) * 1000)
    from = mark
  }
  return speeds
}

/** Watches the server generate the whole site for the first time, until every page is there. */
export const watchGeneration = async ({ data, pid }: Subject): Promise<Generation> => {
  const memory = watchMemory(pid)
  const bar = generationBar()
  const marks: Mark[] = []
  let total = 0
  for (;;) {
    const { generation, isSettled } = await askStatus(data.dataDir)
    if (isSettled) break
    if (generation) {
      total = generation.total
      marks.push({ done: generation.done, at: performance.now(), used: processorSeconds(pid) })
      bar.show(generation)
    }
    await wait(POLL_MS)
  }
  bar.finish()
  // The search index is filled after it.
  const [start, end] = [marks[0], marks.at(-1)]
  if (!start || !end) throw new Error('The server had nothing to generate')
  const seconds = (end.at - start.at) / 1000
  return {
    pages: total,
    seconds,
    pagesPerSecond: (end.done - start.done) / seconds,
    speed: samplesOf(speedsOf({ marks, total })),
    processorSeconds: end.used - start.used,
    memoryBytes: memory.stop(),
  }
}
