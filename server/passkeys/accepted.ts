import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as users from '#db/users.ts'
import type { Config } from '#server/config/config.ts'

/**
 * The input of the Signal API in the browser (WebAuthn L3 §5.1.10): always the complete list of the account's passkeys.
 */
export type Accepted = { rpId: string; userHandle: string; credentialIds: string[]; name: string; displayName: string }

/** Returns the passkeys that this account accepts, and the names that a password manager shows beside them. */
export async function acceptedPasskeys(reader: Reader, config: Config, userId: string): Promise<Accepted> {
  const [user, email, all] = await Promise.all([
    users.find(reader, userId),
    emails.findPrimary(reader, userId),
    passkeys.list(reader, userId),
  ])
  if (!user || !email) throw new Error('The account has no person or no primary address.')
  return {
    rpId: config.rp.id,
    userHandle: user.handle,
    credentialIds: all.map(({ credentialId }) => credentialId),
    ...passkeyNames(user.name, email.address),
  }
}

/** Returns the names that a browser shows beside a passkey: the address, and the person's own name if they gave one. */
export function passkeyNames(name: string, address: string): { name: string; displayName: string } {
  return { name: address, displayName: name || address }
}
