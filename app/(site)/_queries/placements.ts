import type { Payload } from 'payload'
import { idOf } from '../../../access/person'
import type { PlacementView } from '../_components/views'
import { AS_PUBLIC, MOST_ROWS } from './client'
import { leadsById } from './lists'
import { FILE } from './stored'

/** What the home page puts forward at this moment, in the Office's order: live posts under its title and picture, or their own. */
export const readPlacements = async (payload: Payload): Promise<PlacementView[]> => {
  const { docs } = await payload.find({
    ...AS_PUBLIC,
    collection: 'placements',
    select: { place: true, post: true, title: true, file: true },
    sort: ['order', '-from'],
    limit: MOST_ROWS,
    pagination: false,
  })
  if (docs.length === 0) return []
  const posts = await leadsById({ payload, ids: docs.flatMap(({ post }) => idOf(post) ?? []) })
  return docs.flatMap(({ place, post, title, file }): PlacementView[] => {
    const lead = posts.get(idOf(post) ?? '')
    if (!lead) return []
    const picture = FILE.nullable().parse(file ?? null) ?? lead.picture
    return [{ place, post: { ...lead, title: title || lead.title, picture } }]
  })
}
