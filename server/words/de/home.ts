import type { Translated } from '#server/words/catalogue.ts'
import type { home as english } from '#server/words/en/home.ts'

export const home: Translated<typeof english> = {
  yourAccount: 'Ihr Konto',
  signIn: 'Anmelden',
  create: 'Konto anlegen',
  toAccount: 'Zu Ihrem Konto',
  title: 'Melden Sie sich an mit dem, was Sie schon bei sich haben.',
  intro:
    '{name} erkennt Sie an einem Passkey: Fingerabdruck, Gesicht oder Bildschirmsperre. Es gibt kein Passwort, das man erfinden, vergessen oder sich stehlen lassen kann.',
  footer: 'Diesen Server führt sein Betreiber, für seine eigenen Leute. Er fragt keine andere Seite nach irgendetwas.',
  how: 'So geht es',
  steps: {
    make: {
      title: 'Sie erstellen einen Passkey',
      text: 'Ihr Gerät erzeugt ein Schlüsselpaar. Die private Hälfte bleibt bei Ihnen oder in Ihrem Passwortmanager. Wir bewahren die öffentliche auf, die allein nichts öffnet.',
    },
    unlock: {
      title: 'Sie entsperren ihn',
      text: 'Zum Anmelden entsperren Sie Ihr Gerät wie immer. Es antwortet nur genau dieser Seite; ein Nachbau bekommt nichts aus ihm heraus.',
    },
    lose: {
      title: 'Sie dürfen ihn verlieren',
      text: 'Eine Authenticator-App oder ein Backup-Code bringt Sie zurück. Wenn Ihnen nur Ihr Postfach bleibt, gibt es 24 Stunden Wartezeit, die Sie jederzeit stoppen können.',
    },
  },
  knows: 'Was dieser Server über Sie weiß',
  keeps: 'Er bewahrt auf',
  keptAddress: 'Ihre E-Mail-Adresse',
  keptPasskeys: 'Die öffentliche Hälfte jedes Passkeys und den Namen, den Sie ihm gaben',
  keptActivity:
    'Wann und von welchem Browser und welcher Netzadresse Ihr Konto benutzt wurde. Sie können alles davon lesen.',
  never: 'Er bekommt nie',
  neverBody: 'Ihren Fingerabdruck oder Ihr Gesicht',
  neverPrivate: 'Die private Hälfte eines Passkeys',
  neverPassword: 'Ein Passwort, außer Sie setzen selbst eines als Ersatzweg',
  neverTrackers: 'Spuren für andere: Keine Seite hier fragt bei einer fremden nach',
}
