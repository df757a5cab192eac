import { hash } from 'node:crypto'
import type { NewPasskey } from '#db/passkeys.ts'
import type { Config } from '#server/config/config.ts'
import { AppError } from '#server/errors.ts'
import { bytes, readAttestation } from '#server/passkeys/attestation.ts'
import { readAuthenticatorData } from '#server/passkeys/authenticator-data.ts'
import { readClientData } from '#server/passkeys/client-data.ts'
import { algorithmOf, isSignedBy, isSoundKey } from '#server/passkeys/public-key.ts'
import { ALGORITHMS, type RegistrationResponseJSON } from '#server/passkeys/webauthn.ts'

const MOST_ID_BYTES = 1_023

const TRANSPORTS = new Set(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])

/** The facts about a new passkey that its registration proved. */
export type Registered = Omit<NewPasskey, 'userId' | 'name'>

type Expected = { challenge: string; conditional?: boolean }

/**
 * Verifies a registration (WebAuthn L3 §7.1). Refuses any deviation with `passkey_refused`. With `conditional`, the
 * server requested a passkey without a user gesture, so user presence and user verification are not required here; at
 * sign-in they are.
 */
export function verifyRegistration(
  config: Config,
  credential: RegistrationResponseJSON,
  expected: Expected,
): Registered {
  const registered = registeredBy(config, credential, expected)
  if (!registered) throw new AppError('passkey_refused')
  return registered
}

function registeredBy(
  config: Config,
  { id, rawId, response }: RegistrationResponseJSON,
  { challenge, conditional = false }: Expected,
): Registered | undefined {
  if (!isFromOurPage(config, response.clientDataJSON, challenge)) return undefined

  // §7.1 step 13: the attestation object, and in it the authenticator data.
  const attestation = readAttestation(response.attestationObject)
  if (!attestation) return undefined
  const data = readAuthenticatorData(attestation.authData)
  if (!data?.attested) return undefined
  const { flags, counter, attested } = data
  // §7.1 step 14.
  if (!sha256Of(config.rp.id).equals(data.rpIdHash)) return undefined
  // §7.1 steps 15 and 16: the person was present and was verified. Not required for a conditional passkey.
  if (!conditional && !(flags.up && flags.uv)) return undefined
  // §7.1 step 17.
  if (flags.bs && !flags.be) return undefined

  // §7.1 step 20: the algorithms that were offered. A weak key would let others sign for its owner.
  const { key, publicKey, credentialId, aaguid } = attested
  if (!ALGORITHMS.some((algorithm) => algorithm === algorithmOf(key)) || !isSoundKey(key)) return undefined
  // §7.1 steps 21 to 24 and §8.2: a self attestation names the algorithm of its own key, which signed it.
  const signed = Buffer.concat([attestation.authData, sha256Of(bytes(response.clientDataJSON))])
  const { self } = attestation
  if (self && (self.algorithm !== algorithmOf(key) || !isSignedBy(key, { signed, signature: self.signature })))
    return undefined

  // §7.1 step 25: an id has 1 to 1023 bytes.
  if (credentialId.length < 1 || credentialId.length > MOST_ID_BYTES) return undefined
  // The id that the client sent must be the attested one, so that nobody registers another person's id.
  if (Buffer.from(credentialId).toString('base64url') !== id || id !== rawId) return undefined

  return {
    credentialId: id,
    publicKey: Buffer.from(publicKey).toString('base64url'),
    signCount: counter,
    uvInitialized: flags.uv,
    backupEligible: flags.be,
    backupState: flags.bs,
    // §7.1 step 27: the client reports the transports without proof; only known ones are stored.
    transports: [...new Set(response.transports ?? [])].filter((transport) => TRANSPORTS.has(transport)),
    aaguid,
  }
}

/** Returns whether the client data is that of a registration with this challenge on our own page. */
function isFromOurPage(config: Config, clientDataJSON: string, challenge: string): boolean {
  // §7.1 steps 5 and 6: strict client data. Members that it does not name are ignored, as at sign-in.
  const clientData = readClientData(clientDataJSON)
  // §7.1 step 7.
  if (clientData?.type !== 'webauthn.create') return false
  // §7.1 step 8: an empty challenge is refused, so that a missing one equals none.
  if (challenge === '' || clientData.challenge !== challenge) return false
  // §7.1 steps 9 to 11: from our own page and not from a frame in another site.
  const isOurs = [config.origin, ...config.relatedOrigins].some((origin) => origin === clientData.origin)
  return isOurs && !clientData.crossOrigin && !clientData.topOrigin
}

function sha256Of(what: string | Uint8Array): Buffer {
  return hash('sha256', what, 'buffer')
}
