import { join } from 'node:path'
import { z } from 'zod'
import { readJson, removeIfThere, replaceDurably } from './durable'
import { fanOutSchema } from './fanOut'
import { frameStateSchema } from './frameState'

const STAMP = z.object({
  /** the build that rendered the public release */
  build: z.string(),
  /** what its pages show besides posts, once the runs below are done */
  frame: frameStateSchema,
  /** changes of the frame that are being brought into the files, oldest first */
  fanOuts: z.array(fanOutSchema),
  /** pages that could not be rendered and are to be tried again */
  failed: z.array(z.string()),
})

/** What the public files were made for. It is on the disk before anything is done for its sake. */
export type GenerationStamp = z.infer<typeof STAMP>

const placeOf = (dataDir: string) => join(dataDir, 'generation.json')

/** The stamp of the public files; null when there is none or it can't be read. */
export const readStamp = async (dataDir: string): Promise<GenerationStamp | null> =>
  STAMP.safeParse(await readJson(placeOf(dataDir))).data ?? null

export const writeStamp = ({ dataDir, stamp }: { dataDir: string; stamp: GenerationStamp }) =>
  replaceDurably({ path: placeOf(dataDir), bytes: `${JSON.stringify(stamp)}\n` })

/** Asks the generator, running or at its next start, for a new release with every page. */
export const forgetStamp = (dataDir: string) => removeIfThere(placeOf(dataDir))
