import { defineConfig } from 'vitest/config'

const ELSEWHERE = ['**/node_modules/**', '**/.next/**', 'e2e/**', 'bench/**', 'data/**']

/**
 * Two projects: pure tests, and tests that start Payload on a database of their own. Each file gets its own process,
 * because SQLite's driver and Payload's instance live as long as the process.
 */
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    // See PRODUCTION_MODULES in commands/processes.ts.
    execArgv: ['--conditions=production'],
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
