import type { Translated } from '#server/words/catalogue.ts'
import type { components as english } from '#server/words/en/components.ts'

export const components: Translated<typeof english> = {
  description: 'Melden Sie sich mit einem Passkey an: Fingerabdruck, Gesicht oder Bildschirmsperre. Ohne Passwort.',
  skip: 'Zum Inhalt springen',
  close: 'Schließen',
  notes: 'Mitteilungen',
  undo: 'Rückgängig',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyWhat: '{what} kopieren',
  email: 'E-Mail-Adresse',
  didYouMean: 'Meinten Sie {address}?',
  useThis: 'Diese Adresse nehmen',
  continue: 'Weiter',
  willAsk: 'Ihr Gerät fragt nach Fingerabdruck, Gesicht oder Bildschirmsperre.',
  asking: 'Machen Sie im Fenster Ihres Browsers oder Geräts weiter.',
  youAreIn: 'Sie sind angemeldet. Einen Moment …',
  progress: 'Fortschritt',
  done: 'Erledigt:',
  missed: {
    missing: 'Das fehlt noch. Bitte füllen Sie es aus.',
    unticked: 'Bitte haken Sie das zuerst an.',
    noAddress: 'Das ist keine gültige E-Mail-Adresse.',
    malformed: 'Das hat nicht die richtige Form.',
    tooShort: 'Geben Sie noch einige Zeichen ein.',
    incomplete: 'Das ist noch nicht der ganze Code.',
  },
  codeLater:
    'Für diese Adresse wurden viele Codes angefordert. Darum geht die nächste E-Mail erst später ab: spätestens <time></time>.',
  resend: 'Neuen Code senden',
  resendIn: 'Neuer Code in {seconds, plural, one {# Sekunde} other {# Sekunden}}',
  sentAgain: 'Ein neuer Code ist unterwegs. Hier gilt nur der neueste.',
  otherAddress: 'Andere Adresse verwenden',
  showPassword: 'Passwort anzeigen',
  typeWord: 'Geben Sie {word} ein, um fortzufahren',
  wordMissed: 'Bitte geben Sie das Wort {word} ein.',
  moment: 'Einen Moment …',
  justNow: 'gerade eben',
  soon: 'in weniger als einer Minute',
  dayAt: '{day} um {hour}',
  noScript:
    'Passkeys brauchen JavaScript. Ein Browser öffnet sein Passkey-Fenster nur, wenn ein Skript darum bittet. Bitte schalten Sie JavaScript für diese Seite ein.',
  notSecure: 'Diese Adresse ist nicht sicher',
  notSecureHint:
    'Passkeys funktionieren nur über https oder unter http://localhost auf demselben Rechner. Öffnen Sie diese Seite unter ihrer https-Adresse.',
  noPasskeys: 'Dieser Browser unterstützt keine Passkeys',
  noPasskeysHint:
    'Öffnen Sie diese Seite in einer aktuellen Version von Chrome, Edge, Firefox oder Safari oder auf Ihrem Telefon.',
}
