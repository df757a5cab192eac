import type { Translated } from '#server/words/catalogue.ts'
import type { footer as english } from '#server/words/en/footer.ts'

export const footer: Translated<typeof english> = {
  language: 'Sprache',
  theme: 'Darstellung',
  themes: { system: 'Wie dieses Gerät', light: 'Hell', dark: 'Dunkel' },
  support: 'Hilfe',
  terms: 'Nutzungsbedingungen',
  privacy: 'Datenschutz',
  agree: 'Mit dem Anlegen eines Kontos stimmen Sie den <terms>Nutzungsbedingungen</terms> zu.',
  agreeRead:
    'Mit dem Anlegen eines Kontos stimmen Sie den <terms>Nutzungsbedingungen</terms> zu. In der <privacy>Datenschutzerklärung</privacy> steht, was über Sie gespeichert wird.',
}
