import { noun } from './nouns.mjs'

export default {
  mutate: [`server/${noun}/**/*.ts`],
  testRunner: 'vitest',
  vitest: { configFile: 'scripts/mutation/vitest.config.mjs', related: false, pool: 'threads' },
  concurrency: 1,
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  tempDirName: `.stryker-tmp/${noun}`,
  incremental: true,
  incrementalFile: `reports/mutation/${noun}.incremental.json`,
  reporters: ['clear-text', 'progress-append-only', 'json'],
  jsonReporter: { fileName: `reports/mutation/${noun}.json` },
  clearTextReporter: { logTests: false, reportTests: false, reportScoreTable: true },
  thresholds: { high: 95, low: 85, break: 85 },
  // Stryker would rewrite a tsconfig.json with TypeScript's JavaScript API, which TypeScript 7 no longer has. Nothing
  // here needs that.
  tsconfigFile: 'none',
  // The limits are long, so that a busy machine does not look like a mutant that never ends.
  timeoutFactor: 10,
  timeoutMS: 120_000,
  dryRunTimeoutMinutes: 20,
  ignorePatterns: ['.next', 'app', 'bench', 'coverage', 'data', 'docs', 'test-results', 'tests/e2e', 'tests/process'],
}
