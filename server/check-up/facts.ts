import type { Email } from '#db/emails.ts'
import type { Passkey } from '#db/passkeys.ts'
import type { Totp } from '#db/totp.ts'
import { mailboxProof } from '#server/custody/email-age.ts'

/** The ways in that an account has. */
export type AccountFacts = {
  /** `copied`: the counter of the passkey went backwards, so somebody may have copied it. */
  passkeys: { name: string; synced: boolean; copied: boolean }[]
  /** The authenticator app lets the person in: it is on, and not suspended. */
  totp: boolean
  totpSuspended: boolean
  codesLeft: number
  password: boolean
  addresses: number
  /** The addresses that can recover the account: all but those added lately. */
  settledAddresses: number
  /** Somebody asked to recover the account, and it is not over. */
  recovering: boolean
}

type Rows = {
  passkeys: Pick<Passkey, 'name' | 'backupState' | 'regressedAt'>[]
  app: Pick<Totp, 'suspendedAt'> | undefined
  codesLeft: number
  password: boolean
  addresses: Email[]
  recovering: boolean
}

/** Returns what a check-up judges, from the rows of an account. */
export function factsOf({ passkeys, app, addresses, ...facts }: Rows, now: number): AccountFacts {
  return {
    ...facts,
    passkeys: passkeys.map(({ name, backupState, regressedAt }) => ({
      name,
      synced: backupState,
      copied: regressedAt !== null,
    })),
    totp: app?.suspendedAt === null,
    totpSuspended: app !== undefined && app.suspendedAt !== null,
    addresses: addresses.length,
    settledAddresses: addresses.filter((email) => mailboxProof(email, now).settled).length,
  }
}

/** Returns the facts without passkeys that somebody else may have, because those are no help. */
export function withoutCopied(facts: AccountFacts): AccountFacts {
  return { ...facts, passkeys: facts.passkeys.filter(({ copied }) => !copied) }
}
