import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { noun, NOUNS } from './nouns.mjs'

/** The first place that a test stands in decides: a mutant is dead with the first test that notices, so the quick ones come first. */
class InOrder extends BaseSequencer {
  async sort(files) {
    const placeOf = ({ moduleId }) => NOUNS[noun].findIndex((place) => moduleId.includes(`tests/server/${place}`))
    return files.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}

export default defineConfig({
  root: join(import.meta.dirname, '../..'),
  test: {
    setupFiles: ['tests/helpers/setup.ts'],
    include: NOUNS[noun].map((place) => `tests/server/${place}${place.endsWith('.ts') ? '' : '/**/*.test.ts'}`),
    // What is raced fifty times takes longer than all the rest, and every mutant of a recovery would wait for it.
    exclude: ['**/race.test.ts'],
    sequence: { sequencer: InOrder },
    isolate: false,
    // A busy machine must not pass for a test that noticed something.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
