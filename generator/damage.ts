import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { areCopiesSound } from './copies'
import { isMedia } from './mediaUse'
import { placeOf, urlOf } from './paths'
import type { Workshop } from './stage'
import type { Store } from './store'
import { rewritePages } from './writePages'

/** Whether a public file is, byte for byte, what the manifest says, and its compressed copies hold the same. */
export const isSound = async ({ store, file }: { store: Store; file: string }) => {
  const entry = store.entryOf(file)
  if (!entry) return true
  try {
    const place = placeOf({ root: store.root, file })
    const bytes = await readFile(place)
    if (createHash('sha256').update(bytes).digest('hex') !== entry.sha256) return false
    return !entry.copies || (await areCopiesSound({ path: place, bytes }))
  } catch {
    return false
  }
}

/** The pages to render so that a file is written anew: itself, or one that shows it. */
export const pagesFor = ({ store, file }: { store: Store; file: string }) =>
  isMedia(file)
    ? store
        .files()
        .filter((page) => store.entryOf(page)?.media?.includes(file))
        .slice(0, 1)
    : [file]

/**
 * Writes files anew that are not what they should be. A file that cannot be written keeps its place in the manifest.
 * @throws with the address and the reason when one cannot be
 */
export const repairFiles = async ({ workshop, files }: { workshop: Workshop; files: string[] }) => {
  const { store } = workshop
  const pages = new Set(files.flatMap((file) => pagesFor({ store, file })))
  const trustAgain = store.distrust([...files, ...pages])
  const [failed] = await rewritePages({ workshop, urls: [...pages].map(urlOf) })
  if (!failed) return
  trustAgain()
  throw new Error(`${failed.url}: ${failed.error}`)
}
