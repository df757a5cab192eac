import { answer, api } from '#app/_ui/api/api.ts'
import { getPasskey } from '#app/_ui/passkeys/passkey-ceremony.ts'
import type { Touch } from '#server/touches.ts'

/**
 * Confirms with one of the account’s passkeys, for one act if one is named. Returns false if the account has no passkey
 * that can.
 */
export async function touchByPasskey(touch: Partial<Touch>): Promise<boolean> {
  const { ceremony, options } = await answer(api.confirmation.options.$post({ json: touch }))
  if (!ceremony || !options) return false
  const credential = await getPasskey(options)
  await answer(api.confirmation.$post({ json: { ceremony, credential } }))
  return true
}
