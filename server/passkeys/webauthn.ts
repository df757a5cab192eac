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

/** EdDSA, ES256, RS256: offered and accepted, no others (requirements W4, R20). */
const ALGORITHMS = [-8, -7, -257]
const TIMEOUT_MS = 300_000
const MOST_ID_BYTES = 1_023
/** Bytes of authenticator data before the credential id ends, but for the id itself: hash, flags, counter, AAGUID, length. */
const KEY_BEGINS = 32 + 1 + 4 + 16 + 2
const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** Whom a passkey is made for. `handle` is the WebAuthn user handle in base64url. */
export type PasskeyOwner = { handle: string; name: string; displayName: string }

export type PasskeyReference = Pick<Passkey, 'credentialId' | 'transports'>

/** What a browser needs to make a passkey: discoverable, with user verification, and none this account has already. */
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

/** What a browser needs to use a passkey: any of this site's, or one of those allowed. An empty list would mean any (WebAuthn L3 §5.5). */
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

/** What registration proved about a new passkey. */
export type Registered = Omit<NewPasskey, 'userId' | 'name'>

/**
 * Verifies a registration (WebAuthn L3 §7.1). Refuses everything that is not exactly right with `passkey_refused`. Conditional: the
 * server asked for a passkey to be made without a gesture, so none is asked for here either; at sign-in it is.
 */
export async function verifyRegistration(
  config: Config,
  credential: RegistrationResponseJSON,
  { challenge, conditional = false }: { challenge: string; conditional?: boolean },
): Promise<Registered> {
  const refused = new AppError('passkey_refused')
  // §7.1 step 8: there must be a challenge to compare with; the library takes an absent one for equal to an absent one.
  if (challenge === '') throw refused
  // §7.1 steps 5, 6, 10 and 11: strict client data, made in our own page and no frame of anybody's.
  const clientData = readClientData(credential.response.clientDataJSON)
  if (!clientData || clientData.crossOrigin || clientData.topOrigin) throw refused
  // §7.1 step 13 and §8.7: the attestation object is exactly one CBOR item, and `none` states nothing.
  if (!isWellFormed(credential.response.attestationObject)) throw refused

  const verified = await verifyRegistrationResponse({
    response: credential,
    expectedChallenge: challenge,
    expectedOrigin: [config.origin, ...config.relatedOrigins],
    expectedRPID: config.rp.id,
    // §7.1 step 15: waived for a conditional one alone.
    requireUserPresence: !conditional,
    // §7.1 step 16: stated, because options and verification have different defaults.
    requireUserVerification: !conditional,
    // §7.1 step 20: the list that was offered.
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => undefined) // The library throws on whatever it cannot read: a refusal all the same.
  // §7.1 steps 21 to 24: an answer without `verified` is a refusal, not an exception.
  if (!verified?.verified) throw refused

  const { credential: made, aaguid, userVerified, credentialDeviceType, credentialBackedUp } = verified.registrationInfo
  // §7.1 step 25: an id has 1 to 1023 bytes.
  const idBytes = Buffer.from(made.id, 'base64url').length
  if (idBytes < 1 || idBytes > MOST_ID_BYTES) throw refused
  // The id the client claims is the one the authenticator attested: nobody registers another person's id.
  if (made.id !== credential.id || credential.id !== credential.rawId) throw refused
  // The key is one that only its owner can sign for.
  const key = isoCBOR.decodeFirst<Map<number, unknown>>(made.publicKey)
  if (!isSoundKey(key)) throw refused
  // §7.1 step 13 once more: the library hands out the key as it would write it, whatever lengths the bytes themselves promise.
  if (!holdsKey(verified.registrationInfo.attestationObject, { at: KEY_BEGINS + idBytes, key: made.publicKey }))
    throw refused
  // §8.2: a passkey that vouches for itself names the algorithm of its own key.
  const statedAlgorithm = selfStatedAlgorithm(verified.registrationInfo.attestationObject)
  if (statedAlgorithm !== undefined && statedAlgorithm !== algorithmOf(key)) throw refused

  return {
    credentialId: made.id,
    publicKey: Buffer.from(made.publicKey).toString('base64url'),
    signCount: made.counter,
    uvInitialized: userVerified,
    backupEligible: credentialDeviceType === 'multiDevice',
    backupState: credentialBackedUp,
    // §7.1 step 27: transports are the client's word; only the known ones are kept.
    transports: [...new Set(credential.response.transports ?? [])].filter((transport) => TRANSPORTS.has(transport)),
    aaguid,
  }
}

/** What an assertion proved, or why it proved nothing. The cause is for the person's own record, never for the answer. */
export type Assertion = { verified: true; signCount: number; backupState: boolean } | { verified: false; cause: string }

/** What an assertion is held against: of the passkey, what its key proves. */
export type KnownKey = Pick<Passkey, 'credentialId' | 'publicKey' | 'backupEligible'>

type Expected = { challenge: string; passkey: KnownKey; handle: string; handleRequired: boolean }

/**
 * Verifies an assertion by a known passkey (WebAuthn L3 §7.2), all but its counter: a counter that went backwards means something
 * only when the signature is right, and only the write decides it. The library reads, and here it is judged.
 */
export function verifyAssertion(
  config: Config,
  credential: AuthenticationResponseJSON,
  { challenge, passkey, handle, handleRequired }: Expected,
): Assertion {
  const { clientDataJSON, authenticatorData, signature, userHandle } = credential.response
  // §7.2 step 6: the passkey that was looked up is the one that signed, and it belongs to the account the user handle names.
  if (credential.id !== passkey.credentialId || credential.rawId !== credential.id) return refusal('credential id')
  if (userHandle === undefined ? handleRequired : userHandle !== handle) return refusal('user handle')

  // §7.2 steps 8 and 9: strict client data.
  const clientData = readClientData(clientDataJSON)
  if (!clientData) return refusal('client data')
  // §7.2 step 10.
  if (clientData.type !== 'webauthn.get') return refusal('type')
  // §7.2 step 11, as at registration: there must be a challenge to compare with.
  if (challenge === '' || clientData.challenge !== challenge) return refusal('challenge')
  // §7.2 steps 12 to 14: made in our own page and no frame of anybody's.
  if (![config.origin, ...config.relatedOrigins].some((origin) => origin === clientData.origin))
    return refusal('origin')
  if (clientData.crossOrigin || clientData.topOrigin) return refusal('cross-origin')

  const read = readAuthenticatorData(authenticatorData)
  if (!read) return refusal('authenticator data')
  const { rpIdHash, flags, counter } = read
  // §7.2 step 15.
  if (!sha256Of(config.rp.id).equals(rpIdHash)) return refusal('RP ID')
  // §7.2 steps 16 and 17: somebody was there, and it was the owner.
  if (!flags.up) return refusal('user presence')
  if (!flags.uv) return refusal('user verification')
  // §7.2 step 18.
  if (flags.bs && !flags.be) return refusal('backup state')

  // §7.2 steps 20 and 21.
  const signed = Buffer.concat([bytes(authenticatorData), sha256Of(bytes(clientDataJSON))])
  const key = isoCBOR.decodeFirst<Map<number, unknown>>(bytes(passkey.publicKey))
  if (!isSignedBy(key, { signed, signature: bytes(signature) })) return refusal('signature')

  // §7.2 step 19: whether a passkey can be backed up is settled when it is made.
  if (flags.be !== passkey.backupEligible) return refusal('backup eligibility')
  return { verified: true, signCount: counter, backupState: flags.bs }
}

/** What the library makes of authenticator data (WebAuthn L3 §6.1), or nothing if it is not whole, or more than that. */
function readAuthenticatorData(encoded: string): ReturnType<typeof parseAuthenticatorData> | undefined {
  try {
    return parseAuthenticatorData(bytes(encoded))
  } catch {
    return undefined
  }
}

/** The library stops reading where an item ends and forgives lengths that promise too much; writing it again shows both. */
function isWellFormed(attestationObject: string): boolean {
  try {
    const encoded = bytes(attestationObject)
    const decoded = isoCBOR.decodeFirst<Map<string, unknown>>(encoded)
    const statement = decoded.get('attStmt')
    const emptyIfNone = decoded.get('fmt') !== 'none' || (statement instanceof Map && statement.size === 0)
    // Decoded by the same library a line above, so it is something that can be encoded.
    return emptyIfNone && Buffer.from(isoCBOR.encode(decoded as Parameters<typeof isoCBOR.encode>[0])).equals(encoded)
  } catch {
    return false
  }
}

/** True if these very bytes stand where the attested key should (WebAuthn L3 §6.5.1). */
function holdsKey(attestationObject: Uint8Array<ArrayBuffer>, { at, key }: { at: number; key: Uint8Array }): boolean {
  const authData = isoCBOR.decodeFirst<Map<string, unknown>>(attestationObject).get('authData')
  return authData instanceof Uint8Array && Buffer.from(key).equals(authData.subarray(at, at + key.length))
}

/** The algorithm a packed attestation without certificates states; nothing for every other one. */
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
  // Kept from a list of known words by `verifyRegistration`.
  return {
    id: credentialId,
    transports: transports as ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[],
  }
}
