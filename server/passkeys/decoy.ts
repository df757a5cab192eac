import type { AuthenticationResponseJSON } from '#server/passkeys/webauthn.ts'
import type { KnownKey } from '#server/passkeys/verify-assertion.ts'

/** A key that belongs to no passkey: the public example of RFC 7515 appendix A.3, as COSE. */
const PUBLIC_KEY = Buffer.concat([
  Buffer.from('a5010203262001215820', 'hex'),
  Buffer.from('f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', 'base64url'),
  Buffer.from('225820', 'hex'),
  Buffer.from('x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0', 'base64url'),
]).toString('base64url')

/**
 * Returns a passkey that matches an assertion in everything but the signature. Assertions by unknown passkeys are
 * verified with it, so that "unknown" takes as long as "wrong".
 */
export function decoyFor({ id, response }: AuthenticationResponseJSON): { passkey: KnownKey; handle: string } {
  return {
    passkey: { credentialId: id, publicKey: PUBLIC_KEY, backupEligible: true },
    handle: response.userHandle ?? '',
  }
}
