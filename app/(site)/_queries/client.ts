import { getPayload } from 'payload'
import config from '../../../payload.config'

/** The Payload instance that the pages read through. */
export const sitePayload = () => getPayload({ config })

/** With every query of the pages: what the public may see, relations as ids. */
export const AS_PUBLIC = { overrideAccess: false, depth: 0 } as const

/** How many rows one query gives without a login. */
export const MOST_ROWS = 100

type Walk<Row, Key> = {
  start: Key
  /** The next rows after a key, at most MOST_ROWS, in the order of the key. */
  read: (after: Key) => Promise<Row[]>
  keyOf: (row: Row) => Key
}

/** All rows of a list that may be longer than one query gives, walked by key. */
export const allRows = async <Row, Key>({ start, read, keyOf }: Walk<Row, Key>) => {
  const rows: Row[] = []
  for (let after = start; ; ) {
    const some = await read(after)
    rows.push(...some)
    const last = some.at(-1)
    if (!last || some.length < MOST_ROWS) return rows
    after = keyOf(last)
  }
}
