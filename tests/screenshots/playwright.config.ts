import { defineConfig } from '@playwright/test'
import settings from '../e2e/playwright.config.ts'

/** The stories once in each language, for `npm run screenshots`. */
export default defineConfig(settings, {
  testDir: '.',
  outputDir: '../../test-results/screenshots',
  timeout: 180_000,
  use: { actionTimeout: 15_000, trace: 'off', screenshot: 'off', viewport: { width: 1280, height: 800 } },
  projects: [
    { name: 'en', use: { locale: 'en-GB' } },
    { name: 'de', use: { locale: 'de-DE' } },
  ],
})
