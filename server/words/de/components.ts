import type { Translated } from '#server/words/catalogue.ts'
import type { components as english } from '#server/words/en/components.ts'

export const components: Translated<typeof english> = {
  description: 'Melden Sie sich mit einem Passkey an: Fingerabdruck, Gesicht oder Bildschirmsperre. Ohne Passwort.',
  skip: 'Zum Inhalt springen',
  close: 'Schließen',
  notes: 'Mitteilungen',
  cancel: 'Abbrechen',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyWhat: '{what} kopieren',
  email: 'E-Mail-Adresse',
  continue: 'Weiter',
  willAsk: 'Ihr Gerät fragt nach Fingerabdruck, Gesicht oder Bildschirmsperre.',
  asking: 'Achten Sie auf das Fenster Ihres Browsers oder Geräts.',
  youAreIn: 'Sie sind angemeldet. Einen Moment …',
  progress: 'Fortschritt',
  done: 'Erledigt:',
  sixDigits: 'Sechs Ziffern',
  showPassword: 'Passwort zeigen',
  typeWord: 'Tippen Sie {word}, um fortzufahren',
  wordMissed: 'Bitte tippen Sie das Wort {word}.',
  moment: 'Einen Moment …',
  justNow: 'gerade eben',
  soon: 'in weniger als einer Minute',
  dayAt: '{day} um {hour}',
  noScript:
    'Passkeys brauchen JavaScript: Ihr Browser öffnet sein Passkey-Fenster nur, wenn ein Skript darum bittet. Bitte schalten Sie es für diese Seite ein.',
  notSecure: 'Diese Adresse ist nicht sicher',
  notSecureHint:
    'Browser verwenden Passkeys nur über https oder unter http://localhost auf demselben Rechner. Öffnen Sie diese Seite unter ihrer https-Adresse.',
  noPasskeys: 'Dieser Browser kennt keine Passkeys',
  noPasskeysHint:
    'Öffnen Sie diese Seite in einem aktuellen Chrome, Edge, Firefox oder Safari, oder auf Ihrem Telefon.',
}
