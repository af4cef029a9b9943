import { join, relative, sep } from 'node:path'

/**
 * The file, relative to the public root, that serves a URL: `/columns/news/` is `columns/news/index.html`.
 * @throws when the URL could name a file outside the root, a hidden file, or no file at all
 */
export const fileOf = (url: string): string => {
  const segments = url.split('/').slice(1).map(decodeSegment)
  const last = segments.at(-1)
  if (!url.startsWith('/') || last === undefined) throw new Error(`Not a path: ${url}`)
  const named = last === '' ? [...segments.slice(0, -1), 'index.html'] : segments
  if (!named.every(isSafeSegment)) throw new Error(`Not a public file: ${url}`)
  return named.join('/')
}

/** The URL that a public file serves: the reverse of `fileOf`. */
export const urlOf = (file: string): string =>
  `/${file
    .replace(/(^|\/)index\.html$/, '$1')
    .split('/')
    .map(encodeURIComponent)
    .join('/')}`

const decodeSegment = (segment: string) => {
  try {
    return decodeURIComponent(segment)
  } catch {
    throw new Error(`Not a path: ${segment}`)
  }
}

/** No empty, hidden or climbing segment, no separator, no control character, and short enough for a file system. */
const isSafeSegment = (segment: string) =>
  /^[^./\\\p{Cc}?#][^/\\\p{Cc}?#]*$/u.test(segment) && Buffer.byteLength(segment) <= 255

/**
 * The absolute place of a file under a root.
 * @throws when the file would lie outside
 */
export const placeOf = ({ root, file }: { root: string; file: string }): string => {
  const place = join(root, file)
  const inside = relative(root, place)
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) {
    throw new Error(`Outside the public root: ${file}`)
  }
  return place
}
