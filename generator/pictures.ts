import type { Payload, Where } from 'payload'
import { homeUrl, topicUrl } from '../collections/urls'
import { FILE, type PostFile } from './postRow'

const MOST = 100

const fileOf = ({ file }: { file?: unknown }) => FILE.safeParse(file).data ?? []

const topicsOf = async ({ payload, where }: { payload: Payload; where: Where }) => {
  const { docs } = await payload.find({
    collection: 'topics',
    where,
    select: { file: true },
    depth: 0,
    limit: MOST,
    pagination: false,
    overrideAccess: true,
  })
  return docs
}

/** Those that the public may see: in force, of a live post. */
const placementsNow = async (payload: Payload) => {
  const { docs } = await payload.find({
    collection: 'placements',
    select: { file: true },
    depth: 0,
    limit: MOST,
    pagination: false,
    overrideAccess: false,
  })
  return docs
}

const TOPIC = new RegExp(`^${topicUrl('([a-z0-9-]+)')}$`)

/** The pictures that a page shows besides those of posts: what the Office chose for topics and headlines. */
export const picturesOf = async ({
  payload,
  url,
}: {
  payload: Payload
  url: string
}): Promise<PostFile[]> => {
  const code = TOPIC.exec(url)?.[1]
  if (code) return (await topicsOf({ payload, where: { code: { equals: code } } })).flatMap(fileOf)
  if (url !== homeUrl()) return []
  const now = new Date().toISOString()
  const open = await topicsOf({
    payload,
    where: { or: [{ closedOn: { exists: false } }, { closedOn: { greater_than: now } }] },
  })
  return [...open, ...(await placementsNow(payload))].flatMap(fileOf)
}
