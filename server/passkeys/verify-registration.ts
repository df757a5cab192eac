import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { isoCBOR } from '@simplewebauthn/server/helpers'
import type { NewPasskey } from '#db/passkeys.ts'
import type { Config } from '#server/config/config.ts'
import { AppError } from '#server/errors.ts'
import { readClientData } from '#server/passkeys/client-data.ts'
import { algorithmOf, isSoundKey } from '#server/passkeys/public-key.ts'
import { ALGORITHMS } from '#server/passkeys/webauthn.ts'
import { isWellFormed, holdsKey, selfStatedAlgorithm } from '#server/passkeys/attestation.ts'

const MOST_ID_BYTES = 1_023

/** Bytes of authenticator data before the credential id: hash, flags, counter, AAGUID, length of the id. */
const KEY_BEGINS = 32 + 1 + 4 + 16 + 2

const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** The facts about a new passkey that its registration proved. */
export type Registered = Omit<NewPasskey, 'userId' | 'name'>

/**
 * Verifies a registration (WebAuthn L3 §7.1). Refuses any deviation with `passkey_refused`. With `conditional`, the
 * server requested a passkey without a user gesture, so user presence and user verification are not required here; at
 * sign-in they are.
 */
export async function verifyRegistration(
  config: Config,
  credential: RegistrationResponseJSON,
  { challenge, conditional = false }: { challenge: string; conditional?: boolean },
): Promise<Registered> {
  const refused = new AppError('passkey_refused')
  // §7.1 step 8: an empty challenge is refused, because the library would treat two missing challenges as equal.
  if (challenge === '') throw refused
  // §7.1 steps 5, 6, 10 and 11: strict client data, from our own page and not from a frame in another site.
  const clientData = readClientData(credential.response.clientDataJSON)
  if (!clientData || clientData.crossOrigin || clientData.topOrigin) throw refused
  // §7.1 step 13 and §8.7: the attestation object is exactly one CBOR item, and the statement of `none` is empty.
  if (!isWellFormed(credential.response.attestationObject)) throw refused

  const verified = await verifyRegistrationResponse({
    response: credential,
    expectedChallenge: challenge,
    expectedOrigin: [config.origin, ...config.relatedOrigins],
    expectedRPID: config.rp.id,
    // §7.1 step 15: not required for a conditional passkey.
    requireUserPresence: !conditional,
    // §7.1 step 16: set explicitly, because options and verification have different defaults.
    requireUserVerification: !conditional,
    // §7.1 step 20: the algorithms that were offered.
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined) // The library throws if it cannot parse the answer. That is a refusal too.
  // §7.1 steps 21 to 24: for an invalid attestation the library does not throw, but returns `verified: false`.
  if (!verified?.verified) throw refused

  const { credential: made, aaguid, userVerified, credentialDeviceType, credentialBackedUp } = verified.registrationInfo
  // §7.1 step 25: an id has 1 to 1023 bytes.
  const idBytes = Buffer.from(made.id, 'base64url').length
  if (idBytes < 1 || idBytes > MOST_ID_BYTES) throw refused
  // The id that the client sent must be the attested one, so that nobody registers another person's id.
  if (made.id !== credential.id || credential.id !== credential.rawId) throw refused
  // A weak key would let others sign for its owner.
  const key = isoCBOR.decodeFirst<Map<number, unknown>>(made.publicKey)
  if (!isSoundKey(key)) throw refused
  // §7.1 step 13 for the key: the library re-encodes it, so a key with wrong CBOR lengths must be compared with the
  // original bytes.
  if (!holdsKey(verified.registrationInfo.attestationObject, { at: KEY_BEGINS + idBytes, key: made.publicKey }))
    throw refused
  // §8.2: a self attestation must name the algorithm of its own key.
  const statedAlgorithm = selfStatedAlgorithm(verified.registrationInfo.attestationObject)
  if (statedAlgorithm !== undefined && statedAlgorithm !== algorithmOf(key)) throw refused

  return {
    credentialId: made.id,
    publicKey: Buffer.from(made.publicKey).toString('base64url'),
    signCount: made.counter,
    uvInitialized: userVerified,
    backupEligible: credentialDeviceType === 'multiDevice',
    backupState: credentialBackedUp,
    // §7.1 step 27: the client reports the transports without proof; only known ones are stored.
    transports: [...new Set(credential.response.transports ?? [])].filter((transport) => TRANSPORTS.has(transport)),
    aaguid,
  }
}
