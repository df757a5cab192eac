import { Cloud, type Icon, KeyRound, Smartphone } from '#app/_ui/marks/icons.ts'
import type { ShownPasskey } from '#app/_web/own.ts'

const AWAY = ['usb', 'nfc', 'ble', 'smart-card']

type Place = 'provider' | 'synced' | 'copyable' | 'key' | 'device'

/** Where a passkey lives: what that means for losing a device. */
export function whereItLives({ synced, backupEligible, provider, transports }: ShownPasskey): {
  icon: Icon
  place: Place
} {
  if (synced) return { icon: Cloud, place: provider ? 'provider' : 'synced' }
  if (backupEligible) return { icon: Cloud, place: 'copyable' }
  const onKey = transports.some((transport) => AWAY.includes(transport)) && !transports.includes('internal')
  return onKey ? { icon: KeyRound, place: 'key' } : { icon: Smartphone, place: 'device' }
}
