import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { areCopiesWhole, copiesOf, hasCopies, moveCopies, originalOf, removeCopies } from './copies'
import { copyDurably, moveIntoPlace, reasonOf, removeIfThere, syncFile } from './durable'
import { bringToDisk, writeText } from './fileThread'
import { filesUnder, sizeOf, syncFoldersOf } from './folders'
import { inParallel } from './inParallel'
import {
  compactManifest,
  isNamed,
  type ManifestEntry,
  type ManifestLog,
  openManifestLog,
  readManifest,
} from './manifest'
import { createMediaUse, isMedia, mediaFolderOf } from './mediaUse'
import { fileOf, placeOf } from './paths'

/** A file that is ready on the disk, but not yet public. `temporary` is null when the public file is the same already. */
export type Staged = {
  file: string
  entry: ManifestEntry
  temporary: string | null
}

/** A release that files are taken over from. */
type Source = { root: string; entryOf: (file: string) => ManifestEntry | undefined }

/** What a commit did. A file that could not be put in place keeps its old content. */
export type Committed = {
  written: string[]
  removed: string[]
  failed: { file: string; error: string }[]
}

/** Thrown when a page was taken away after the files of this commit were rendered: they may still show it. */
export class Superseded extends Error {
  constructor() {
    super('Rendered before a page was removed; render again')
  }
}

type Text = { file: string; bytes: Buffer; shown: string[] }

const entryOfText = ({ bytes, shown }: Text): ManifestEntry => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
  ...(shown.length > 0 ? { media: shown } : {}),
})

/** The public files of a release and their manifest. One process writes them; see `openStore`. */
export type Store = Awaited<ReturnType<typeof openStore>>

/** Files that are looked at at once. */
const LOOKS = 32

/** Files of a draft that are brought to the disk at once. */
const SYNCED_AT_ONCE = 200

/** The folder of a release's public files. */
export const rootOf = (folder: string) => join(folder, 'public_html')

/**
 * Opens the files of a release and finishes or undoes what a kill left: a file is its old content or its new one, never
 * a part, and the manifest names exactly the files that are there.
 *
 * A change is staged first (`staging/`, same file system), then its lines are added to the manifest, then the files are
 * renamed into place in the order given. After a kill, a staged file that the manifest names is renamed, any other is
 * dropped. The compressed copies of a file go before it is replaced and come after: what a visitor gets compressed is
 * never older than the file.
 * @param isDraft nobody waits until a file is on the disk before `seal`: nobody sees the release yet, and a power cut may
 * cost it
 */
export const openStore = async ({
  folder,
  isDraft = false,
}: {
  folder: string
  isDraft?: boolean
}) => {
  const root = rootOf(folder)
  const staging = join(folder, 'staging')
  const manifestPath = join(folder, 'manifest.jsonl')
  await mkdir(root, { recursive: true })
  await mkdir(staging, { recursive: true })

  const place = (file: string) => placeOf({ root, file })
  let counter = 0
  let clock = 0
  let lastRetraction = 0
  let recoveryNeeded = false
  let isDurable = !isDraft
  let turn: Promise<unknown> = Promise.resolve()
  const media = createMediaUse()
  let entries = new Map<string, ManifestEntry>()
  let damaged: string[] = []
  let log: ManifestLog | undefined

  /** One writer at a time. An emergency removal goes on when the store can't be repaired, a full disk for example. */
  const inTurn = <T>(work: () => Promise<T>, isEmergency = false): Promise<T> => {
    const result = turn.then(async () => {
      if (recoveryNeeded) {
        await recover().catch((error: unknown) => {
          if (!isEmergency) throw error
        })
      }
      return await work()
    })
    turn = result.catch(() => undefined)
    return result
  }

  const setEntry = ({ file, entry }: { file: string; entry: ManifestEntry | undefined }) => {
    media.replace({ before: entries.get(file)?.media, after: entry?.media })
    if (!entry) {
      entries.delete(file)
      return
    }
    entries.set(file, entry)
    if (isMedia(file)) media.arrived(file)
  }

  const takeIdleMedia = () => media.takeIdle().filter((file) => entries.has(file))

  const manifest = () => {
    if (!log) throw new Error('The store is closed')
    return log
  }

  /**
   * Takes files away, first from the disk and then from the manifest: an emergency removal must work on a full disk.
   * A manifest that can't be written is read again before the next change.
   */
  const removeFiles = async (files: string[]) => {
    if (files.length === 0) return
    for (const file of files) {
      removeCopies(place(file))
      await removeIfThere(place(file))
      setEntry({ file, entry: undefined })
    }
    await syncFoldersOf({ root, files })
    try {
      await manifest().append(files.map((path) => ({ path, gone: true as const })))
    } catch {
      recoveryNeeded = true
    }
  }

  const recover = async () => {
    await log?.close()
    log = undefined
    const content = await readManifest(manifestPath)
    entries = new Map()
    media.clear()
    for (const [file, entry] of content.entries) setEntry({ file, entry })
    const unmoved = await finishMoves(content.staged)
    damaged = []
    await inParallel({
      items: [...content.entries],
      limit: LOOKS,
      work: async ([file, entry]) => {
        const isWhole = !unmoved.has(file) && (await sizeOf(place(file))) === entry.size
        if (isWhole && (await areCopiesWhole({ path: place(file), sizes: entry.copies }))) return
        damaged.push(file)
        removeCopies(place(file))
        const { copies: _copies, ...bare } = entry
        setEntry({ file, entry: isWhole ? bare : undefined })
      },
    })
    for (const file of takeIdleMedia()) {
      await removeIfThere(place(file))
      setEntry({ file, entry: undefined })
    }
    if (content.untidy || damaged.length > 0 || entries.size !== content.entries.size) {
      await compactManifest({ path: manifestPath, entries })
    }
    log = await openManifestLog({ path: manifestPath, isDurable: () => isDurable })
    recoveryNeeded = false
  }

  /** Does what a kill left to do in the staging folder. @returns the files that cannot be put in place */
  const finishMoves = async (staged: Map<string, string>) => {
    const unmoved = new Set<string>()
    const names = new Set(await readdir(staging))
    for (const name of new Set([...names].map((one) => originalOf(one) ?? one))) {
      const file = staged.get(name)
      const from = join(staging, name)
      if (file && !names.has(name)) moveCopies({ from, to: place(file) })
      else if (file && tryToMove({ from, to: place(file) })) unmoved.add(file)
      await dropStaged(from)
    }
    return unmoved
  }

  const isCurrent = async ({
    file,
    entry,
    bytes,
  }: {
    file: string
    entry: ManifestEntry
    bytes?: Buffer
  }) => {
    const known = entries.get(file)
    if (known?.sha256 !== entry.sha256) return false
    if (JSON.stringify(known.media) !== JSON.stringify(entry.media)) return false
    if (Boolean(known.copies) !== hasCopies({ file, size: entry.size })) return false
    if (!bytes) return (await sizeOf(place(file))) === entry.size
    try {
      return bytes.equals(await readFile(place(file)))
    } catch {
      return false
    }
  }

  const temporaryName = () => {
    counter += 1
    return `${process.pid}-${Date.now()}-${counter}`
  }

  /**
   * Makes a rendered page ready.
   * @param media URLs of the media files that the page shows; they stay as long as a page names them
   */
  const stagePage = async ({
    url,
    bytes,
    media: shown = [],
  }: {
    url: string
    bytes: Buffer
    media?: string[]
  }): Promise<Staged> => {
    const file = fileOf(url)
    const text = { file, bytes, shown: [...new Set(shown.map(fileOf))] }
    const known = entries.get(file)
    return known && (await isCurrent({ file, entry: entryOfText(text), bytes }))
      ? { file, entry: known, temporary: null }
      : await stageText(text)
  }

  /** Writes a file and its compressed copies to the staging folder. */
  const stageText = async (text: Text): Promise<Staged> => {
    const { file, bytes } = text
    const temporary = join(staging, temporaryName())
    try {
      const wanted = copiesOf({ file, size: bytes.length, path: temporary })
      const copies = await writeText({ path: temporary, bytes, copies: wanted, isDurable })
      return { file, entry: { ...entryOfText(text), ...(copies ? { copies } : {}) }, temporary }
    } catch (error) {
      await dropStaged(temporary)
      throw error
    }
  }

  const dropStaged = async (temporary: string) => {
    await removeIfThere(temporary)
    removeCopies(temporary)
  }

  /**
   * Makes a copy of a media file ready.
   * @throws when the file is not the one that was signed
   */
  const stageMedia = async ({
    url,
    from,
    sha256,
  }: {
    url: string
    from: string
    sha256: string
  }): Promise<Staged> => {
    const file = fileOf(url)
    const known = entries.get(file)
    if (known?.sha256 === sha256 && (await isCurrent({ file, entry: known }))) {
      return { file, entry: known, temporary: null }
    }
    const copied = await copyAsItIs({ file, from })
    if (copied.entry.sha256 === sha256) return copied
    await discard([copied])
    throw new Error(`Media file is not the signed one: ${url}`)
  }

  const copyAsItIs = async ({ file, from }: { file: string; from: string }) => {
    const temporary = join(staging, temporaryName())
    try {
      return { file, entry: await copyDurably({ from, to: temporary }), temporary }
    } catch (error) {
      await removeIfThere(temporary)
      throw error
    }
  }

  /**
   * Makes a file of another release ready as it stands there, with the media that it shows.
   * @throws when it is not what the other release's manifest says
   */
  const stageFrom = async ({ other, file }: { other: Source; file: string }): Promise<Staged[]> => {
    const entry = other.entryOf(file)
    if (!entry) throw new Error(`${file} is not there`)
    const staged: Staged[] = []
    try {
      for (const shown of entry.media ?? []) {
        if (!entries.has(shown)) staged.push(...(await stageFrom({ other, file: shown })))
      }
      const from = placeOf({ root: other.root, file })
      const one = isMedia(file)
        ? await copyAsItIs({ file, from })
        : await stageText({ file, bytes: await readFile(from), shown: entry.media ?? [] })
      staged.push(one)
      if (one.entry.sha256 !== entry.sha256) throw new Error(`${file} was changed`)
      return staged
    } catch (error) {
      await discard(staged)
      throw error
    }
  }

  /** Drops files that were made ready and are not wanted after all. */
  const discard = async (staged: Staged[]) => {
    for (const { temporary } of staged) if (temporary) await dropStaged(temporary)
  }

  /**
   * Puts staged files in place, in the order given, and takes `absent` away.
   * @param since the clock when the rendering began
   * @throws Superseded when a page was retracted since; nothing is changed then, and the staged files are dropped
   * @throws when the manifest can't be written; nothing is changed then
   */
  const commit = ({
    staged,
    absent = [],
    since,
  }: {
    staged: Staged[]
    absent?: string[]
    since: number
  }): Promise<Committed> =>
    inTurn(async () => {
      let recorded = false
      try {
        if (lastRetraction > since) throw new Superseded()
        clock += 1
        const failed = withoutMedia(staged)
        const sound = staged.filter(({ file }) => !failed.some((failure) => failure.file === file))
        const fresh = sound.filter(({ temporary }) => temporary)
        const recordedFiles = new Set(fresh.map(({ file }) => file))
        await manifest().append(
          fresh.map(({ file, entry, temporary }) => ({
            path: file,
            ...entry,
            ...(temporary ? { staged: temporary.slice(staging.length + 1) } : {}),
          })),
        )
        recorded = true
        for (const { file, entry, temporary } of sound) {
          const error = temporary && tryToMove({ from: temporary, to: place(file) })
          if (error) failed.push({ file, error })
          else setEntry({ file, entry })
        }
        await manifest().append(
          failed.flatMap(({ file }) => (recordedFiles.has(file) ? [lineOf(file)] : [])),
        )
        await discard(staged.filter(({ file }) => failed.some((failure) => failure.file === file)))
        const written = fresh.map(({ file }) => file)
        if (isDurable) await syncFoldersOf({ root, files: written })
        const removed = absent.map(fileOf)
        await removeFiles(removed)
        // Also what only those showed.
        await removeFiles(takeIdleMedia())
        return {
          written: written.filter((file) => !failed.some((failure) => failure.file === file)),
          removed,
          failed,
        }
      } catch (error) {
        recoveryNeeded ||= !(error instanceof Superseded)
        if (!recorded) await discard(staged)
        throw error
      }
    })

  const tryToMove = (move: { from: string; to: string }) => {
    try {
      removeCopies(move.to)
      moveIntoPlace(move)
      moveCopies(move)
      return undefined
    } catch (error) {
      return reasonOf(error)
    }
  }

  /** Pages that show media which is neither there nor coming. */
  const withoutMedia = (staged: Staged[]): Committed['failed'] => {
    const coming = new Set(staged.map(({ file }) => file))
    return staged.flatMap(({ file, entry }) => {
      const missing = entry.media?.find((shown) => !coming.has(shown) && !entries.has(shown))
      return missing ? [{ file, error: `${missing} is not there` }] : []
    })
  }

  /** What the manifest says of a file as it is now. */
  const lineOf = (file: string) => {
    const entry = entries.get(file)
    return entry ? { path: file, ...entry } : { path: file, gone: true as const }
  }

  /**
   * Takes pages away at once, with their compressed copies and the media that no other page shows. Files rendered
   * before this moment can't be committed any more.
   * @param mediaHashes SHA-256 of the media that must go unless another page shows them
   */
  const retract = ({ urls, mediaHashes = [] }: { urls: string[]; mediaHashes?: string[] }) =>
    inTurn(async () => {
      clock += 1
      lastRetraction = clock
      await removeFiles(urls.map(fileOf))
      const folders = mediaHashes.map(mediaFolderOf)
      const named = (await filesUnder({ root, folders })).filter((file) => !media.isShown(file))
      await removeFiles([...new Set([...takeIdleMedia(), ...named])])
    }, true)

  /** Whether a file belongs here: one of the manifest, or a compressed copy of one. */
  const knows = (file: string) => isNamed(entries, file)

  /** Takes files away that do not belong here, such as those that somebody put there. */
  const removeStrays = (files: string[]) =>
    inTurn(async () => {
      const strays = files.filter((file) => !knows(file))
      for (const file of strays) await removeIfThere(place(file))
      return strays
    })

  /** Forgets what it knows of files, so that they are written anew. @returns what takes that back */
  const distrust = (files: string[]) => {
    const known = files.map((file) => ({ file, entry: entries.get(file) }))
    for (const { file } of known) setEntry({ file, entry: undefined })
    return () => {
      for (const one of known) if (!entries.has(one.file)) setEntry(one)
    }
  }

  /** Brings a draft to the disk. From now on every change is there when it is answered. */
  const seal = async () => {
    const files = await inTurn(async () => {
      if (isDurable) return []
      isDurable = true
      return [...entries.keys()]
    })
    await inParallel({
      items: files,
      limit: SYNCED_AT_ONCE,
      work: (file) => bringToDisk(place(file)),
    })
    await syncFoldersOf({ root, files })
    await syncFile(manifestPath)
  }

  await recover()
  return {
    seal,
    stagePage,
    stageMedia,
    stageFrom,
    discard,
    commit,
    retract,
    removeStrays,
    distrust,
    root,
    /** The moment to name as `since`. */
    now: () => clock,
    has: (url: string) => entries.has(fileOf(url)),
    entryOf: (file: string) => entries.get(file),
    knows,
    files: () => [...entries.keys()],
    /** Files that the manifest named but that were missing or of another size at the last opening, or their copies. */
    damaged: () => damaged,
    close: () => inTurn(async () => log?.close()),
  }
}
