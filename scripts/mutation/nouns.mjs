/** The folders that are mutated, each with the tests that are asked, in this order: its own, and those of what it is used for. */
export const NOUNS = {
  'backup-codes': ['backup-codes', 'pages.test.ts'],
  totp: ['totp', 'second-step/inputs.test.ts'],
  sessions: ['sessions', 'confirmation.test.ts', 'passkeys/assertion-owner.test.ts', 'passkeys/remove.test.ts'],
  recoveries: ['recoveries', 'pages.test.ts'],
  passkeys: ['passkeys/client-data.test.ts', 'passkeys/public-key.test.ts', 'passkeys/verified-alone.test.ts', 'passkeys/meanwhile.test.ts', 'passkeys', 'passwords/conditional.test.ts'],
}

/** The folder of this run, which the two configurations read. */
export const noun = process.env.MUTATED_NOUN ?? 'totp'
