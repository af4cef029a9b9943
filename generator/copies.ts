import { renameSync, rmSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliCompress, brotliDecompress, constants, gunzip, gzip } from 'node:zlib'
import { sizeOf } from './folders'

const gzipped = promisify(gzip)
const gunzipped = promisify(gunzip)
const brotlied = promisify(brotliCompress)
const unbrotlied = promisify(brotliDecompress)

/** What stands behind the name of a file in those of its compressed copies, in the order of `compressed`. */
const COPY_ENDINGS = ['.gz', '.br'] as const

const IS_COPY = /\.(?:gz|br)$/
/** A smaller file is one packet with its headers, compressed or not. */
const LEAST_BYTES = 1_024

/** The file that this may be a compressed copy of; undefined when its name does not say so. */
export const originalOf = (name: string) =>
  IS_COPY.test(name) ? name.replace(IS_COPY, '') : undefined

/** Whether a file may be sent compressed, by its name. */
export const isText = (file: string) => /\.(?:html|css|js|xml|json|txt)$/.test(file)

/** Whether compressed copies stand beside a public file. */
export const hasCopies = ({ file, size }: { file: string; size: number }) =>
  size >= LEAST_BYTES && isText(file)

/** Every visitor loads the assets, and they seldom change. A page is written often: twice the time would save a tenth. */
const effortFor = (file: string) =>
  file.startsWith('assets/') ? { gzip: 9, brotli: 11 } : { gzip: 6, brotli: 5 }

const compressed = ({ file, bytes }: { file: string; bytes: Buffer }) => {
  const effort = effortFor(file)
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: effort.brotli,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  }
  return Promise.all([gzipped(bytes, { level: effort.gzip }), brotlied(bytes, { params })])
}

/** Whether both copies of a file hold these very bytes. */
export const areCopiesSound = async ({ path, bytes }: { path: string; bytes: Buffer }) => {
  // A copy that somebody put there must not fill the memory.
  const options = { maxOutputLength: bytes.length }
  const [gz, br] = COPY_ENDINGS
  try {
    const unpacked = await Promise.all([
      readFile(path + gz).then((copy) => gunzipped(copy, options)),
      readFile(path + br).then((copy) => unbrotlied(copy, options)),
    ])
    return unpacked.every((copy) => copy.equals(bytes))
  } catch {
    return false
  }
}

/**
 * Writes the compressed copies of a file beside `path`. Nobody waits until they are on the disk: three times as many
 * files would take three times as long, and a copy that a power cut has cut short is dropped at the next opening.
 * @returns their sizes; undefined for a file that has none
 */
export const writeCopies = async ({
  file,
  bytes,
  path,
}: {
  file: string
  bytes: Buffer
  path: string
}) => {
  if (!hasCopies({ file, size: bytes.length })) return undefined
  const copies = await compressed({ file, bytes })
  await Promise.all(
    copies.map((copy, index) => writeFile(path + COPY_ENDINGS[index], copy, { flag: 'wx' })),
  )
  return copies.map(({ length }) => length)
}

/**
 * Moves the copies of a file after it. Without a copy a visitor gets the file itself. A rename takes some microseconds; to
 * wait for its turn among the files that are being synced would take a hundred times as long.
 */
export const moveCopies = ({ from, to }: { from: string; to: string }) => {
  for (const ending of COPY_ENDINGS) {
    try {
      renameSync(from + ending, to + ending)
    } catch {}
  }
}

/** Takes the copies of a file away. */
export const removeCopies = (path: string) => {
  for (const ending of COPY_ENDINGS) rmSync(path + ending, { force: true })
}

/** Whether the copies of a file have the sizes that they were written with. */
export const areCopiesWhole = async ({
  path,
  sizes = [],
}: {
  path: string
  sizes: number[] | undefined
}) => {
  const found = await Promise.all(
    COPY_ENDINGS.slice(0, sizes.length).map((ending) => sizeOf(path + ending)),
  )
  return found.every((size, index) => size === sizes[index])
}
