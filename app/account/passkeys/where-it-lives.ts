import type { ShownPasskey } from '#app/_web/own.ts'

type Place = 'provider' | 'synced' | 'copyable' | 'key' | 'device'

/** Where a passkey lives, and what that means for losing a device. */
export function whereItLives({ synced, backupEligible, provider, kind }: ShownPasskey): Place {
  if (synced) return provider ? 'provider' : 'synced'
  if (backupEligible) return 'copyable'
  return kind === 'key' ? 'key' : 'device'
}
