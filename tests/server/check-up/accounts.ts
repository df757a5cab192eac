import type { AccountFacts } from '#server/check-up/facts.ts'
import { wordsIn } from '#server/words/translate.ts'

export const say = wordsIn('en', 'checkUp')

export const SYNCED = { name: 'iCloud', synced: true, copied: false }
export const BOUND = { name: 'Key', synced: false, copied: false }
export const COPIED = { name: 'Old', synced: true, copied: true }

/** An account with one passkey on one device, and nothing else. */
export const BARE: AccountFacts = {
  passkeys: [BOUND],
  totp: false,
  totpSuspended: false,
  codesLeft: 0,
  password: false,
  addresses: 1,
  settledAddresses: 1,
  recovering: false,
}
