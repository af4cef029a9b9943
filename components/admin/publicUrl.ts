import { siteOrigin } from '../../app/(site)/_queries/frame'

/** Where the public reads a page. */
export const publicUrl = (path: string) => siteOrigin() + path
