import type { Translated } from '#server/words/catalogue.ts'
import type { passkeyLetters as english } from '#server/words/en/passkey-letters.ts'

export const passkeyLetters: Translated<typeof english> = {
  added: 'Der Passkey „{name}“ wurde zu Ihrem Konto bei {product} hinzugefügt. Man kann sich jetzt damit anmelden.',
  addedNotYou:
    'Melden Sie sich mit einem eigenen Passkey an, entfernen Sie diesen und melden Sie sich überall sonst ab. Erstellen Sie dann neue Backup-Codes.',
  removed:
    'Der Passkey „{name}“ wurde aus Ihrem Konto bei {product} entfernt. Man kann sich nicht mehr damit anmelden. Sie können ihn auf dem Gerät löschen, auf dem er gespeichert ist.',
  removedNotYou:
    'Melden Sie sich an und prüfen Sie die übrigen Passkeys. Entfernen Sie unbekannte und melden Sie sich überall sonst ab.',
  regressed:
    'Jemand wollte sich in Ihrem Konto bei {product} mit dem Passkey „{name}“ anmelden. Wir haben das abgelehnt.',
  regressedWhy:
    'Dieser Passkey zählt, wie oft er benutzt wird, und sein Zähler ist rückwärts gelaufen. Vielleicht hat ihn jemand kopiert. Es kann auch ein Fehler des Geräts oder Sicherheitsschlüssels sein, auf dem er gespeichert ist.',
  regressedHint:
    'Melden Sie sich mit einem anderen Passkey an und sehen Sie sich diesen in Ihrer Liste an, dort ist er markiert. Wenn Sie das Gerät noch haben und es selbst waren, versuchen Sie es noch einmal. Im Zweifel entfernen Sie den Passkey und erstellen einen neuen.',
  regressedNotYou:
    'Entfernen Sie den Passkey jetzt und melden Sie sich überall sonst ab. Mit diesem Versuch kam niemand hinein.',
  see: 'Ihre Passkeys ansehen',
}
