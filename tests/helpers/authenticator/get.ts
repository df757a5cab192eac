import { type KeyObject, createHash } from 'node:crypto'
import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/server'
import { sign } from './algorithms.ts'
import { type AuthenticatorDataTwist, authenticatorData } from './authenticator-data.ts'
import { type ClientDataTwist, clientDataJSON } from './client-data.ts'
import { type Passkey, choosePasskey } from './passkeys.ts'
import type { Settings } from './settings.ts'

/** Deviations of a hostile client from an honest sign-in; what is signed includes each of them. */
export type AuthenticationTwist = ClientDataTwist &
  AuthenticatorDataTwist & {
    /** Uses this passkey, even if the site asked for another. */
    passkey?: Passkey
    /** Signs with another key of the same algorithm. */
    privateKey?: KeyObject
    signature?: (honest: Buffer, signed: Buffer) => Buffer
    /** The id and rawId on the outside, when they should name another passkey. */
    outerId?: Buffer
    /** Another user handle, or none at all. */
    userHandle?: Buffer | null
    /** Replaces the JSON that is sent, with any shape. */
    response?: (honest: AuthenticationResponseJSON) => unknown
  }

/** Signs in with a passkey. Refuses, as a browser does, when none fits the request. */
export function getAssertion(
  settings: Settings,
  held: Passkey[],
  options: PublicKeyCredentialRequestOptionsJSON,
  twist: AuthenticationTwist,
): AuthenticationResponseJSON {
  const passkey = twist.passkey ?? choosePasskey(held, options.rpId ?? settings.rpId, options.allowCredentials)
  if (settings.counter === 'counting') passkey.signCount += 1

  const clientData = clientDataJSON(
    { type: 'webauthn.get', challenge: options.challenge, origin: settings.origin, crossOrigin: false },
    twist,
  )
  const authData = authenticatorData(
    {
      rpId: options.rpId ?? settings.rpId,
      flags: { uv: settings.userVerified, be: passkey.backupEligible, bs: passkey.backupState },
      signCount: passkey.signCount,
    },
    twist,
  )
  const signed = Buffer.concat([authData, createHash('sha256').update(clientData).digest()])
  const signature = sign(passkey.algorithm, twist.privateKey ?? passkey.privateKey, signed)

  const id = (twist.outerId ?? passkey.credentialId).toString('base64url')
  const userHandle = twist.userHandle === undefined ? passkey.userHandle : twist.userHandle
  const honest: AuthenticationResponseJSON = {
    id,
    rawId: id,
    type: 'public-key',
    authenticatorAttachment: settings.attachment,
    clientExtensionResults: {},
    response: {
      clientDataJSON: clientData.toString('base64url'),
      authenticatorData: authData.toString('base64url'),
      signature: (twist.signature?.(signature, signed) ?? signature).toString('base64url'),
      ...(userHandle && { userHandle: userHandle.toString('base64url') }),
    },
  }
  // The frontier: a hostile response is sent as if it had the right shape.
  return (twist.response ? twist.response(honest) : honest) as AuthenticationResponseJSON
}
