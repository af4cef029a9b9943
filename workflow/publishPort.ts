import { processWide } from '../collections/processWide'
import type { PublicState } from '../collections/urls'

/** How far a long run over the pages is. */
type Progress = { done: number; total: number }

/** How the public files are doing, for the people who keep the site running (第八条(二)). */
export type SiteHealth = {
  /** the whole site is being generated */
  generation: Progress | null
  /** a change of columns, departments or settings is being brought into the pages */
  fanOut: Progress | null
  /** how many posts could not be written and are tried again */
  retrying: number
  /** what somebody did to the public files, the newest first */
  incidents: {
    at: string
    file: string
    found: 'changed' | 'added' | 'link'
    error: string | null
  }[]
}

/** What the workflow asks of whoever turns posts into files. */
export type PublishPort = {
  /** The post's row says 'waiting': bring the files in line. Returns at once; never throws. */
  deliver: (postId: string) => void
  /** An emergency removal: delete the post's page, its compressed copies and files that no live post uses, now. */
  retract: (removed: {
    postId: string
    before: PublicState
    mediaHashes: string[]
  }) => Promise<void>
  /** Null while no generator runs. */
  health: () => SiteHealth | null
  /** When the file behind a URL was last seen to be what it should be; null when it has not been looked at. */
  provenAt: (url: string) => Date | null
}

const NONE: PublishPort = {
  deliver: () => {},
  retract: async () => {},
  health: () => null,
  provenAt: () => null,
}
const port = processWide('publishPort', () => NONE)

/** Called once, by the composition root, when the generator starts. */
export const setPublishPort = (
  generator: Pick<PublishPort, 'deliver' | 'retract'> & Partial<PublishPort>,
) => {
  port.value = { ...NONE, ...generator }
}

/** The generator of this process; without one, rows stay 'waiting' until a server with a generator runs. */
export const publishPort = (): PublishPort => port.value
