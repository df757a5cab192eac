import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    setupFiles: ['tests/helpers/setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 20_000,
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
        test: { name: 'unit', include: ['tests/**/*.test.ts'], exclude: ['tests/process/**'], isolate: false },
      },
      // These start the real server, which needs the production build: one file at a time, and none beside the others.
      {
        extends: true,
        test: {
          name: 'process',
          include: ['tests/process/**/*.test.ts'],
          globalSetup: ['tests/process/build.mjs'],
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
    ],
  },
})
