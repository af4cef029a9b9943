import type { Payload } from 'payload'
import { z } from 'zod'
import { readPlaces } from '../collections/places'
import { publicState } from '../collections/publicState'
import { type PublicState, publicStateSchema } from '../collections/urls'
import type { Post } from '../payload-types'

/** The fixed numbers that a post was given in the columns it has been in. */
export const columnSeqsOf = (post: Post): Record<string, number> =>
  z.record(z.string(), z.number()).catch({}).parse(post.columnSeqs)

/** The codes of departments, in the order of their ids. */
export const departmentCodes = async ({ payload, ids }: { payload: Payload; ids: string[] }) => {
  const { departments } = await readPlaces(payload)
  return ids.flatMap((id) => departments.get(id) ?? [])
}

/**
 * The public state of a stored post.
 * @param shown true for what the files still show: while a change waits, that is the state before it
 */
export const publicStateOf = async ({
  payload,
  post,
  shown,
}: {
  payload: Payload
  post: Post
  shown: boolean
}): Promise<PublicState> => {
  const waits = post.delivery?.state !== 'written'
  const before = publicStateSchema.safeParse(post.delivery?.before)
  if (shown && waits && before.success) return before.data
  return publicState({ post, places: await readPlaces(payload) })
}
