import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { createAuthenticator } from './authenticator.ts'
import { type Algorithm } from './authenticator/algorithms.ts'

export const ORIGIN = 'http://localhost:3000'

export const ALGORITHMS: Algorithm[] = [-7, -257, -8]

const CHALLENGE = randomBytes(32).toString('base64url')

export function creation(
  given: Partial<PublicKeyCredentialCreationOptionsJSON> = {},
): PublicKeyCredentialCreationOptionsJSON {
  return {
    rp: { id: 'localhost', name: 'Latchkey' },
    user: { id: Buffer.from('a random user handle').toString('base64url'), name: 'ada', displayName: 'Ada' },
    challenge: CHALLENGE,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
    ...given,
  }
}

export function request(
  given: Partial<PublicKeyCredentialRequestOptionsJSON> = {},
): PublicKeyCredentialRequestOptionsJSON {
  return { challenge: CHALLENGE, rpId: 'localhost', ...given }
}

export type Credential = Parameters<typeof verifyAuthenticationResponse>[0]['credential']

const expected = {
  expectedChallenge: CHALLENGE,
  expectedOrigin: ORIGIN,
  expectedRPID: 'localhost',
  requireUserVerification: true,
}

export function register(
  response: RegistrationResponseJSON,
  { supportedAlgorithmIDs = [...ALGORITHMS] as number[] } = {},
) {
  return verifyRegistrationResponse({ response, ...expected, supportedAlgorithmIDs })
}

export function authenticate(response: AuthenticationResponseJSON, credential: Credential | undefined) {
  if (!credential) throw new Error('nothing was registered')
  return verifyAuthenticationResponse({ response, ...expected, credential })
}

export async function registered() {
  const authenticator = createAuthenticator({ origin: ORIGIN, counter: 'counting' })
  const { registrationInfo } = await register(authenticator.create(creation()))
  if (!registrationInfo) throw new Error('nothing was registered')
  return { authenticator, credential: registrationInfo.credential }
}
