import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { type RegistrationTwist, createPasskey } from './authenticator/create.ts'
import { type AuthenticationTwist, getAssertion } from './authenticator/get.ts'
import type { Passkey } from './authenticator/passkeys.ts'
import type { Settings } from './authenticator/settings.ts'

export type { AuthenticationTwist, Passkey, RegistrationTwist, Settings }

/** A browser with its passkey provider; settings and passkeys may be changed between ceremonies. */
export type Authenticator = {
  settings: Settings
  passkeys: Passkey[]
  create: (options: PublicKeyCredentialCreationOptionsJSON, twist?: RegistrationTwist) => RegistrationResponseJSON
  get: (options: PublicKeyCredentialRequestOptionsJSON, twist?: AuthenticationTwist) => AuthenticationResponseJSON
}

/** A browser and its passkey provider in software: it really signs, and deviates only where a twist says so. */
export function createAuthenticator(given: Partial<Settings> & { origin: string }): Authenticator {
  const settings: Settings = {
    rpId: new URL(given.origin).hostname,
    aaguid: '00000000-0000-0000-0000-000000000000',
    userVerified: true,
    backupEligible: true,
    backupState: given.backupEligible ?? true,
    counter: 'zero',
    transports: ['internal', 'hybrid'],
    attachment: 'platform',
    ...given,
  }
  const passkeys: Passkey[] = []

  return {
    settings,
    passkeys,
    create(options, twist = {}) {
      const { passkey, response } = createPasskey(settings, passkeys, options, twist)
      passkeys.push(passkey)
      return response
    },
    get(options, twist = {}) {
      return getAssertion(settings, passkeys, options, twist)
    },
  }
}
