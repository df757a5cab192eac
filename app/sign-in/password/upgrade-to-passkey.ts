import { answer, api } from '#app/_ui/api/api.ts'
import { autoCreatePasskey, knowsAutoCreate } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { registerPasskey } from '#app/_ui/passkeys/register-passkey.ts'

/**
 * Lets the password manager that just filled the password in create a passkey by itself, where it can. A courtesy: whatever goes
 * wrong, the person hears nothing of it and is not held up.
 */
export async function upgradeToPasskey(): Promise<void> {
  try {
    if (!(await knowsAutoCreate())) return
    const { ceremony, options } = await answer(api.passkeys.options.$post({ json: { conditional: true } }))
    await registerPasskey(
      options,
      (credential) => answer(api.passkeys.$post({ json: { ceremony, credential } })),
      autoCreatePasskey,
    )
  } catch {
    // They signed in with a password today, and can again tomorrow.
  }
}
