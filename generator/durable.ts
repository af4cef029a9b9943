import { createHash } from 'node:crypto'
import { constants, createReadStream, createWriteStream, mkdirSync, renameSync } from 'node:fs'
import { type FileHandle, open, readFile, rename, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** The error code of a failed system call, such as `ENOSPC`; empty for any other error. */
export const errorCode = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The message of anything that was thrown. */
export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** Runs `use` with an open file and closes it whatever happens. */
const withFile = async <T>({
  path,
  flags,
  use,
}: {
  path: string
  flags: string | number
  use: (file: FileHandle) => Promise<T>
}) => {
  const file = await open(path, flags)
  try {
    return await use(file)
  } finally {
    await file.close()
  }
}

/** Writes a new file and returns when it is on the disk. */
const writeDurably = ({ path, bytes }: { path: string; bytes: Buffer | string }) =>
  withFile({
    path,
    flags: 'wx',
    use: async (file) => {
      await file.writeFile(bytes)
      await file.sync()
    },
  })

/** Copies a file as a stream and returns SHA-256 and size of what was copied, when it is on the disk. */
export const copyDurably = async ({ from, to }: { from: string; to: string }) => {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      hash.update(chunk)
      size += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(createReadStream(from), measure, createWriteStream(to, { flags: 'wx' }))
  await syncFile(to)
  return { sha256: hash.digest('hex'), size }
}

/** Returns when a file is on the disk, or the names in a folder. */
export const syncFile = (path: string) =>
  withFile({ path, flags: constants.O_RDONLY, use: (file) => file.sync() })

/**
 * Puts a finished file in place, making its folders. The caller syncs the folders. A rename takes some microseconds; to
 * wait for its turn among the files that are being synced would take a hundred times as long.
 */
export const moveIntoPlace = ({ from, to }: { from: string; to: string }) => {
  try {
    renameSync(from, to)
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
    mkdirSync(dirname(to), { recursive: true })
    renameSync(from, to)
  }
}

/** Replaces a file by new content: it holds the old text or the new, never a part. */
export const replaceDurably = async ({ path, bytes }: { path: string; bytes: Buffer | string }) => {
  const temporary = `${path}.${process.pid}.tmp`
  await removeIfThere(temporary)
  await writeDurably({ path: temporary, bytes })
  await rename(temporary, path)
  await syncFile(dirname(path))
}

/** Removes a file; one that is not there is no error. */
export const removeIfThere = async (path: string) => {
  try {
    await unlink(path)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error))) throw error
  }
}

/** What a JSON file holds; null when it is not there or not whole. */
export const readJson = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch (error) {
    if (errorCode(error) && errorCode(error) !== 'ENOENT') throw error
    return null
  }
}
