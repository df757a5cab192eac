import providers from './providers.json' with { type: 'json' }

const NAMES: Record<string, string | undefined> = providers

/**
 * Returns the name of the provider of a passkey by its AAGUID, and undefined if the AAGUID is unknown or all zero. The
 * AAGUID is not verified, so use the name for display only, never for a decision.
 */
export function providerName(aaguid: string): string | undefined {
  return Object.hasOwn(NAMES, aaguid.toLowerCase()) ? NAMES[aaguid.toLowerCase()] : undefined
}
