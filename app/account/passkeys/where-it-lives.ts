import { Cloud, type Icon, KeyRound, Smartphone } from '#app/_ui/icons.ts'
import type { ShownPasskey } from '#app/_web/passkeys.ts'

const AWAY = ['usb', 'nfc', 'ble', 'smart-card']

/** Where a passkey lives, in plain words: what that means for losing a device. */
export function whereItLives({ synced, backupEligible, provider, transports }: ShownPasskey): { icon: Icon; words: string } {
  if (synced) return { icon: Cloud, words: provider ? `On all your devices with ${provider.name}` : 'On all devices that share your password manager' }
  if (backupEligible) return { icon: Cloud, words: 'On one device so far; your password manager can copy it to others' }
  const onKey = transports.some((transport) => AWAY.includes(transport)) && !transports.includes('internal')
  return onKey ? { icon: KeyRound, words: 'On a security key' } : { icon: Smartphone, words: 'On one device only' }
}
