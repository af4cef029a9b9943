import type { Payload } from 'payload'
import { z } from 'zod'
import { idOf } from '../access/person'
import { readPlaces } from '../collections/places'
import { type PublicState, publicStateSchema } from '../collections/urls'
import type { Post } from '../payload-types'

/** The fixed numbers that a post was given in the columns it has been in. */
export const columnSeqsOf = (post: Post): Record<string, number> =>
  z.record(z.string(), z.number()).catch({}).parse(post.columnSeqs)

const yearOf = (path: string | null | undefined) =>
  Number(/^\/posts\/(\d{4})\//.exec(path ?? '')?.[1] ?? 0)

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
  const columnId = idOf(post.column) ?? ''
  const departmentId = idOf(post.department) ?? ''
  const providerIds = (post.providers ?? []).map(idOf).filter((id) => id !== null)
  const { columns, topics } = await readPlaces(payload)
  const [departmentCode = ''] = await departmentCodes({ payload, ids: [departmentId] })
  return {
    number: post.number ?? 0,
    year: yearOf(post.path),
    columnId,
    columnPath: columns.get(columnId) ?? '',
    columnSeq: post.columnSeq ?? 0,
    departmentCode,
    providerCodes: await departmentCodes({ payload, ids: providerIds }),
    interprets: idOf(post.interprets),
    topicCodes: (post.topics ?? []).flatMap((topic) => topics.get(idOf(topic) ?? '') ?? []),
    inEnglish: post.inEnglish ?? false,
    state: post.state ?? 'live',
  }
}
