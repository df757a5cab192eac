import providers from './providers.json' with { type: 'json' }

const NAMES: Record<string, string | undefined> = providers

/**
 * The name of the provider that made a passkey, by its AAGUID; nothing when it is unknown or all zero. Nobody has vouched for it:
 * for display, never for a decision.
 */
export function providerName(aaguid: string): string | undefined {
  return Object.hasOwn(NAMES, aaguid.toLowerCase()) ? NAMES[aaguid.toLowerCase()] : undefined
}
