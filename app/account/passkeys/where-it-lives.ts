import { Cloud, type Icon, KeyRound, Smartphone } from '#app/_ui/marks/icons.ts'
import type { ShownPasskey } from '#app/_web/own.ts'

type Place = 'provider' | 'synced' | 'copyable' | 'namedKey' | 'key' | 'device'

const GLYPHS: Record<ShownPasskey['kind'], Icon> = { manager: Cloud, platform: Smartphone, key: KeyRound }

/** Where a passkey lives: what that means for losing a device, and the glyph of its kind. */
export function whereItLives(passkey: ShownPasskey): { icon: Icon; place: Place } {
  return { icon: GLYPHS[passkey.kind], place: placeOf(passkey) }
}

function placeOf({ synced, backupEligible, provider, kind }: ShownPasskey): Place {
  if (synced) return provider ? 'provider' : 'synced'
  if (backupEligible) return 'copyable'
  if (kind !== 'key') return 'device'
  return provider ? 'namedKey' : 'key'
}
