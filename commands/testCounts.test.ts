import { describe, expect, it } from 'vitest'
import { checkCounts, lastLine, playwrightCounts, sumOf, vitestCounts } from './testCounts'

const vitestReport = (changes: object = {}) => ({
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
  ...changes,
})

describe('counting', () => {
  it('takes the numbers of vitest', () => {
    const report = vitestReport({ numFailedTests: 1, numPendingTests: 2 })
    expect(vitestCounts({ report, code: 1 })).toEqual({ passed: 3, failed: 1, skipped: 2 })
  })

  it('counts a file that could not be imported as failed', () => {
    const report = vitestReport({ testResults: [{ status: 'failed', assertionResults: [] }] })
    expect(vitestCounts({ report, code: 1 }).failed).toBe(1)
  })

  it('never takes a crashed runner for success', () => {
    expect(vitestCounts({ report: undefined, code: 0 }).failed).toBe(1)
    expect(vitestCounts({ report: vitestReport(), code: 1 }).failed).toBe(1)
    expect(playwrightCounts({ report: undefined, code: 1 }).failed).toBe(1)
    const stats = { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }
    expect(playwrightCounts({ report: { stats }, code: 1 })).toEqual({
      passed: 2,
      failed: 1,
      skipped: 0,
    })
  })

  it('counts a flaky browser test as failed', () => {
    const stats = { expected: 2, unexpected: 1, flaky: 1, skipped: 1 }
    expect(playwrightCounts({ report: { stats }, code: 1 })).toEqual({
      passed: 2,
      failed: 2,
      skipped: 1,
    })
  })

  it('ends with the sums, and names what was skipped only if anything was', () => {
    const sum = sumOf([checkCounts(0), checkCounts(2), { passed: 5, failed: 0, skipped: 0 }])
    expect(lastLine(sum)).toBe('6 passed, 1 failed')
    expect(lastLine({ ...sum, skipped: 4 })).toBe('6 passed, 1 failed, 4 skipped')
  })
})
