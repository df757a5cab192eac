import type { Passkey } from '#db/passkeys.ts'
import type { AuthenticationResponseJSON } from '#server/passkeys/webauthn.ts'

/**
 * A passkey of nobody, checked when an unknown one is presented, so that "unknown" takes as long as "wrong". Its key is the public
 * example of RFC 7515 appendix A.3, as COSE.
 */
const passkey: Passkey = {
  id: '',
  userId: '',
  credentialId: '',
  publicKey: Buffer.concat([
    Buffer.from('a5010203262001215820', 'hex'),
    Buffer.from('f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU', 'base64url'),
    Buffer.from('225820', 'hex'),
    Buffer.from('x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0', 'base64url'),
  ]).toString('base64url'),
  signCount: 0,
  uvInitialized: true,
  backupEligible: true,
  backupState: true,
  transports: [],
  aaguid: '',
  name: '',
  createdAt: 0,
  lastUsedAt: null,
  regressedAt: null,
}

/** The decoy for an assertion by an unknown passkey: everything fits but the signature. */
export function decoyFor({ id, response }: AuthenticationResponseJSON): { passkey: Passkey; handle: string } {
  return { passkey: { ...passkey, credentialId: id }, handle: response.userHandle ?? '' }
}
