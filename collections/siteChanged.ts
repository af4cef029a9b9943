import type { CollectionAfterChangeHook, GlobalAfterChangeHook, Payload } from 'payload'
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
