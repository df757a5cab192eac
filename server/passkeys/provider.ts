import providers from './providers.json' with { type: 'json' }

/** A password manager, a device or an app on it, or a security key. */
export type Kind = 'manager' | 'platform' | 'key'

export type Provider = { name: string; kind: Kind }

const KINDS: Kind[] = ['manager', 'platform', 'key']
const BY_AAGUID = new Map<string, Provider>(
  KINDS.flatMap((kind) => Object.entries(providers[kind]).map(([aaguid, name]) => [aaguid, { name, kind }] as const)),
)

const REMOVABLE = new Set(['usb', 'nfc', 'ble', 'smart-card'])

/**
 * Returns the provider of a passkey by its AAGUID, and undefined if the AAGUID is unknown or all zero. The AAGUID is not
 * verified, so use name and kind for display only, never for a decision.
 */
export function providerOf(aaguid: string): Provider | undefined {
  return BY_AAGUID.get(aaguid.toLowerCase())
}

/** Returns the kind of a passkey's provider, judged by its flags and transports if the provider is unknown. */
export function kindOf({ aaguid, backupEligible, transports }: Known): Kind {
  const known = providerOf(aaguid)
  if (known) return known.kind
  if (backupEligible) return 'manager'
  const removable = transports.some((transport) => REMOVABLE.has(transport)) && !transports.includes('internal')
  return removable ? 'key' : 'platform'
}

/** What a registration says about where the passkey is stored. */
export type Known = { aaguid: string; backupEligible: boolean; transports: string[] }
