'use client'

import { knowsPasskeys } from '#app/_ui/passkeys/passkey-ceremony.ts'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'

/** Tells whether this browser can use passkeys here, and whether the address is to blame if not. Assumed until it is known. */
export function usePasskeyAbility(): { able: boolean; secure: boolean } {
  const able = useBrowserFact(knowsPasskeys, true)
  const secure = useBrowserFact(() => window.isSecureContext, true)
  return { able, secure }
}
