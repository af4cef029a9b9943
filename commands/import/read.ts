import type { Dirent } from 'node:fs'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { decodeText } from './decode'
import type { Note, Problem } from './notes'
import { type ParsedLaw, parseLaw } from './parse'

/** `path` is relative to the folder, with slashes, for reports; `file` is where it lies. */
export type SourceFile = { path: string; file: string }
export type ReadLaw = { law: ParsedLaw; notes: Note[] } | { problem: Problem }

const MAX_BYTES = 10 * 1024 * 1024

const detailOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

type Found = { files: SourceFile[]; problems: Problem[] }

const linkTarget = async (file: string) => {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}

const kindOf = async ({ entry, file }: { entry: Dirent; file: string }) => {
  if (entry.isDirectory()) return 'folder'
  if (!entry.isSymbolicLink()) return entry.isFile() ? 'file' : 'nothing'
  const target = await linkTarget(file)
  return target === 'folder' ? 'folder-link' : target
}

const walk = async ({ folder, prefix }: { folder: string; prefix: string }): Promise<Found> => {
  const found: Found = { files: [], problems: [] }
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = `${prefix}${entry.name}`
    const file = join(folder, entry.name)
    const kind = await kindOf({ entry, file })
    if (entry.name.startsWith('.')) found.problems.push({ path, code: 'hidden' })
    else if (kind === 'folder-link') found.problems.push({ path, code: 'folder-link' })
    else if (kind === 'nothing') found.problems.push({ path, code: 'unreadable' })
    else if (kind === 'folder') {
      const inner = await walk({ folder: file, prefix: `${path}/` }).catch(
        (error: unknown): Found => ({
          files: [],
          problems: [{ path, code: 'unreadable', detail: detailOf(error) }],
        }),
      )
      found.files.push(...inner.files)
      found.problems.push(...inner.problems)
    } else if (/\.md$/i.test(entry.name)) found.files.push({ path, file })
    else found.problems.push({ path, code: 'not-markdown' })
  }
  return found
}

const byPath = (a: { path: string }, b: { path: string }) =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : 0

/**
 * Lists the Markdown files under a folder, sorted by path, and says what else lies there.
 * @throws when the folder itself cannot be read
 */
export const scanFolder = async (folder: string): Promise<Found> => {
  const { files, problems } = await walk({ folder, prefix: '' })
  return { files: files.sort(byPath), problems: problems.sort(byPath) }
}

/** Reads one file as a law. Never throws: whatever is wrong with the file is its problem. */
export const readLaw = async ({ path, file }: SourceFile): Promise<ReadLaw> => {
  try {
    const { size } = await stat(file)
    if (size > MAX_BYTES) return { problem: { path, code: 'too-large', detail: `${size} 字节` } }
    const decoded = decodeText(await readFile(file))
    if ('problem' in decoded) return { problem: { path, code: decoded.problem } }
    const parsed = parseLaw({ path, text: decoded.text })
    if ('problem' in parsed || decoded.encoding === 'utf-8') return parsed
    const note: Note = { path, code: 'encoding', detail: decoded.encoding.toUpperCase() }
    return { law: parsed.law, notes: [note, ...parsed.notes] }
  } catch (error) {
    return { problem: { path, code: 'unreadable', detail: detailOf(error) } }
  }
}
