import type { RequestOptions, UsedPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { PasskeyFault } from '#app/_ui/passkeys/passkey-fault.ts'

/** The browser offers what it has at hand, in its own window, or refuses at once (Chromium; proposed for WebAuthn). */
type ImmediateRequest = CredentialRequestOptions & { uiMode: 'immediate' }

/**
 * Uses a passkey that this browser has at hand. Refuses at once and shows nothing if there is none, or if the person did not just
 * press something.
 */
export async function getImmediatePasskey(options: RequestOptions): Promise<UsedPasskey> {
  const request: ImmediateRequest = {
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options as PublicKeyCredentialRequestOptionsJSON),
    uiMode: 'immediate',
  }
  const credential = await navigator.credentials.get(request)
  if (!(credential instanceof PublicKeyCredential)) throw new PasskeyFault('failed')
  // The browser's own answer, in the form that WebAuthn L3 §5.1 gives it.
  return credential.toJSON() as UsedPasskey
}
