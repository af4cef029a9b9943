import { existsSync, renameSync, unlinkSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import { sizeOf } from './folders'

const gunzipped = promisify(gunzip)
const unbrotlied = promisify(brotliDecompress)

/** What stands behind the name of a file in those of its compressed copies, in the order of their sizes. */
const GZIP = '.gz'
const BROTLI = '.br'
const COPY_ENDINGS = [GZIP, BROTLI]

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

/** The compressed copies that are to stand beside a file; undefined for one that has none. */
export const copiesOf = ({ file, size, path }: { file: string; size: number; path: string }) => {
  if (!hasCopies({ file, size })) return undefined
  const effort = effortFor(file)
  return {
    gzip: { path: path + GZIP, level: effort.gzip },
    brotli: { path: path + BROTLI, quality: effort.brotli },
  }
}

/** Whether both copies of a file hold these very bytes. */
export const areCopiesSound = async ({ path, bytes }: { path: string; bytes: Buffer }) => {
  // A copy that somebody put there must not fill the memory.
  const options = { maxOutputLength: bytes.length }
  try {
    const unpacked = await Promise.all([
      readFile(path + GZIP).then((copy) => gunzipped(copy, options)),
      readFile(path + BROTLI).then((copy) => unbrotlied(copy, options)),
    ])
    return unpacked.every((copy) => copy.equals(bytes))
  } catch {
    return false
  }
}

/** Moves the copies of a file after it. Without a copy a visitor gets the file itself. */
export const moveCopies = ({ from, to }: { from: string; to: string }) => {
  for (const ending of COPY_ENDINGS) {
    try {
      renameSync(from + ending, to + ending)
    } catch {}
  }
}

/** Takes the copies of a file away. */
export const removeCopies = (path: string) => {
  for (const ending of COPY_ENDINGS) if (existsSync(path + ending)) unlinkSync(path + ending)
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
