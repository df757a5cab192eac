import type { Passkey } from '#db/passkeys.ts'
import { type Kind, kindOf, providerOf } from '#server/passkeys/provider.ts'

/** A passkey as its owner sees it. Times are epoch milliseconds. */
export type ShownPasskey = {
  id: string
  name: string
  /** The provider that the AAGUID names, if it is known. */
  provider?: { name: string }
  /** What kind of provider stores it, as far as its AAGUID, flags and transports tell. */
  kind: Kind
  /** Its provider stores copies on the person's other devices. */
  synced: boolean
  /** It can be synced. False: it stays on one device or security key. */
  backupEligible: boolean
  transports: string[]
  createdAt: number
  lastUsedAt?: number
  /** When its counter went backwards. The passkey may have been copied. */
  regressedAt?: number
}

export function shownPasskey(passkey: Passkey): ShownPasskey {
  const provider = providerOf(passkey.aaguid)
  return {
    id: passkey.id,
    name: passkey.name,
    provider: provider && { name: provider.name },
    kind: kindOf(passkey),
    synced: passkey.backupState,
    backupEligible: passkey.backupEligible,
    transports: passkey.transports,
    createdAt: passkey.createdAt,
    lastUsedAt: passkey.lastUsedAt ?? undefined,
    regressedAt: passkey.regressedAt ?? undefined,
  }
}
