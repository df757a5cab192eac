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
