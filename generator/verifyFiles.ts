import { createHash } from 'node:crypto'
import { readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Payload } from 'payload'
import { englishUrl } from '../collections/urls'
import { areCopiesSound } from './copies'
import { errorCode } from './durable'
import { filesUnder } from './folders'
import { isNamed, type ManifestEntry, readManifest } from './manifest'
import { fileOf, placeOf, urlOf } from './paths'

const WALK = 1_000

/** The public files as a command beside the running server finds them. */
export type PublicFiles = { root: string; entries: Map<string, ManifestEntry> }

/**
 * Reads the manifest of the public release.
 * @throws when there are no public files yet
 */
export const readPublicFiles = async (dataDir: string): Promise<PublicFiles> => {
  const root = await realpath(join(dataDir, 'public_html'))
  const { entries } = await readManifest(join(dirname(root), 'manifest.jsonl'))
  return { root, entries }
}

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** What is wrong with one file; null when it is what the manifest says. */
const fileProblem = async ({ root, entries }: PublicFiles, file: string) => {
  try {
    const entry = entries.get(file)
    const path = placeOf({ root, file })
    const bytes = await readFile(path)
    if (hashOf(bytes) !== entry?.sha256) return '文件被改动'
    const isSound = !entry.copies || (await areCopiesSound({ path, bytes }))
    return isSound ? null : '压缩副本与文件不一致'
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? '文件缺失' : `文件不能读取（${errorCode(error)}）`
  }
}

/**
 * Compares every public file and its compressed copies with the manifest, and finds files that are in none.
 * @param onFile called for every file of the manifest
 */
export async function* verifyFiles({ files, onFile }: { files: PublicFiles; onFile: () => void }) {
  for (const file of files.entries.keys()) {
    const problem = await fileProblem(files, file)
    onFile()
    if (problem) yield { file, problem }
  }
  for (const file of await filesUnder({ root: files.root, folders: [''] })) {
    if (!isNamed(files.entries, file)) yield { file, problem: '多出的文件' }
  }
}

/** The pages that a post has or had: in Chinese, and in English where it has such a text. */
const pagesOf = ({ path, inEnglish }: { path: string; inEnglish: boolean }) =>
  inEnglish ? [path, englishUrl(path)] : [path]

/** Compares posts and files: the pages of every live and withdrawn post that is said to be written, none of a removed one. */
export async function* verifyPages({ payload, files }: { payload: Payload; files: PublicFiles }) {
  for (let after = 0; ; ) {
    const { docs } = await payload.find({
      collection: 'posts',
      where: { number: { greater_than: after } },
      select: { number: true, path: true, state: true, inEnglish: true, delivery: true },
      sort: 'number',
      depth: 0,
      limit: WALK,
      pagination: false,
      overrideAccess: true,
    })
    for (const { path, state, delivery, inEnglish } of docs) {
      if (!path) continue
      const isWritten = delivery?.state === 'written'
      for (const url of pagesOf({ path, inEnglish: inEnglish ?? false })) {
        const file = fileOf(url)
        const isThere = files.entries.has(file)
        if (state === 'removed' && isThere) yield { file, problem: '信息已删除，网页还在' }
        if (state !== 'removed' && isWritten && !isThere) {
          yield { file, problem: '信息已发布，没有网页' }
        }
      }
    }
    const last = docs.at(-1)?.number
    if (!last) return
    after = last
  }
}

/** Some files, spread evenly over all of them. */
const sampleOf = (files: string[], count: number) => {
  const step = Math.max(1, Math.floor(files.length / count))
  return files.filter((_, index) => index % step === 0).slice(0, count)
}

/** Fetches a sample of the pages as a visitor would. */
export async function* verifyAnswers({
  files,
  siteUrl,
  count,
}: {
  files: PublicFiles
  siteUrl: string
  count: number
}) {
  for (const file of sampleOf([...files.entries.keys()], count)) {
    const address = siteUrl + urlOf(file)
    try {
      const response = await fetch(address)
      const bytes = Buffer.from(await response.arrayBuffer())
      const isSame = hashOf(bytes) === files.entries.get(file)?.sha256
      if (!response.ok) yield { file, problem: `${address} 回答 ${response.status}` }
      else if (!isSame) yield { file, problem: `${address} 的内容与生成的文件不同` }
    } catch {
      yield { file, problem: `${address} 没有回答` }
      return
    }
  }
}
