/**
 * The mutated folders. Each has the tests that run for it, in this order: its own tests, then tests of code that uses
 * it. A word is a folder of tests, a path the beginning of their files' names.
 */
export const NOUNS = {
  'backup-codes': ['backup-codes', 'pages.test.ts'],
  totp: ['totp', 'second-factor/inputs'],
  sessions: ['sessions', 'callers/cookies', 'passkeys/meanwhile', 'sign-in/confirmation', 'passkeys/remove'],
  'sign-in': [
    'sign-in',
    'sessions',
    'second-factor/replay',
    'second-factor/pending',
    'second-factor/inputs',
    'passkeys/meanwhile',
    'passkeys/assertion-owner',
    'passkeys/verified-alone',
    'passkeys/counter',
    'passkeys/options',
  ],
  recoveries: ['recoveries', 'sign-in/mailbox-code', 'pages.test.ts'],
  passkeys: [
    'passkeys/client-data',
    'passkeys/public-key',
    'passkeys/verified-alone',
    'passkeys/meanwhile',
    'passkeys/options',
    'passkeys/add',
    'passkeys/remove',
    'passkeys/rename',
    'passkeys/counter',
    'passkeys/assertion-owner',
    'passkeys/registration-client-data',
    'passkeys/registration-record',
    'passkeys/registration-attestation',
    'passkeys/registration-key',
    'passwords/conditional',
  ],
}

/** The folder of this run. Both configurations read it. */
export const noun = process.env.MUTATED_NOUN ?? 'totp'
