import { answer, api } from '#app/_ui/api/api.ts'
import { isRefusal } from '#app/_ui/api/is-refusal.ts'
import { endPasskeyOffer, rememberWay } from '#app/_ui/browser/sign-in-memory.ts'
import {
  type RequestOptions,
  signalAccepted,
  signalUnknown,
  type UsedPasskey,
} from '#app/_ui/passkeys/passkey-ceremony.ts'

export type Begun = { ceremony: string; options: RequestOptions }
export type Picked = Begun & { credential: UsedPasskey }

/** Asks the server for the options of a sign-in. */
export async function beginSignIn(): Promise<Begun> {
  return answer(api['sign-in'].options.$post({ json: {} }))
}

/** Signs in with the passkey that was picked, and tells the password manager and this browser what to know of it. */
export async function finishSignIn({ ceremony, options, credential }: Picked): Promise<void> {
  try {
    const { accepted } = await answer(api['sign-in'].$post({ json: { ceremony, credential } }))
    rememberWay('passkey')
    if (credential.authenticatorAttachment === 'platform') endPasskeyOffer()
    await signalAccepted(accepted)
  } catch (thrown) {
    // Only this one refusal means that the passkey is nobody's. Any other may be about the moment, and a signal may delete it.
    if (isRefusal(thrown, 'unknown_passkey'))
      await signalUnknown(options.rpId ?? window.location.hostname, credential.id)
    throw thrown
  }
}
