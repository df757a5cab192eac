import { hash } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { isoCBOR, parseAuthenticatorData } from '@simplewebauthn/server/helpers'
import type { NewPasskey, Passkey } from '#db/passkeys.ts'
import type { Config } from '#server/config/config.ts'
import { AppError } from '#server/errors.ts'
import { readClientData } from '#server/passkeys/client-data.ts'
import { algorithmOf, isSignedBy, isSoundKey } from '#server/passkeys/public-key.ts'

export type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
}

/** The only algorithms that are offered and accepted: EdDSA, ES256, RS256 (requirements W4, R20). */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT_MS = 300_000
const MOST_ID_BYTES = 1_023
/** Bytes of authenticator data before the credential id: hash, flags, counter, AAGUID, length of the id. */
const KEY_BEGINS = 32 + 1 + 4 + 16 + 2
const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** The person a passkey is created for. `handle` is the WebAuthn user handle in base64url. */
export type PasskeyOwner = { handle: string; name: string; displayName: string }

export type PasskeyReference = Pick<Passkey, 'credentialId' | 'transports'>

/**
 * Returns the options for creating a passkey: discoverable, with user verification, and on no authenticator that has
 * one of the existing passkeys.
 */
export async function creationOptions(
  config: Config,
  { owner, challenge, existing }: { owner: PasskeyOwner; challenge: string; existing: PasskeyReference[] },
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpID: config.rp.id,
    rpName: config.rp.name,
    userID: bytes(owner.handle),
    userName: owner.name,
    userDisplayName: owner.displayName,
    challenge: bytes(challenge),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: existing.map(descriptor),
  })
}

/**
 * Returns the options for using a passkey: any passkey of this site, or one of those allowed. The type excludes an
 * empty list, because it would allow any passkey (WebAuthn L3 §5.5).
 */
export async function requestOptions(
  config: Config,
  { challenge, allowed }: { challenge: string; allowed: 'any' | [PasskeyReference, ...PasskeyReference[]] },
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  return generateAuthenticationOptions({
    rpID: config.rp.id,
    challenge: bytes(challenge),
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: allowed === 'any' ? [] : allowed.map(descriptor),
  })
}

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

/**
 * The result of verifying an assertion. The cause of a failure goes into the person's activity, never into the answer.
 */
export type Assertion = { verified: true; signCount: number; backupState: boolean } | { verified: false; cause: string }

/** The parts of a passkey that an assertion is verified with. */
export type KnownKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'backupEligible'>

type Expected = { challenge: string; passkey: KnownKey; handle: string; handleRequired: boolean }

/**
 * Verifies an assertion by a known passkey (WebAuthn L3 §7.2), except its counter. The counter matters only if the
 * signature is valid, and the write compares it. The library parses the data; this function makes every decision.
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

  const read = readAuthenticatorData(authenticatorData)
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
  const key = isoCBOR.decodeFirst<Map<number, unknown>>(bytes(passkey.publicKey))
  if (!isSignedBy(key, { signed, signature: bytes(signature) })) return refusal('signature')

  // §7.2 step 19: backup eligibility never changes after the passkey was created.
  if (flags.be !== passkey.backupEligible) return refusal('backup eligibility')
  return { verified: true, signCount: counter, backupState: flags.bs }
}

/** Parses authenticator data (WebAuthn L3 §6.1). Returns undefined if it is incomplete or has bytes left over. */
function readAuthenticatorData(encoded: string): ReturnType<typeof parseAuthenticatorData> | undefined {
  try {
    return parseAuthenticatorData(bytes(encoded))
  } catch {
    return undefined
  }
}

/**
 * Returns whether the attestation object is exactly one CBOR item and the statement of `none` is empty. The library
 * ignores bytes after the item and wrong lengths; encoding the item again reveals both.
 */
function isWellFormed(attestationObject: string): boolean {
  try {
    const encoded = bytes(attestationObject)
    const decoded = isoCBOR.decodeFirst<Map<string, unknown>>(encoded)
    const statement = decoded.get('attStmt')
    const emptyIfNone = decoded.get('fmt') !== 'none' || (statement instanceof Map && statement.size === 0)
    // The same library decoded it a few lines above, so it can encode it.
    return emptyIfNone && Buffer.from(isoCBOR.encode(decoded as Parameters<typeof isoCBOR.encode>[0])).equals(encoded)
  } catch {
    return false
  }
}

/** Returns whether the attested key has exactly these bytes (WebAuthn L3 §6.5.1). */
function holdsKey(attestationObject: Uint8Array<ArrayBuffer>, { at, key }: { at: number; key: Uint8Array }): boolean {
  const authData = isoCBOR.decodeFirst<Map<string, unknown>>(attestationObject).get('authData')
  return authData instanceof Uint8Array && Buffer.from(key).equals(authData.subarray(at, at + key.length))
}

/**
 * Returns the algorithm in the statement of a packed attestation without certificates, and undefined for other
 * attestations.
 */
function selfStatedAlgorithm(attestationObject: Uint8Array<ArrayBuffer>): unknown {
  const attestation = isoCBOR.decodeFirst<Map<string, unknown>>(attestationObject)
  const statement = attestation.get('attStmt')
  return attestation.get('fmt') === 'packed' && statement instanceof Map && !statement.has('x5c')
    ? statement.get('alg')
    : undefined
}

function sha256Of(what: string | Uint8Array): Buffer {
  return hash('sha256', what, 'buffer')
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64url, 'base64url'))
}

function refusal(cause: string): Assertion {
  return { verified: false, cause }
}

function descriptor({ credentialId, transports }: PasskeyReference) {
  // `verifyRegistration` stores known transports only.
  return {
    id: credentialId,
    transports: transports as ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[],
  }
}
