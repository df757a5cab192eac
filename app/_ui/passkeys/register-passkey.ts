import {
  type Accepted,
  type CreatedPasskey,
  type CreationOptions,
  createPasskey,
  signalAccepted,
  signalUnknown,
} from '#app/_ui/passkeys/passkey-ceremony.ts'
import { Problem } from '#app/_ui/api/problem.ts'

/** After these the server will never know the passkey. Any other refusal may be about the moment, and `passkey_taken` means it does. */
const NEVER_KNOWN = new Set([
  'passkey_refused',
  'email_taken',
  'too_many_passkeys',
  'invalid_input',
  'sign_up_closed',
  'invitation_needed',
  'invitation_over',
])

/** Creates a passkey and hands it to the server; if the server refuses it for good, the password manager need not keep it. */
export async function registerPasskey<Answer extends { accepted: Accepted }>(
  options: CreationOptions,
  send: (credential: CreatedPasskey) => Promise<Answer>,
  create = createPasskey,
): Promise<Answer> {
  const credential = await create(options)
  try {
    const registered = await send(credential)
    await signalAccepted(registered.accepted)
    return registered
  } catch (thrown) {
    if (thrown instanceof Problem && NEVER_KNOWN.has(thrown.code))
      await signalUnknown(options.rp.id ?? window.location.hostname, credential.id)
    throw thrown
  }
}
