import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Payload } from 'payload'
import sharp from 'sharp'
import { z } from 'zod'
import { inTurn } from '../inTurn'
import { mediaFolder } from './mediaFolder'
import {
  areAll,
  MOST_PIXELS,
  type PictureFacts,
  type Variant,
  variantName,
  variantsOf,
} from './variants'

const MADE = z.array(
  z.object({ width: z.number(), format: z.enum(['avif', 'webp']), sha256: z.string() }),
)

/** A variant that was made, with the hash of its file. */
export type MadeVariant = Variant & { sha256: string }

type Upload = PictureFacts & { id: string; sha256: string }

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

const folderOf = ({ payload, sha256 }: { payload: Payload; sha256: string }) =>
  join(/* turbopackIgnore: true */ mediaFolder(payload), 'variants', sha256)

/** Where a variant lies on the disk. */
export const variantPlace = ({ variant, ...upload }: Place) =>
  join(/* turbopackIgnore: true */ folderOf(upload), variantName(variant))
type Place = { payload: Payload; sha256: string; variant: Variant }

const ENCODED = {
  avif: { quality: 50, effort: 2 },
  webp: { quality: 75, effort: 4 },
} as const

/** Draws a picture smaller: upright, without what the camera wrote into it. A file that is broken off is drawn as far as it goes. */
const draw = async ({ bytes, variant: { width, format } }: { bytes: Buffer; variant: Variant }) => {
  return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'none' })
    .rotate()
    .resize({ width, withoutEnlargement: true })
    .toFormat(format, ENCODED[format])
    .toBuffer()
}

/** What the row of an upload says of its variants; empty when none were made yet. */
export const madeVariants = (stored: unknown): MadeVariant[] => MADE.safeParse(stored).data ?? []

/** Two rows with the same bytes have the same variants. */
const knownVariants = async ({ payload, sha256 }: { payload: Payload; sha256: string }) => {
  const { docs } = await payload.db.find<{ id: string; variants?: unknown }>({
    collection: 'media',
    where: { and: [{ sha256: { equals: sha256 } }, { variants: { exists: true } }] },
    select: { variants: true },
    limit: 1,
    pagination: false,
  })
  return madeVariants(docs[0]?.variants)
}

/**
 * Makes the smaller pictures of an upload and writes their hashes into its row. One upload after the other, so that people
 * who work meanwhile keep a processor.
 * @param bytes the upload itself
 * @param isAnew although they were made before
 * @param isAwaited a publication waits for them: not behind what is being uploaded
 * @throws when it is no picture that can be drawn
 */
export const makeVariants = ({
  payload,
  upload,
  bytes,
  isAnew = false,
  isAwaited = false,
}: Making) =>
  inTurn(isAwaited ? 'awaited variants' : 'variants', async (): Promise<MadeVariant[]> => {
    const { id, sha256 } = upload
    const wanted = variantsOf(upload)
    const known = isAnew ? [] : await knownVariants({ payload, sha256 })
    const made = areAll({ made: known, wanted })
      ? known
      : await drawAll({ payload, sha256, wanted, bytes })
    await payload.db.updateOne({
      collection: 'media',
      where: { id: { equals: id } },
      data: { variants: made },
      options: { atomic: true },
    })
    return made
  })
type Making = {
  payload: Payload
  upload: Upload
  bytes: Buffer
  isAnew?: boolean
  isAwaited?: boolean
}

const drawAll = async ({
  payload,
  sha256,
  wanted,
  bytes,
}: {
  payload: Payload
  sha256: string
  wanted: Variant[]
  bytes: Buffer
}) => {
  await mkdir(folderOf({ payload, sha256 }), { recursive: true })
  const made: MadeVariant[] = []
  for (const variant of wanted) {
    const picture = await draw({ bytes, variant })
    await writeFile(variantPlace({ payload, sha256, variant }), picture)
    made.push({ ...variant, sha256: hashOf(picture) })
  }
  return made
}

/** Resolves when everything that was asked for before is made. */
export const variantsMade = () => inTurn('variants', async () => undefined)

/**
 * The size of a picture as it is seen: a camera held upright says so beside the picture.
 * @throws when it cannot be drawn
 */
export const seenSize = async (bytes: Buffer) => {
  const { autoOrient } = await sharp(bytes, { failOn: 'none' }).metadata()
  await draw({ bytes, variant: { width: 48, format: 'webp' } })
  return { width: autoOrient.width, height: autoOrient.height }
}
