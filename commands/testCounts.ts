import { z } from 'zod'

/** What one runner did. */
export type Counts = { passed: number; failed: number; skipped: number }

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 }

const VITEST = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({ status: z.string(), assertionResults: z.array(z.object({ status: z.string() })) }),
  ),
})

const PLAYWRIGHT = z.object({
  stats: z.object({
    expected: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
    skipped: z.number(),
  }),
})

/** A runner that ended badly without a failed test has failed once: a crash must not look like success. */
const withExit = ({ counts, code }: { counts: Counts; code: number }): Counts =>
  code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts

/** One check that passes or fails as a whole. */
export const checkCounts = (code: number): Counts =>
  code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 }

/**
 * Reads vitest's JSON report. A file that failed without a failed test, such as one that can't be imported, counts as one.
 * @param report the parsed report; undefined when none was written
 */
export const vitestCounts = ({ report, code }: { report: unknown; code: number }): Counts => {
  const read = VITEST.safeParse(report)
  if (!read.success) return { ...NOTHING, failed: 1 }
  const { data } = read
  const brokenFiles = data.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((test) => test.status !== 'failed'),
  )
  return withExit({
    code,
    counts: {
      passed: data.numPassedTests,
      failed: data.numFailedTests + brokenFiles.length,
      skipped: data.numPendingTests + data.numTodoTests,
    },
  })
}

/** Reads Playwright's JSON report; a flaky test has passed only at the second try and counts as failed. */
export const playwrightCounts = ({ report, code }: { report: unknown; code: number }): Counts => {
  const read = PLAYWRIGHT.safeParse(report)
  if (!read.success) return { ...NOTHING, failed: 1 }
  const { expected, unexpected, flaky, skipped } = read.data.stats
  return withExit({ code, counts: { passed: expected, failed: unexpected + flaky, skipped } })
}

/** The sum of several runners. */
export const sumOf = (all: Counts[]): Counts =>
  all.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    NOTHING,
  )

/** The last line of `npm test`: `N passed, N failed`, and what was skipped if anything was. */
export const lastLine = ({ passed, failed, skipped }: Counts) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
