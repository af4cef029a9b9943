import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/**
 * The thread of `fileThread.ts`. It takes lots of tasks and answers each lot with what became of every one: the sizes of
 * the compressed copies, or the error. Plain JavaScript: a thread of Node 20 reads nothing else.
 */

const brotlied = (bytes, quality) =>
  brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })

/** Nobody waits until the copies are on the disk: one that a power cut has cut short is dropped at the next opening. */
const writeCopies = ({ bytes, copies: { gzip, brotli } }) => {
  const made = [
    { path: gzip.path, copy: gzipSync(bytes, { level: gzip.level }) },
    { path: brotli.path, copy: brotlied(bytes, brotli.quality) },
  ]
  for (const { path, copy } of made) writeFileSync(path, copy, { flag: 'wx' })
  return made.map(({ copy }) => copy.length)
}

const openNew = (path, bytes) => {
  const file = openSync(path, 'wx')
  try {
    writeFileSync(file, bytes)
    return file
  } catch (error) {
    closeSync(file)
    throw error
  }
}

/** A task without bytes is about a file that is there. */
const begin = (task) => {
  const { path, bytes, copies, isDurable } = task
  try {
    const sizes = copies ? writeCopies(task) : undefined
    const file = bytes ? openNew(path, bytes) : openSync(path)
    return { file, sizes, isDurable }
  } catch (error) {
    return { error }
  }
}

/** The disk writes a lot in one go: the first that is waited for brings the others with it. */
const finish = ({ file, sizes, isDurable, error }) => {
  if (error) return { error }
  try {
    if (isDurable) fsyncSync(file)
    return { sizes }
  } catch (reason) {
    return { error: reason }
  } finally {
    closeSync(file)
  }
}

parentPort?.on('message', (tasks) => {
  const begun = tasks.map(begin)
  parentPort?.postMessage(
    begun
      .map(finish)
      .map(({ sizes, error }) =>
        error ? { error: { message: error.message, code: error.code } } : { sizes },
      ),
  )
})
