import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { noun, NOUNS } from './nouns.mjs'

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    setupFiles: ['tests/helpers/setup.ts'],
    include: NOUNS[noun].map((place) => `tests/server/${place}${place.endsWith('.ts') ? '' : '/**/*.test.ts'}`),
    // What is raced fifty times takes longer than all the rest, and every mutant of a recovery would wait for it.
    exclude: ['**/race.test.ts'],
    isolate: false,
    // A busy machine must not pass for a test that noticed something.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
