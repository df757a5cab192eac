import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import type { Passkey } from '#db/passkeys.ts'
import type { Config } from '#server/config/config.ts'
import { bytes } from '#server/passkeys/attestation.ts'

export type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
}

/** The only algorithms that are offered and accepted: EdDSA, ES256, RS256 (requirements W4, R20). */
export const ALGORITHMS = [-8, -7, -257]

const TIMEOUT_MS = 300_000

/** The person a passkey is created for. `handle` is the WebAuthn user handle in base64url. */
type PasskeyOwner = { handle: string; name: string; displayName: string }

export type PasskeyReference = Pick<Passkey, 'credentialId' | 'transports'>

type Creation = { owner: PasskeyOwner; challenge: string; existing: PasskeyReference[]; elsewhere?: boolean }

/**
 * Returns the options for creating a passkey: discoverable, with user verification, and on no authenticator that has
 * one of the existing passkeys. `elsewhere`: on a phone or a security key instead of this device.
 */
export async function creationOptions(
  config: Config,
  { owner, challenge, existing, elsewhere = false }: Creation,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const options = await generateRegistrationOptions({
    rpID: config.rp.id,
    rpName: config.rp.name,
    userID: bytes(owner.handle),
    userName: owner.name,
    userDisplayName: owner.displayName,
    challenge: bytes(challenge),
    timeout: TIMEOUT_MS,
    attestationType: 'none',
    authenticatorSelection: {
      residentKey: 'required',
      userVerification: 'required',
      // WebAuthn L3 §5.8.7: for browsers that do not know the hints.
      ...(elsewhere && { authenticatorAttachment: 'cross-platform' }),
    },
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: existing.map(descriptor),
  })
  return elsewhere ? { ...options, hints: ['hybrid', 'security-key'] } : options
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

function descriptor({ credentialId, transports }: PasskeyReference) {
  // `verifyRegistration` stores known transports only.
  return {
    id: credentialId,
    transports: transports as ('ble' | 'cable' | 'hybrid' | 'internal' | 'nfc' | 'smart-card' | 'usb')[],
  }
}
