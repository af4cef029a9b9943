import type { CollectionAfterChangeHook, GlobalAfterChangeHook, Payload } from 'payload'
import { idOf } from '../access/person'
import type { Post } from '../payload-types'
import { nextNumber } from './counters/nextNumber'

/**
 * The counter that tells the generator that the frame of the site has changed: columns, departments, topics, headlines or
 * settings.
 */
export const SITE_VERSION = 'site-version'

/** Says that pages beyond one post are out of date. */
export const raiseSiteVersion = (payload: Payload) => nextNumber({ payload, key: SITE_VERSION })

export const markSiteChanged: CollectionAfterChangeHook = async ({ doc, req }) => {
  await raiseSiteVersion(req.payload)
  return doc
}

export const markSettingsChanged: GlobalAfterChangeHook = async ({ doc, req }) => {
  await raiseSiteVersion(req.payload)
  return doc
}

/** The counter that tells lists that a post of this column has changed, come or gone. */
export const listVersion = (columnId: string) => `list-version-${columnId}`

/** The counter that tells that some post has changed for the public, come or gone. */
export const POSTS_VERSION = 'posts-version'

/** Says that what was answered about posts is out of date. Must follow every change of a post that the public can see. */
export const raisePostsVersion = (payload: Payload) => nextNumber({ payload, key: POSTS_VERSION })

/** The same, and that the lists of these columns are out of date too. */
export const raiseListVersions = async ({
  payload,
  columns,
}: {
  payload: Payload
  columns: (string | null)[]
}) => {
  for (const column of new Set(columns)) {
    if (column) await nextNumber({ payload, key: listVersion(column) })
  }
  await raisePostsVersion(payload)
}

export const markPostChanged: CollectionAfterChangeHook<Post> = async ({
  doc,
  previousDoc,
  req: { payload },
}) => {
  await raiseListVersions({
    payload,
    columns: [doc, previousDoc].map((post) => idOf(post?.column)),
  })
  return doc
}
