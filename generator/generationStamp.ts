import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode, replaceDurably } from './durable'

const STAMP = z.object({
  /** what every page was rendered for: see `siteFrame` */
  frame: z.string(),
  /** pages that could not be rendered then and are to be tried again */
  failed: z.array(z.string()),
})

/** What the last full generation was made for. */
export type GenerationStamp = z.infer<typeof STAMP>

const placeOf = (dataDir: string) => join(dataDir, 'generation.json')

/** The stamp of the last full generation; null when there was none or it can't be read. */
export const readStamp = async (dataDir: string): Promise<GenerationStamp | null> => {
  try {
    return STAMP.parse(JSON.parse(await readFile(placeOf(dataDir), 'utf8')))
  } catch (error) {
    if (errorCode(error) && errorCode(error) !== 'ENOENT') throw error
    return null
  }
}

export const writeStamp = ({ dataDir, stamp }: { dataDir: string; stamp: GenerationStamp }) =>
  replaceDurably({ path: placeOf(dataDir), bytes: `${JSON.stringify(stamp)}\n` })
