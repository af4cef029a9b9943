/** MongoDB's collections and indexes are built from the configuration (`ensureIndexes`); migrations of data stand here. */
export const migrations = []
