/**
 * The mutated folders. Each has the tests that run for it, in this order: its own tests, then tests of code that uses
 * it.
 */
export const NOUNS = {
  'backup-codes': ['backup-codes', 'pages.test.ts'],
  totp: ['totp', 'second-factor/inputs.test.ts'],
  sessions: [
    'sessions',
    'passkeys/meanwhile.test.ts',
    'sign-in/confirmation.test.ts',
    'passkeys/assertion-owner.test.ts',
    'passkeys/remove.test.ts',
  ],
  recoveries: ['recoveries', 'pages.test.ts'],
  passkeys: [
    ...[
      'client-data',
      'public-key',
      'verified-alone',
      'meanwhile',
      'options',
      'add',
      'remove',
      'rename',
      'counter',
      'assertion-owner',
    ].map((name) => `passkeys/${name}.test.ts`),
    ...['client-data', 'record', 'attestation', 'key'].map((name) => `passkeys/registration-${name}.test.ts`),
    'passwords/conditional.test.ts',
  ],
}

/** The folder of this run. Both configurations read it. */
export const noun = process.env.MUTATED_NOUN ?? 'totp'
