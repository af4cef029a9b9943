import { readdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { errorCode, syncFile } from './durable'
import { inParallel } from './inParallel'

/** Folders that are synced at once: the disk does it in one go. */
const SYNCS = 16

/** The size of a file; undefined when it is not there or no file. */
export const sizeOf = async (path: string) => {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : undefined
  } catch {
    return undefined
  }
}

/** All files under some folders of the root, but for hidden ones. A folder is named with a slash at its end. */
export const filesUnder = async ({ root, folders }: { root: string; folders: string[] }) => {
  const found: string[] = []
  const open = [...folders]
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    for (const item of await readFolder(join(root, folder))) {
      if (item.name.startsWith('.')) continue
      const path = `${folder}${item.name}`
      if (item.isDirectory()) open.push(`${path}/`)
      else found.push(path)
    }
  }
  return found
}

const readFolder = async (path: string) => {
  try {
    return await readdir(path, { withFileTypes: true })
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return []
    throw error
  }
}

/** Syncs the folders of files and every folder above them up to the root, so that names survive a power cut. */
export const syncFoldersOf = async ({ root, files }: { root: string; files: string[] }) => {
  const folders = new Set<string>()
  for (const file of files) {
    for (let folder = dirname(join(root, file)); ; folder = dirname(folder)) {
      folders.add(folder)
      if (folder === root) break
    }
  }
  await inParallel({ items: [...folders], limit: SYNCS, work: syncIfThere })
}

const syncIfThere = async (folder: string) => {
  try {
    await syncFile(folder)
  } catch (error) {
    if (!['ENOENT', 'ENOTDIR'].includes(errorCode(error))) throw error
  }
}
