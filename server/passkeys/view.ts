import type { Passkey } from '#db/passkeys.ts'
import { type Device, deviceOf } from '#server/devices/device.ts'
import { type Kind, kindOf, providerOf } from '#server/passkeys/provider.ts'
import type { Language } from '#server/words/language.ts'

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
  /** Where it was used last, if that is known. */
  lastUsedFrom?: { ip: string; device: Device }
  /** When its counter went backwards. The passkey may have been copied. */
  regressedAt?: number
}

/** Returns a passkey for its owner, with the words of their language. */
export function shownPasskey(passkey: Passkey, language: Language): ShownPasskey {
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
    lastUsedFrom: lastUsedFrom(passkey, language),
    regressedAt: passkey.regressedAt ?? undefined,
  }
}

function lastUsedFrom(
  { lastUsedIp: ip, lastUsedUserAgent: userAgent }: Passkey,
  language: Language,
): ShownPasskey['lastUsedFrom'] {
  return ip === null || userAgent === null ? undefined : { ip, device: deviceOf(userAgent, language) }
}
