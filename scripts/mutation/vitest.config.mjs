import { join } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer } from 'vitest/node'
import { noun, NOUNS } from './nouns.mjs'

/**
 * Sorts test files by their place in `NOUNS`. The first test that notices kills a mutant, so quick tests come first.
 */
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
    include: NOUNS[noun].map((place) => `tests/server/${place}${endingOf(place)}`),
    // These tests repeat races fifty times and take longer than all others together.
    exclude: ['**/race.test.ts'],
    sequence: { sequencer: InOrder },
    isolate: false,
    // The limits are long, so that a busy machine does not look like a test that noticed something.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})

/** A file is itself, a path is the beginning of file names, and a word is a folder. */
function endingOf(place) {
  if (place.endsWith('.ts')) return ''
  return place.includes('/') ? '*.test.ts' : '/**/*.test.ts'
}
