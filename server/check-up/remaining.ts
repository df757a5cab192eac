import type { AccountFacts } from '#server/check-up/facts.ts'

/** What a person signs in with, and `wait`: the recovery by a mailbox, after 24 hours. */
export type Way = 'synced_passkey' | 'passkey' | 'app' | 'codes' | 'password' | 'wait'

export type Lost = 'device' | 'phone' | 'mailbox'

/** Returns the ways of an account, in the order in which they are shown. */
export function ownedWays({ passkeys, totp, codesLeft, password }: AccountFacts): Way[] {
  return chosen({
    synced_passkey: passkeys.some(({ synced }) => synced),
    passkey: passkeys.some(({ synced }) => !synced),
    app: totp,
    codes: codesLeft > 0,
    password,
    wait: true,
  })
}

/**
 * Returns the ways that remain when something is lost. A phone is assumed to hold the authenticator app and every
 * passkey that is not synced. A code alone opens nothing: it goes with the mailbox or the password.
 */
export function remainingWays(facts: AccountFacts, lost: Lost): Way[] {
  const { passkeys, codesLeft, settledAddresses } = facts
  const synced = passkeys.some((passkey) => passkey.synced)
  const bound = passkeys.filter((passkey) => !passkey.synced).length
  const codes = codesLeft > 0
  if (lost === 'mailbox') {
    const withPassword = { app: facts.password && facts.totp, codes: facts.password && codes }
    return chosen({
      synced_passkey: synced,
      passkey: bound > 0,
      ...withPassword,
      password: withPassword.app || withPassword.codes,
      wait: settledAddresses > 1,
    })
  }
  const app = facts.totp && lost === 'device'
  const otherPasskey = lost === 'device' && bound > 1
  return chosen({
    synced_passkey: synced,
    passkey: otherPasskey,
    app,
    codes,
    password: facts.password && (app || codes),
    wait: true,
  })
}

function chosen(ways: Record<Way, boolean>): Way[] {
  return WAYS.filter((way) => ways[way])
}

const WAYS: Way[] = ['synced_passkey', 'passkey', 'app', 'codes', 'password', 'wait']
