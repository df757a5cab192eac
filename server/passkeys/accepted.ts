import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as users from '#db/users.ts'
import type { Config } from '#server/config/config.ts'

/** What the client hands to the Signal API (WebAuthn L3 §5.1.10): the complete list of this account's passkeys, never less. */
export type Accepted = { rpId: string; userHandle: string; credentialIds: string[]; name: string; displayName: string }

/** The passkeys this account accepts, and the names a password manager should show beside them. */
export async function acceptedPasskeys(reader: Reader, config: Config, userId: string): Promise<Accepted> {
  const [user, email, all] = await Promise.all([
    users.find(reader, userId),
    emails.findPrimary(reader, userId),
    passkeys.list(reader, userId),
  ])
  if (!user || !email) throw new Error('An account without a person or a primary address.')
  return {
    rpId: config.rp.id,
    userHandle: user.handle,
    credentialIds: all.map(({ credentialId }) => credentialId),
    ...passkeyNames(user.name, email.address),
  }
}

/** How an account is called where a passkey is chosen: the address, and the person's own name if they gave one. */
export function passkeyNames(name: string, address: string): { name: string; displayName: string } {
  return { name: address, displayName: name || address }
}
