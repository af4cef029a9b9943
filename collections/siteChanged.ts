import type { CollectionAfterChangeHook, GlobalAfterChangeHook, Payload } from 'payload'
import { idOf } from '../access/person'
import type { Post } from '../payload-types'
import { nextNumber } from './counters/nextNumber'

/** The counter that tells the generator that the frame of the site (columns, departments, settings) has changed. */
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

/** Says that the lists of these columns are out of date. Must follow every change of a post's row that the public can see. */
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
