import type { PublicState } from '../collections/urls'
import { processWide } from './processWide'

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
}

const NONE: PublishPort = { deliver: () => {}, retract: async () => {} }
const port = processWide('publishPort', () => NONE)

/** Called once, by the composition root, when the generator starts. */
export const setPublishPort = (generator: PublishPort) => {
  port.value = generator
}

/** The generator of this process; without one, rows stay 'waiting' until a server with a generator runs. */
export const publishPort = (): PublishPort => port.value
