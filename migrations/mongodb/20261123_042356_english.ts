import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-mongodb'

/** Marks the posts that had an English text before the mark existed, as SQLite's migration of the same time does. */
export const up = async ({ payload, req }: MigrateUpArgs): Promise<void> => {
  await payload.db.updateMany({
    collection: 'posts',
    where: {
      and: [
        { 'english.title': { exists: true } },
        { 'english.body': { exists: true } },
        { inEnglish: { exists: false } },
      ],
    },
    data: { inEnglish: true },
    req,
  })
}

/** The mark of a post that was published since is the same: there is nothing to take back. */
export const down = async (_: MigrateDownArgs): Promise<void> => undefined
