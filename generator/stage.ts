import { join } from 'node:path'
import type { Payload } from 'payload'
import { mediaUrl } from '../collections/urls'
import { assetsOf } from './assets'
import { reasonOf } from './durable'
import { inParallel } from './inParallel'
import type { PostFile } from './postRow'
import type { RenderClient } from './render'
import type { Staged, Store } from './store'

/** Pages that are rendered at once share the queries that they ask for: see `gathered`. */
const PAGES_AT_ONCE = 40

/** What rendering and writing needs. */
export type Workshop = {
  payload: Payload
  store: Store
  client: RenderClient
  /** where Payload keeps the uploaded files */
  mediaDir: string
}

/** A page to render. `media` are the URLs of the files that it shows and that stay for its sake. */
export type PageOrder = { url: string; media?: string[] }

/** Pages that are ready, the assets that they load, and those that failed with the reason. */
export type StagedPages = {
  pages: Map<string, Staged>
  assets: Staged[]
  failed: Map<string, string>
}

/** The URLs of the media of a post. */
export const mediaOf = (files: PostFile[]) => files.map(mediaUrl)

/**
 * Makes the files of a post ready: copies of the uploads, each the one that was signed.
 * @throws when one is missing or another than the signed one
 */
export const stageMedia = async ({
  workshop: { payload, store, mediaDir },
  files,
}: {
  workshop: Workshop
  files: PostFile[]
}): Promise<Staged[]> => {
  const staged: Staged[] = []
  try {
    for (const file of files) {
      const { filename } = await payload.findByID({
        collection: 'media',
        id: file.mediaId,
        depth: 0,
        select: { filename: true },
        overrideAccess: true,
      })
      if (!filename) throw new Error(`Media ${file.mediaId} has no file`)
      const from = join(mediaDir, filename)
      staged.push(await store.stageMedia({ url: mediaUrl(file), from, sha256: file.sha256 }))
    }
  } catch (error) {
    await store.discard(staged)
    throw error
  }
  return staged
}

/**
 * Renders pages and what they load, and makes all of it ready.
 * @param assetsSeen assets that need no second look
 */
export const stagePages = async ({
  workshop: { store, client },
  orders,
  assetsSeen = new Set(),
}: {
  workshop: Workshop
  orders: PageOrder[]
  assetsSeen?: Set<string>
}): Promise<StagedPages> => {
  const result: StagedPages = { pages: new Map(), assets: [], failed: new Map() }
  const assets = new Map<string, Promise<void>>()

  const stageAsset = async (url: string) => {
    const rendered = await client.render(url).catch((error: unknown) => {
      throw new Error(`${url} ${reasonOf(error)}`)
    })
    result.assets.push(await store.stagePage({ url, bytes: rendered.bytes }))
    await stageAssets(rendered)
  }

  const stageAssets = async (rendered: { bytes: Buffer; contentType: string }) => {
    for (const url of assetsOf(rendered)) {
      if (assetsSeen.has(url) && store.has(url)) continue
      const staging = assets.get(url) ?? stageAsset(url)
      assets.set(url, staging)
      await staging
    }
  }

  await inParallel({
    items: orders,
    limit: PAGES_AT_ONCE,
    work: async ({ url, media }) => {
      try {
        const rendered = await client.render(url)
        await stageAssets(rendered)
        result.pages.set(url, await store.stagePage({ url, bytes: rendered.bytes, media }))
      } catch (error) {
        result.failed.set(url, reasonOf(error))
      }
    },
  })
  for (const url of assets.keys()) assetsSeen.add(url)
  return result
}
