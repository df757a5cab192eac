import { defineConfig } from 'vitest/config'

const PROCESS = { globalSetup: ['tests/process/build.mjs'], testTimeout: 120_000, hookTimeout: 120_000 }
const ALONE = ['tests/process/locked.test.ts', 'tests/process/stop.test.ts']

/** Tests in which many do the same thing at the same moment. They run on both engines. */
const RACES = [
  'again',
  'audit-chain',
  'backup-codes/use',
  'ceremonies',
  'custody/c{3-ripe-recovery,7-session-guesses,8-counters-apart,9-joined-letters}',
  'custody/{touches,take-back-refused}',
  'emails/{add,bring-back,change}',
  'invitations/invitations',
  'limits',
  'mail/deliver',
  'passkeys/{add-limits,meanwhile,registration-once,remove}',
  'recoveries/{cancel-link,race,wait-again}',
  'removed/{bring-back,for-good}',
  'second-factor/{replay,throttle,throttle-hundred}',
  'admin/apply',
  'admin/setup/first-owner',
  'admin/roles',
  'sessions/{meanwhile,thrown-out}',
  'sign-in/password-wrong',
  'sign-up/sign-up-code',
  'sign-up-modes/{approval,setting}',
  'totp/enrol-race',
  'users/deletion',
].map((name) => `tests/server/${name}.test.ts`)
/** `npm run test:postgres` runs everything about use-cases there. */
const ON_POSTGRES = process.env.ON_POSTGRES === 'everything' ? ['tests/server/**/*.test.ts'] : RACES

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
          exclude: ['tests/process/**', 'tests/postgres/**'],
          setupFiles: ['tests/helpers/budget.ts'],
          isolate: false,
        },
      },
      // These share one real PostgreSQL, and start more of them.
      {
        extends: true,
        test: {
          name: 'postgres',
          include: ['tests/postgres/**/*.test.ts', ...ON_POSTGRES],
          globalSetup: ['tests/postgres/global-setup.ts'],
          setupFiles: ['tests/postgres/setup.ts'],
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
