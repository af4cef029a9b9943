import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { copyDurably, moveIntoPlace, reasonOf, removeIfThere, writeDurably } from './durable'
import { filesUnder, sizeOf, syncFoldersOf } from './folders'
import {
  compactManifest,
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

/** The public files of a release and their manifest. One process writes them; see `openStore`. */
export type Store = Awaited<ReturnType<typeof openStore>>

const COMPRESSED = ['', '.gz', '.br']

/** The folder of a release's public files. */
export const rootOf = (folder: string) => join(folder, 'public_html')

/**
 * Opens the files of a release and finishes or undoes what a kill left: a file is its old content or its new one, never
 * a part, and the manifest names exactly the files that are there.
 *
 * A change is staged first (`staging/`, same file system), then its lines are added to the manifest, then the files are
 * renamed into place in the order given. After a kill, a staged file that the manifest names is renamed, any other is
 * dropped.
 */
export const openStore = async ({ folder }: { folder: string }) => {
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
      for (const ending of COMPRESSED) await removeIfThere(place(file) + ending)
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
    const unmoved = new Set<string>()
    for (const name of await readdir(staging)) {
      const file = content.staged.get(name)
      const from = join(staging, name)
      if (file && (await tryToMove({ from, to: place(file) }))) unmoved.add(file)
      await removeIfThere(from)
    }
    damaged = []
    for (const [file, entry] of content.entries) {
      if (!unmoved.has(file) && (await sizeOf(place(file))) === entry.size) continue
      damaged.push(file)
      setEntry({ file, entry: undefined })
    }
    for (const file of takeIdleMedia()) {
      await removeIfThere(place(file))
      setEntry({ file, entry: undefined })
    }
    if (content.untidy || damaged.length > 0 || entries.size !== content.entries.size) {
      await compactManifest({ path: manifestPath, entries })
    }
    log = await openManifestLog(manifestPath)
    recoveryNeeded = false
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
    const entry: ManifestEntry = {
      sha256: createHash('sha256').update(bytes).digest('hex'),
      size: bytes.length,
      ...(shown.length > 0 ? { media: [...new Set(shown.map(fileOf))] } : {}),
    }
    if (await isCurrent({ file, entry, bytes })) return { file, entry, temporary: null }
    const temporary = join(staging, temporaryName())
    try {
      await writeDurably({ path: temporary, bytes })
    } catch (error) {
      await removeIfThere(temporary)
      throw error
    }
    return { file, entry, temporary }
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
    const temporary = join(staging, temporaryName())
    try {
      const copied = await copyDurably({ from, to: temporary })
      if (copied.sha256 !== sha256) throw new Error(`Media file is not the signed one: ${url}`)
      return { file, entry: copied, temporary }
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
      const temporary = join(staging, temporaryName())
      const copied = await copyDurably({ from: placeOf({ root: other.root, file }), to: temporary })
      staged.push({ file, entry, temporary })
      if (copied.sha256 !== entry.sha256) throw new Error(`${file} was changed`)
      return staged
    } catch (error) {
      await discard(staged)
      throw error
    }
  }

  /** Drops files that were made ready and are not wanted after all. */
  const discard = async (staged: Staged[]) => {
    for (const { temporary } of staged) if (temporary) await removeIfThere(temporary)
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
          const error = temporary
            ? await tryToMove({ from: temporary, to: place(file) })
            : undefined
          if (error) failed.push({ file, error })
          else setEntry({ file, entry })
        }
        await manifest().append(
          failed.flatMap(({ file }) => (recordedFiles.has(file) ? [lineOf(file)] : [])),
        )
        await discard(staged.filter(({ file }) => failed.some((failure) => failure.file === file)))
        const written = fresh.map(({ file }) => file)
        await syncFoldersOf({ root, files: written })
        const removed = absent.map(fileOf)
        await removeFiles([...removed, ...takeIdleMedia()])
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

  const tryToMove = async (move: { from: string; to: string }) => {
    try {
      await moveIntoPlace(move)
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
   * Takes a page away at once, with its compressed copies and the media that no other page shows. Files rendered
   * before this moment can't be committed any more.
   * @param mediaHashes SHA-256 of the media that must go unless another page shows them
   */
  const retract = ({ url, mediaHashes = [] }: { url: string; mediaHashes?: string[] }) =>
    inTurn(async () => {
      clock += 1
      lastRetraction = clock
      await removeFiles([fileOf(url)])
      const folders = mediaHashes.map(mediaFolderOf)
      const named = (await filesUnder({ root, folders })).filter((file) => !media.isShown(file))
      await removeFiles([...new Set([...takeIdleMedia(), ...named])])
    }, true)

  /** Takes files away that the manifest does not know, such as those that somebody put there. */
  const removeStrays = (files: string[]) =>
    inTurn(async () => {
      const strays = files.filter((file) => !entries.has(file))
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

  await recover()
  return {
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
    files: () => [...entries.keys()],
    /** Files that the manifest named but that were missing or of another size at the last opening. */
    damaged: () => damaged,
    close: () => inTurn(async () => log?.close()),
  }
}
