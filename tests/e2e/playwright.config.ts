import { defineConfig } from '@playwright/test'

const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** Each worker starts a production server of its own (kit/server.ts), so stories never meet, not even in time. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // Only what hangs runs into these: a machine with other work takes its time.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    screenshot: 'only-on-failure',
    locale: 'en-GB',
    launchOptions: {
      executablePath: process.env.BROWSER_PATH,
      args: [
        ...AS_ROOT,
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
