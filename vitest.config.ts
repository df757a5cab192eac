import { defineConfig } from 'vitest/config'

const PROCESS = { globalSetup: ['tests/process/build.mjs'], testTimeout: 120_000, hookTimeout: 120_000 }
const ALONE = ['tests/process/locked.test.ts', 'tests/process/stop.test.ts']

export default defineConfig({
  test: {
    setupFiles: ['tests/helpers/setup.ts'],
    // Only what hangs runs into these: a machine with other work takes its time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['server/**/*.ts', 'db/**/*.ts'],
      // What only a process of its own runs, main.ts above all, is counted there.
      autoAttachSubprocess: true,
      reporter: ['text', 'json-summary', 'json'],
      thresholds: { branches: 95 },
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/process/**'],
          setupFiles: ['tests/helpers/budget.ts'],
          isolate: false,
        },
      },
      // These start real servers of the production build.
      { extends: true, test: { ...PROCESS, name: 'process', include: ['tests/process/**/*.test.ts'], exclude: ALONE } },
      // These measure how long answers take: one file at a time, and none beside the others.
      {
        extends: true,
        test: { ...PROCESS, name: 'alone', include: ALONE, fileParallelism: false, sequence: { groupOrder: 1 } },
      },
    ],
  },
})
