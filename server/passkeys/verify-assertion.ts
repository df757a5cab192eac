import { hash } from 'node:crypto'
import type { Passkey } from '#db/passkeys.ts'
import type { Config } from '#server/config/config.ts'
import { readClientData } from '#server/passkeys/client-data.ts'
import { isSignedBy } from '#server/passkeys/public-key.ts'
import { bytes } from '#server/passkeys/attestation.ts'
import { readAuthenticatorData } from '#server/passkeys/authenticator-data.ts'
import { readCborMap } from '#server/passkeys/cbor.ts'
import type { AuthenticationResponseJSON } from '#server/passkeys/webauthn.ts'

/**
 * The result of verifying an assertion. The cause of a failure goes into the person's activity, never into the answer.
 */
export type Assertion = { verified: true; signCount: number; backupState: boolean } | { verified: false; cause: string }

export type Proven = Extract<Assertion, { verified: true }>

/** The parts of a passkey that an assertion is verified with. */
export type KnownKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'backupEligible'>

type Expected = { challenge: string; passkey: KnownKey; handle: string; handleRequired: boolean }

/**
 * Verifies an assertion by a known passkey (WebAuthn L3 §7.2), except its counter. The counter matters only if the
 * signature is valid, and the write compares it. It reads what strangers send without the library.
 */
export function verifyAssertion(
  config: Config,
  credential: AuthenticationResponseJSON,
  { challenge, passkey, handle, handleRequired }: Expected,
): Assertion {
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response
  // §7.2 step 6: the credential id is that of the passkey, and the user handle that of its account.
  if (credential.id !== passkey.credentialId || credential.rawId !== credential.id) return refusal('credential id')
  if (userHandle === undefined ? handleRequired : userHandle !== handle) return refusal('user handle')

  // §7.2 steps 8 and 9: strict client data.
  const clientData = readClientData(clientDataJSON)
  if (!clientData) return refusal('client data')
  // §7.2 step 10.
  if (clientData.type !== 'webauthn.get') return refusal('type')
  // §7.2 step 11: as at registration, an empty challenge is refused.
  if (challenge === '' || clientData.challenge !== challenge) return refusal('challenge')
  // §7.2 steps 12 to 14: from our own page and not from a frame in another site.
  if (![config.origin, ...config.relatedOrigins].some((origin) => origin === clientData.origin))
    return refusal('origin')
  if (clientData.crossOrigin || clientData.topOrigin) return refusal('cross-origin')

  const read = readAuthenticatorData(bytes(authenticatorData))
  if (!read) return refusal('authenticator data')
  const { rpIdHash, flags, counter } = read
  // §7.2 step 15.
  if (!sha256Of(config.rp.id).equals(rpIdHash)) return refusal('RP ID')
  // §7.2 steps 16 and 17: the person was present and was verified.
  if (!flags.up) return refusal('user presence')
  if (!flags.uv) return refusal('user verification')
  // §7.2 step 18.
  if (flags.bs && !flags.be) return refusal('backup state')

  // §7.2 steps 20 and 21.
  const signed = Buffer.concat([bytes(authenticatorData), sha256Of(bytes(clientDataJSON))])
  const key = readCborMap(bytes(passkey.publicKey))
  if (!key || !isSignedBy(key, { signed, signature: bytes(signature) })) return refusal('signature')

  // §7.2 step 19: backup eligibility never changes after the passkey was created.
  if (flags.be !== passkey.backupEligible) return refusal('backup eligibility')
  return { verified: true, signCount: counter, backupState: flags.bs }
}

function sha256Of(what: string | Uint8Array): Buffer {
  return hash('sha256', what, 'buffer')
}

function refusal(cause: string): Assertion {
  return { verified: false, cause }
}
