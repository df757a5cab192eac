import { createHash, randomBytes } from 'node:crypto'
import type { PublicKeyCredentialCreationOptionsJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { ALGORITHMS, type Algorithm, type KeyPair, isAlgorithm, sign } from './algorithms.ts'
import { type Attestation, type AttestationFacts, attestationObject, noAttestation } from './attestation.ts'
import { type AuthenticatorDataTwist, authenticatorData } from './authenticator-data.ts'
import { encode } from './cbor.ts'
import { type ClientDataTwist, clientDataJSON } from './client-data.ts'
import { type CoseKey, coseKey } from './cose.ts'
import { type Passkey, refuseExcluded } from './passkeys.ts'
import type { Settings } from './settings.ts'

/** Deviations of a hostile client from an honest registration; what is signed includes each of them. */
export type RegistrationTwist = ClientDataTwist &
  AuthenticatorDataTwist & {
    algorithm?: Algorithm
    keyPair?: KeyPair
    credentialId?: Buffer
    /** The id and rawId on the outside, when they should differ from the attested one. */
    outerId?: Buffer
    aaguid?: string
    /** Alters the attested key, or replaces its bytes altogether. */
    coseKey?: (honest: CoseKey) => CoseKey | Buffer
    attestation?: (facts: AttestationFacts) => Attestation
    /** Alters a signature inside the attestation statement. */
    signature?: (honest: Buffer, signed: Buffer) => Buffer
    attestationObject?: (honest: Buffer, attestation: Attestation, authenticatorData: Buffer) => Buffer
    ignoreExcluded?: boolean
    /** Replaces the JSON that is sent, with any shape. */
    response?: (honest: RegistrationResponseJSON) => unknown
  }

/** Makes a passkey and the response that registers it. Refuses what an honest authenticator would. */
export function createPasskey(
  settings: Settings,
  held: Passkey[],
  options: PublicKeyCredentialCreationOptionsJSON,
  twist: RegistrationTwist,
): { passkey: Passkey; response: RegistrationResponseJSON } {
  if (!twist.ignoreExcluded) refuseExcluded(held, options.excludeCredentials)
  const passkey = mint(settings, options, twist)

  const clientData = clientDataJSON(
    { type: 'webauthn.create', challenge: options.challenge, origin: settings.origin, crossOrigin: false },
    twist,
  )
  const authData = authenticatorData(
    {
      rpId: passkey.rpId,
      flags: { uv: settings.userVerified, be: passkey.backupEligible, bs: passkey.backupState },
      signCount: passkey.signCount,
      attested: {
        aaguid: twist.aaguid ?? settings.aaguid,
        credentialId: passkey.credentialId,
        coseKey: attestedKey(passkey, twist),
      },
    },
    twist,
  )
  const attestation = (twist.attestation ?? noAttestation)({
    authenticatorData: authData,
    clientDataHash: createHash('sha256').update(clientData).digest(),
    algorithm: passkey.algorithm,
    sign: (data) => {
      const honest = sign(passkey.algorithm, passkey.privateKey, data)
      return twist.signature ? twist.signature(honest, data) : honest
    },
  })
  const wrapped = attestationObject(attestation, authData)

  const id = (twist.outerId ?? passkey.credentialId).toString('base64url')
  const honest: RegistrationResponseJSON = {
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: settings.attachment,
    clientExtensionResults: options.extensions?.credProps ? { credProps: { rk: true } } : {},
    response: {
      clientDataJSON: clientData.toString('base64url'),
      attestationObject: (twist.attestationObject?.(wrapped, attestation, authData) ?? wrapped).toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      transports: settings.transports,
      publicKeyAlgorithm: passkey.algorithm,
      publicKey: passkey.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url'),
    },
  }
  // The frontier: a hostile response is sent as if it had the right shape.
  return { passkey, response: (twist.response ? twist.response(honest) : honest) as RegistrationResponseJSON }
}

function mint(settings: Settings, options: PublicKeyCredentialCreationOptionsJSON, twist: RegistrationTwist): Passkey {
  const algorithm = twist.algorithm ?? chooseAlgorithm(settings, options)
  return {
    ...(twist.keyPair ?? ALGORITHMS[algorithm].generate()),
    algorithm,
    credentialId: twist.credentialId ?? randomBytes(32),
    rpId: options.rp.id ?? settings.rpId,
    userHandle: Buffer.from(options.user.id, 'base64url'),
    signCount: settings.counter === 'counting' ? 1 : 0,
    backupEligible: settings.backupEligible,
    backupState: settings.backupState,
  }
}

function chooseAlgorithm(settings: Settings, { pubKeyCredParams }: PublicKeyCredentialCreationOptionsJSON): Algorithm {
  const offered = pubKeyCredParams.map(({ alg }) => alg).filter(isAlgorithm)
  const chosen = settings.algorithm ? offered.find((id) => id === settings.algorithm) : offered[0]
  if (!chosen) throw new DOMException('none of the offered algorithms is at hand', 'NotSupportedError')
  return chosen
}

function attestedKey(passkey: Passkey, twist: RegistrationTwist): Buffer {
  const honest = coseKey(passkey.publicKey, passkey.algorithm)
  const key = twist.coseKey ? twist.coseKey(honest) : honest
  return Buffer.isBuffer(key) ? key : encode(key)
}
