import { defineConfig, devices } from '@playwright/test'

/** End-to-end tests: the built application on a fresh, seeded data folder (e2e/globalSetup.ts), in a real Chromium. */
export default defineConfig({
  testDir: 'e2e',
  globalSetup: './e2e/globalSetup.ts',
  // One bureau for all of them, on two processors.
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  // The same on every machine: see e2e/everyone-sees-the-same-looks.spec.ts.
  snapshotPathTemplate: '{testDir}/looks/{arg}{ext}',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 900 },
    baseURL: process.env.BUREAU_CMS,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    // A trace would have to be made of every test to be there for the failed one; `--trace on` makes it.
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH,
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
})
