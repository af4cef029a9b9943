import * as english from './20261123_042356_english'

/** MongoDB's collections and indexes are built from the configuration (`ensureIndexes`); migrations of data stand here. */
export const migrations = [
  { name: '20261123_042356_english', up: english.up, down: english.down },
]
