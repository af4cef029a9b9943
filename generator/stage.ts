import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import {
  type MadeVariant,
  madeVariants,
  makeVariants,
  variantPlace,
} from '../collections/media/makeVariants'
import { areAll, variantsOf } from '../collections/media/variants'
import { MOST_DRAWN, mediaUrl, variantUrl } from '../collections/urls'
import { assetsOf } from './assets'
import { reasonOf } from './durable'
import { inParallel } from './inParallel'
import { picturesOf } from './pictures'
import type { PostFile } from './postRow'
import type { RenderClient } from './render'
import type { Staged, Store } from './store'

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

/** Pages that are ready, the assets that they load and the pictures that the Office put there, and those that failed with the reason. */
export type StagedPages = {
  pages: Map<string, Staged>
  assets: Staged[]
  failed: Map<string, string>
}

/** The URLs of the media of a post: its files, and the smaller pictures of those that are pictures. */
export const mediaOf = (files: PostFile[]) =>
  files.flatMap((file) => [
    mediaUrl(file),
    ...variantsOf(file).map((variant) => variantUrl({ sha256: file.sha256, ...variant })),
  ])

/**
 * Makes the files of a post ready: copies of the uploads, each the one that was signed, and the smaller pictures of them.
 * @throws when one is missing or another than the signed one
 */
export const stageMedia = async ({
  workshop,
  files,
}: {
  workshop: Workshop
  files: PostFile[]
}): Promise<Staged[]> => {
  const { payload, store, mediaDir } = workshop
  const staged: Staged[] = []
  try {
    for (const file of files) {
      const { filename, variants } = await payload.findByID({
        collection: 'media',
        id: file.mediaId,
        depth: 0,
        select: { filename: true, variants: true },
        overrideAccess: true,
      })
      if (!filename) throw new Error(`Media ${file.mediaId} has no file`)
      const from = join(mediaDir, filename)
      staged.push(await store.stageMedia({ url: mediaUrl(file), from, sha256: file.sha256 }))
      staged.push(...(await stageVariants({ workshop, file, from, stored: variants })))
    }
  } catch (error) {
    await store.discard(staged)
    throw error
  }
  return staged
}

/** Copies of the smaller pictures. Those that are not there, or are others than were made of the upload, are made now. */
const stageVariants = async ({ workshop, file, from, stored }: Pictures): Promise<Staged[]> => {
  const wanted = variantsOf(file)
  if (wanted.length === 0) return []
  const made = madeVariants(stored)
  const staged = areAll({ made, wanted }) ? await tryToStage({ workshop, file, made }) : null
  if (staged) return staged
  const bytes = await readFile(from)
  if (createHash('sha256').update(bytes).digest('hex') !== file.sha256) {
    throw new Error(`Media file is not the signed one: ${file.filename}`)
  }
  const { payload } = workshop
  const upload = { ...file, id: file.mediaId }
  const anew = await makeVariants({
    payload,
    upload,
    bytes,
    isAnew: made.length > 0,
    isAwaited: true,
  })
  return await stageMade({ workshop, file, made: anew })
}
type Pictures = { workshop: Workshop; file: PostFile; from: string; stored: unknown }
type Made = { workshop: Workshop; file: PostFile; made: MadeVariant[] }

const tryToStage = (made: Made) => stageMade(made).catch(() => null)

const stageMade = async ({ workshop: { payload, store }, file, made }: Made) => {
  const staged: Staged[] = []
  try {
    for (const variant of made) {
      const from = variantPlace({ payload, sha256: file.sha256, variant })
      const url = variantUrl({ sha256: file.sha256, width: variant.width, format: variant.format })
      staged.push(await store.stageMedia({ url, from, sha256: variant.sha256 }))
    }
    return staged
  } catch (error) {
    await store.discard(staged)
    throw error
  }
}

/** Renders pages and what they load, and makes all of it ready. */
export const stagePages = async ({
  workshop,
  orders,
}: {
  workshop: Workshop
  orders: PageOrder[]
}): Promise<StagedPages> => {
  const { payload, store, client } = workshop
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
      // The name holds the hash of the content: what is there is the same.
      if (store.has(url)) continue
      const staging = assets.get(url) ?? stageAsset(url)
      assets.set(url, staging)
      await staging
    }
  }

  /** A picture that the Office chose and that is lost must not hold up what else the page shows. */
  const stagePictures = async (url: string) => {
    const staged: PostFile[] = []
    for (const picture of await picturesOf({ payload, url })) {
      try {
        result.assets.push(...(await stageMedia({ workshop, files: [picture] })))
        staged.push(picture)
      } catch (error) {
        payload.logger.error(`${url} lacks the picture ${picture.filename}: ${reasonOf(error)}`)
      }
    }
    return staged
  }

  await inParallel({
    items: orders,
    // Drawn together, they share the queries that they ask for: see `gathered`.
    limit: MOST_DRAWN,
    work: async ({ url, media }) => {
      try {
        const pictures = await stagePictures(url)
        const rendered = await client.render(url)
        await stageAssets(rendered)
        const shown = [...(media ?? []), ...mediaOf(pictures)]
        result.pages.set(url, await store.stagePage({ url, bytes: rendered.bytes, media: shown }))
      } catch (error) {
        result.failed.set(url, reasonOf(error))
      }
    },
  })
  return result
}
