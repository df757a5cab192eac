import type { Translated } from '#server/words/catalogue.ts'
import type { home as english } from '#server/words/en/home.ts'

export const home: Translated<typeof english> = {
  yourAccount: 'Ihr Konto',
  signIn: 'Anmelden',
  create: 'Konto anlegen',
  toAccount: 'Zu Ihrem Konto',
  title: 'Melden Sie sich an mit dem, was Sie schon bei sich haben.',
  intro:
    'Bei {name} melden Sie sich mit einem Passkey an: mit Fingerabdruck, Gesicht oder Bildschirmsperre. Sie brauchen kein Passwort, das man vergessen oder sich stehlen lassen kann.',
  footer: 'Der Betreiber führt diesen Server für seine eigenen Nutzer. Die Seiten laden nichts von anderen Seiten.',
  how: 'So funktioniert es',
  steps: {
    make: {
      title: 'Sie erstellen einen Passkey',
      text: 'Ihr Gerät erzeugt ein Schlüsselpaar. Der private Schlüssel bleibt bei Ihnen oder in Ihrem Passwortmanager. Wir speichern den öffentlichen Schlüssel, der allein nichts öffnet.',
    },
    unlock: {
      title: 'Sie entsperren Ihr Gerät',
      text: 'Zum Anmelden entsperren Sie Ihr Gerät wie immer. Der Passkey funktioniert nur auf dieser Seite; eine nachgebaute Seite bekommt nichts.',
    },
    lose: {
      title: 'Sie dürfen ihn verlieren',
      text: 'Eine Authenticator-App oder ein Backup-Code bringt Sie zurück. Wenn Sie nur noch Ihr Postfach haben, gibt es 24 Stunden Wartezeit, und Sie können jederzeit abbrechen.',
    },
  },
  knows: 'Was dieser Server über Sie weiß',
  keeps: 'Er speichert',
  keptAddress: 'Ihre E-Mail-Adresse',
  keptPasskeys: 'Den öffentlichen Schlüssel jedes Passkeys und den Namen, den Sie ihm gaben',
  keptActivity:
    'Wann und von welchem Browser und welcher IP-Adresse Ihr Konto benutzt wurde. Sie können alles davon lesen.',
  keptPassword: 'Wenn Sie selbst ein Passwort als Ersatzzugang festlegen: einen Hash davon, der es nicht verrät',
  never: 'Er bekommt nie',
  neverBody: 'Ihren Fingerabdruck oder Ihr Gesicht',
  neverPrivate: 'Den privaten Schlüssel eines Passkeys',
  neverTrackers: 'Daten von Trackern: Keine Seite hier lädt etwas von einer fremden Seite',
}
