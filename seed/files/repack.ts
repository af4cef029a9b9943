import { unzipSync, zipSync } from 'fflate'

const FIXED_TIME = '2025-01-01T00:00:00Z'
/** The first moment that a zip can name; local fields, so that every time zone writes the same bytes. */
const ZIP_TIME = new Date(1980, 0, 1)
const CORE = 'docProps/core.xml'

const withFixedTimes = (xml: string) =>
  xml.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${FIXED_TIME}`)

/**
 * The same Office file with fixed times in place of the moment it was made: the hash of a file enters the hash of the
 * text that carries it, and the demonstration is to be the same each time.
 */
export const withoutClock = (file: Uint8Array): Buffer => {
  const entries = Object.entries(unzipSync(file)).sort(([one], [other]) => (one < other ? -1 : 1))
  const fixed = entries.map(([name, content]): [string, Uint8Array] => {
    if (name !== CORE) return [name, content]
    return [name, new TextEncoder().encode(withFixedTimes(new TextDecoder().decode(content)))]
  })
  return Buffer.from(zipSync(Object.fromEntries(fixed), { mtime: ZIP_TIME, level: 6 }))
}
