import { createClient } from '@libsql/client'
import { errorCode, removeIfThere } from '../durable'

/** Raised when tables, words or labels are made in another way: the file is then made anew. */
const SCHEMA = 2

/**
 * `words` holds no text, only where each word stands; `texts` holds the public text for excerpts and for taking words out
 * again; `facts` is small, because it is read for every hit. `secure-delete` and the pragma of that name leave no word of
 * a withdrawn post in the file.
 */
const TABLES = `
  CREATE VIRTUAL TABLE words USING fts5(
    head, text, labels, content = '', columnsize = 0, tokenize = 'ascii', prefix = '1'
  );
  INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
  CREATE TABLE texts (number INTEGER PRIMARY KEY, head TEXT NOT NULL, text TEXT NOT NULL);
  CREATE TABLE facts (number INTEGER PRIMARY KEY, pack TEXT NOT NULL);
  CREATE TABLE labels (
    facet TEXT NOT NULL, id INTEGER NOT NULL, value TEXT NOT NULL, PRIMARY KEY (facet, value)
  );
  CREATE TABLE progress (walked INTEGER NOT NULL, complete INTEGER NOT NULL);
  INSERT INTO progress VALUES (0, 0);
  PRAGMA user_version = ${SCHEMA};
`

const PRAGMAS = `
  PRAGMA busy_timeout = 1000;
  PRAGMA journal_mode = WAL;
  PRAGMA secure_delete = ON;
  PRAGMA cache_size = -32768;
`

const LABEL = 'substr(facet, 1, 1) || id'

/**
 * Takes away the names of values that no post has any more, and gives them.
 * @param among the labels that may be without a post, as `labelOf` makes them; all when left out
 */
export const forgetLabels = (among?: string[]) => ({
  sql: `DELETE FROM labels WHERE ${among ? `${LABEL} IN (${among.map(() => '?').join()}) AND` : ''}
        NOT EXISTS (SELECT 1 FROM words WHERE words MATCH 'labels : ' || ${LABEL})
        RETURNING facet, id, value`,
  args: among ?? [],
})

const open = (file: string) => createClient({ url: `file:${file}` })
export type SearchClient = ReturnType<typeof open>

const BROKEN = /^SQLITE_(CORRUPT|NOTADB|IOERR_SHORT_READ)/

/** True for errors that say the file itself is no good. */
export const isBroken = (error: unknown) => BROKEN.test(errorCode(error))

/** Takes the index away; it can always be made again. */
export const removeSearchFile = async (file: string) => {
  for (const ending of ['', '-wal', '-shm']) await removeIfThere(file + ending)
}

const versionOf = async (client: SearchClient) => {
  const { rows } = await client.execute('PRAGMA user_version')
  return rows[0]?.user_version
}

const openAsItIs = async (file: string) => {
  const client = open(file)
  try {
    await client.executeMultiple(PRAGMAS)
    if ((await versionOf(client)) === SCHEMA) {
      // A kill may have left names without a post, and words of a withdrawn post in the log.
      await client.execute(forgetLabels())
      await client.execute('PRAGMA wal_checkpoint(TRUNCATE)')
      return client
    }
  } catch (error) {
    client.close()
    if (!isBroken(error)) throw error
    return null
  }
  client.close()
  return null
}

/**
 * Opens the index; one that is missing, broken or of another version is made anew, empty.
 * @throws when the folder can't be written
 */
export const openSearchFile = async (file: string): Promise<SearchClient> => {
  const found = await openAsItIs(file)
  if (found) return found
  await removeSearchFile(file)
  const client = open(file)
  try {
    await client.executeMultiple(`${PRAGMAS} BEGIN; ${TABLES} COMMIT;`)
    return client
  } catch (error) {
    client.close()
    throw error
  }
}
