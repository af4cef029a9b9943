import { createReadStream } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { originalOf } from './copies'
import { errorCode, replaceDurably } from './durable'

/**
 * What the manifest knows of a public file. `media` are the media files that the page shows, `copies` the sizes of the
 * compressed copies beside it: they are no files of their own, for they hold nothing else.
 */
export type ManifestEntry = {
  sha256: string
  size: number
  media?: string[]
  copies?: number[]
}

/** Whether a public file is one of these, or a compressed copy of one. */
export const isNamed = (entries: ReadonlyMap<string, ManifestEntry>, file: string) => {
  const original = originalOf(file)
  return entries.has(file) || Boolean(original && entries.get(original)?.copies)
}

/** One line: a file with the name it was staged under, or the news that a file is gone. The last line of a path counts. */
type ManifestLine =
  | ({ path: string; staged?: string } & ManifestEntry)
  | { path: string; gone: true }

const encodeLine = (line: ManifestLine) => `${JSON.stringify(line)}\n`

const isListOfText = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')

const isListOfSizes = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'number')

/** Reads one line; undefined for anything that is not a whole line of a manifest, such as a torn last one. */
const decodeLine = (text: string): ManifestLine | undefined => {
  const value = parseJson(text)
  if (typeof value !== 'object' || value === null) return undefined
  if (!('path' in value) || typeof value.path !== 'string') return undefined
  if ('gone' in value) return value.gone === true ? { path: value.path, gone: true } : undefined
  if (!('sha256' in value) || typeof value.sha256 !== 'string') return undefined
  if (!('size' in value) || typeof value.size !== 'number') return undefined
  return {
    path: value.path,
    sha256: value.sha256,
    size: value.size,
    ...('media' in value && isListOfText(value.media) ? { media: value.media } : {}),
    ...('copies' in value && isListOfSizes(value.copies) ? { copies: value.copies } : {}),
    ...('staged' in value && typeof value.staged === 'string' ? { staged: value.staged } : {}),
  }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What a manifest file says when its last lines are taken as the truth. */
export type ManifestContent = {
  entries: Map<string, ManifestEntry>
  /** name of a staged file -> the path it is meant for */
  staged: Map<string, string>
  /** true when the file holds more than one whole line per entry */
  untidy: boolean
}

/** Reads a manifest line by line; a missing file is an empty one, a line that is not whole is passed over. */
export const readManifest = async (path: string): Promise<ManifestContent> => {
  const entries = new Map<string, ManifestEntry>()
  const stagedOf = new Map<string, string>()
  let lines = 0
  if (await isThere(path)) {
    for await (const text of createInterface({ input: createReadStream(path) })) {
      lines += 1
      const line = decodeLine(text)
      if (!line) continue
      entries.delete(line.path)
      stagedOf.delete(line.path)
      if ('gone' in line) continue
      const { path: file, staged, ...entry } = line
      entries.set(file, entry)
      if (staged) stagedOf.set(file, staged)
    }
  }
  return {
    entries,
    staged: new Map([...stagedOf].map(([file, name]) => [name, file])),
    untidy: lines !== entries.size || stagedOf.size > 0,
  }
}

const isThere = async (path: string) => {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Rewrites a manifest with one line per entry. */
export const compactManifest = ({
  path,
  entries,
}: {
  path: string
  entries: Map<string, ManifestEntry>
}) =>
  replaceDurably({
    path,
    bytes: [...entries].map(([file, entry]) => encodeLine({ path: file, ...entry })).join(''),
  })

/** An open manifest that lines are added to. */
export type ManifestLog = {
  append: (lines: ManifestLine[]) => Promise<void>
  close: () => Promise<void>
}

/**
 * Opens a manifest for adding lines. `append` returns when the lines are on the disk, if that is wanted; when they can't be
 * written, for example because the disk is full, the file is cut back to what it was and the error is thrown.
 */
export const openManifestLog = async ({
  path,
  isDurable,
}: {
  path: string
  isDurable: () => boolean
}): Promise<ManifestLog> => {
  const file = await open(path, 'a')
  return {
    append: async (lines) => {
      if (lines.length > 0) await appendOrCut({ file, lines, isDurable: isDurable() })
    },
    close: () => file.close(),
  }
}

const appendOrCut = async ({ file, lines, isDurable }: Addition) => {
  const { size } = await file.stat()
  try {
    await file.appendFile(lines.map(encodeLine).join(''))
    if (isDurable) await file.datasync()
  } catch (error) {
    await file.truncate(size)
    throw error
  }
}
type Addition = { file: FileHandle; lines: ManifestLine[]; isDurable: boolean }
