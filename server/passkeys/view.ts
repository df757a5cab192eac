import type { Passkey } from '#db/passkeys.ts'
import { providerName } from '#server/passkeys/provider.ts'

/** A passkey as its owner sees it. Times are epoch milliseconds. */
export type ShownPasskey = {
  id: string
  name: string
  /** Who made it, as far as its AAGUID tells. */
  provider?: { name: string }
  /** Its provider keeps copies on the person's other devices. */
  synced: boolean
  /** It could be synced: false means it lives on one device or security key for ever. */
  backupEligible: boolean
  transports: string[]
  createdAt: number
  lastUsedAt?: number
  /** When its counter went backwards, which may mean it was copied. */
  regressedAt?: number
}

export function shownPasskey(passkey: Passkey): ShownPasskey {
  const provider = providerName(passkey.aaguid)
  return {
    id: passkey.id,
    name: passkey.name,
    provider: provider === undefined ? undefined : { name: provider },
    synced: passkey.backupState,
    backupEligible: passkey.backupEligible,
    transports: passkey.transports,
    createdAt: passkey.createdAt,
    lastUsedAt: passkey.lastUsedAt ?? undefined,
    regressedAt: passkey.regressedAt ?? undefined,
  }
}
