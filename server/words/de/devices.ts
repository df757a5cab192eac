import type { Translated } from '#server/words/catalogue.ts'
import type { devices as english } from '#server/words/en/devices.ts'

export const devices: Translated<typeof english> = {
  unknownBrowser: 'Unbekannter Browser',
  unknownSystem: 'Unbekanntes System',
  onSystem: '{browser} unter {system}',
  key: 'Sicherheitsschlüssel',
  manager: 'Passwortmanager',
}
