/**
 * What tells bench data from the demonstration's, in one place. Nothing in the schema knows of it:
 * - departments and columns have codes that begin with `bench-` (so have the paths and e-mails made of them),
 * - manuscripts, snapshots and posts name their place in the bench data in `imported.key`: `bench-000001`,
 * - uploads are called `bench-...`,
 * - the counters `bench-...` hold how many posts were asked for, the day they were made on, and the numbers they began at.
 *
 * The posts are marked as delivered although no file was written for them: they come with a new version of the site, at
 * which the generator renders every page before it says that it has settled. Nothing was proven live, so `provenAt` is empty.
 */
export const BENCH_PREFIX = 'bench-'

export const benchKey = (index: number) => `${BENCH_PREFIX}${String(index + 1).padStart(6, '0')}`

/** The counters of the bench data. */
export const BENCH_COUNTERS = {
  /** how many posts were asked for */
  posts: `${BENCH_PREFIX}posts`,
  /** the day in Shanghai, as days since 1970, on which the bench data were begun */
  day: `${BENCH_PREFIX}day`,
  /** what a sequence had given away before the bench data took their numbers from it */
  base: (sequence: string) => `${BENCH_PREFIX}base-${sequence}`,
}
