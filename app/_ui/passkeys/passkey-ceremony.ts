import {
  type AuthenticationResponseJSON,
  browserSupportsWebAuthn,
  browserSupportsWebAuthnAutofill,
  getBrowserCapabilities,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  sendSignal,
  startAuthentication,
  startRegistration,
  WebAuthnAbortService,
} from '@simplewebauthn/browser'
import { PasskeyFault, type PasskeyFaultKind } from '#app/_ui/passkeys/passkey-fault.ts'

export type CreationOptions = PublicKeyCredentialCreationOptionsJSON
export type RequestOptions = PublicKeyCredentialRequestOptionsJSON
export type CreatedPasskey = Plain<RegistrationResponseJSON>
export type UsedPasskey = Plain<AuthenticationResponseJSON>

/** What extensions said, as the plain object it is sent as. */
type Plain<Credential> = Omit<Credential, 'clientExtensionResults'> & {
  clientExtensionResults: Record<string, unknown>
}

/** What the server says this account accepts, to be told to the password manager. */
export type Accepted = { rpId: string; userHandle: string; credentialIds: string[]; name: string; displayName: string }

/** How long a page waits for the password manager to hear a signal (milliseconds). */
const PATIENCE = 800
/** How long a password manager may take to create a passkey by itself (milliseconds). */
const MOMENT = 1_200

/** Tells whether this browser knows passkeys at all. */
export function knowsPasskeys(): boolean {
  return browserSupportsWebAuthn()
}

/** Tells whether this browser offers passkeys in the list under a field. */
export function knowsAutofill(): Promise<boolean> {
  return browserSupportsWebAuthnAutofill().catch(() => false)
}

/** Opens the browser's window to create a passkey. Replaces any request still pending. */
export function createPasskey(options: CreationOptions): Promise<CreatedPasskey> {
  return startRegistration({ optionsJSON: options }).then(plain, explain('notCreated'))
}

/** Tells whether this browser lets a password manager create a passkey by itself after a password was used (WebAuthn L3 §5.1.3). */
export async function knowsAutoCreate(): Promise<boolean> {
  const known = await getBrowserCapabilities().catch(() => undefined)
  return known?.conditionalCreate === 'supported'
}

/** Lets the password manager create a passkey by itself, without a window. Given up when it takes longer than a person would wait. */
export async function autoCreatePasskey(options: CreationOptions): Promise<CreatedPasskey> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const tooLong = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => {
      cancelPasskey()
      refuse(new PasskeyFault('cancelled'))
    }, MOMENT)
  })
  const created = startRegistration({ optionsJSON: options, useAutoRegister: true }).then(plain, explain('notCreated'))
  return Promise.race([created, tooLong]).finally(() => clearTimeout(timer))
}

/** Opens the browser's window to use a passkey. Replaces any request still pending. */
export async function getPasskey(options: RequestOptions): Promise<UsedPasskey> {
  // An autofill request that is just starting asks the browser the same question first: once it is answered, that one is replaced.
  await knowsAutofill()
  return startAuthentication({ optionsJSON: options }).then(plain, explain('notUsed'))
}

/** Waits, without a window, until a passkey is picked from the list under a field. Replaces any request still pending. */
export function awaitAutofill(options: RequestOptions): Promise<UsedPasskey> {
  return startAuthentication({ optionsJSON: options, useBrowserAutofill: true }).then(plain, explain('notUsed'))
}

/** Ends the pending request, if there is one. */
export function cancelPasskey(): void {
  WebAuthnAbortService.cancelCeremony()
}

/** Tells the password manager that this site will never accept this passkey: it may hide or delete it. */
export function signalUnknown(rpId: string, credentialId: string): Promise<void> {
  return patiently([sendSignal({ signalName: 'unknownCredential', rpID: rpId, credentialID: credentialId })])
}

/** Tells the password manager which passkeys this account has, and how to name them. Only with the server's complete list. */
export function signalAccepted({
  rpId: rpID,
  userHandle: userID,
  credentialIds,
  name,
  displayName,
}: Accepted): Promise<void> {
  return patiently([
    sendSignal({ signalName: 'allAcceptedCredentials', rpID, userID, allAcceptedCredentialIDs: credentialIds }),
    sendSignal({ signalName: 'currentUserDetails', rpID, userID, userName: name, userDisplayName: displayName }),
  ])
}

/** Signals are a courtesy: a browser that knows none of them, fails or takes its time holds nothing up. */
async function patiently(signals: Promise<unknown>[]): Promise<void> {
  await Promise.race([Promise.allSettled(signals), new Promise((done) => setTimeout(done, PATIENCE))])
}

function plain<Credential extends { clientExtensionResults: object }>({
  clientExtensionResults,
  ...credential
}: Credential): Plain<Credential> {
  return { ...credential, clientExtensionResults: { ...clientExtensionResults } }
}

const KINDS: Record<string, PasskeyFaultKind> = {
  AbortError: 'cancelled',
  InvalidStateError: 'already',
  ConstraintError: 'unsupported',
  NotSupportedError: 'unsupported',
  SecurityError: 'wrongPlace',
}

/** Makes a fault of what the browser threw. The package wraps it, and carries its name along. */
function explain(notAllowed: 'notUsed' | 'notCreated'): (error: unknown) => never {
  return (error) => {
    if (!browserSupportsWebAuthn()) throw new PasskeyFault('unsupported')
    const name = error instanceof Error ? error.name : ''
    throw new PasskeyFault(name === 'NotAllowedError' ? notAllowed : (KINDS[name] ?? 'failed'))
  }
}
