import { Worker } from 'node:worker_threads'
import { errorCode } from './durable'

/** Plain JavaScript beside this file, as it stands in the project. */
const PROGRAM = './generator/fileThreadProgram.mjs'

/** A text to be written to a new file, and the compressed copies to be written beside it. */
export type NewText = {
  path: string
  bytes: Buffer
  /** whether it has to be on the disk when that is answered */
  isDurable: boolean
  copies?: {
    gzip: { path: string; level: number }
    brotli: { path: string; quality: number }
  }
}

/** What the thread is asked for; without bytes the file is there and only has to come to the disk. */
type Task = NewText | { path: string; isDurable: true }

type Answer = { sizes?: number[]; error?: { message: string; code?: string } }
type Job = {
  task: Task
  done: (sizes: number[] | undefined) => void
  fail: (error: unknown) => void
}

/** The thread, with the lots that it has not answered yet. */
type Hand = { worker: Worker; lots: Job[][] }

let hand: Hand | null = null
let asked: Job[] = []

const start = (): Hand => {
  // The options of the process are those of its own program, such as a loader.
  const worker = new Worker(/* turbopackIgnore: true */ PROGRAM, { execArgv: [] })
  const started: Hand = { worker, lots: [] }
  worker.on('message', (answers: Answer[]) => {
    const lot = started.lots.shift() ?? []
    if (started.lots.length === 0) worker.unref()
    for (const [index, job] of lot.entries()) settle({ job, answer: answers[index] })
  })
  const end = (error: Error) => {
    if (hand === started) hand = null
    for (const job of started.lots.splice(0).flat()) job.fail(error)
  }
  worker.once('error', end)
  worker.once('exit', () => end(new Error('The thread that writes files has ended')))
  return started
}

const settle = ({ job, answer }: { job: Job; answer: Answer | undefined }) => {
  if (answer && !answer.error) return job.done(answer.sizes)
  const { message = 'not written', code } = answer?.error ?? {}
  job.fail(Object.assign(new Error(message), { code }))
}

const send = () => {
  hand ??= start()
  const lot = asked
  asked = []
  hand.lots.push(lot)
  hand.worker.ref()
  hand.worker.postMessage(lot.map(({ task }) => task))
}

const ask = (task: Task) =>
  new Promise<number[] | undefined>((done, fail) => {
    if (asked.length === 0) setImmediate(send)
    asked.push({ task, done, fail })
  })

/**
 * Writes a text and its compressed copies to new files in a thread of its own, together with what else is asked for in
 * this turn of the event loop. The thread waits for one call after the other: for many small files that takes far less
 * processor time than Node's asynchronous calls, and the server goes on answering.
 * @returns the sizes of the copies; undefined when none are asked for
 * @throws the error of the system call; files that were begun are left to the caller
 */
export const writeText = (text: NewText) => ask(text)

/** Returns when a file is on the disk; one that is not there any more need not be. */
export const bringToDisk = async (path: string) => {
  try {
    await ask({ path, isDurable: true })
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}
