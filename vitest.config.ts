import { defineConfig } from 'vitest/config'

const ELSEWHERE = ['**/node_modules/**', '**/.next/**', 'e2e/**', 'data/**']

/** See PRODUCTION_MODULES in commands/processes.ts: for the test processes, and for those that tests start. */
const PRODUCTION_MODULES = '--conditions=production'

/**
 * Two projects: pure tests, and tests that start Payload on a database of their own. Each file gets its own process,
 * because SQLite's driver and Payload's instance live as long as the process.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // Payload refuses a query on a hidden field with 400 and leaves a second rejection of the same refusal unawaited.
    onUnhandledError: (error) => error.name !== 'QueryError',
    // Vitest would leave one of two processors to itself, which does next to nothing while tests run.
    maxWorkers: 2,
    execArgv: [PRODUCTION_MODULES],
    env: { NODE_OPTIONS: PRODUCTION_MODULES },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: [...ELSEWHERE, '**/*.int.test.ts'],
          pool: 'forks',
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['**/*.int.test.ts'],
          exclude: ELSEWHERE,
          pool: 'forks',
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
