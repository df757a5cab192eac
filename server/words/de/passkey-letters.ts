import type { Translated } from '#server/words/catalogue.ts'
import type { passkeyLetters as english } from '#server/words/en/passkey-letters.ts'

export const passkeyLetters: Translated<typeof english> = {
  added: 'Der Passkey „{name}“ kam zu Ihrem Konto bei {product} hinzu. Von jetzt an meldet er Sie an.',
  addedNotYou:
    'Melden Sie sich mit einem eigenen Passkey an, entfernen Sie diesen und beenden Sie alle anderen Sitzungen. Erstellen Sie dann neue Backup-Codes.',
  removed:
    'Der Passkey „{name}“ wurde aus Ihrem Konto bei {product} entfernt. Er meldet Sie nicht mehr an, und Sie können ihn auf dem Gerät löschen, das ihn aufbewahrt.',
  removedNotYou:
    'Melden Sie sich an, prüfen Sie die übrigen Passkeys, entfernen Sie unbekannte und beenden Sie alle anderen Sitzungen.',
  regressed:
    'Jemand wollte sich in Ihrem Konto bei {product} mit dem Passkey „{name}“ anmelden. Wir haben das abgelehnt.',
  regressedWhy:
    'Dieser Passkey zählt, wie oft er benutzt wird, und seine Zahl ist zurückgesprungen. Das kann heißen, dass ihn jemand kopiert hat. Es kann auch ein Fehler des Geräts oder Sicherheitsschlüssels sein, der ihn aufbewahrt.',
  regressedHint:
    'Melden Sie sich mit einem anderen Passkey an und sehen Sie sich diesen in Ihrer Liste an, dort ist er markiert. Haben Sie das Gerät noch, und waren Sie es? Dann versuchen Sie es noch einmal. Im Zweifel entfernen Sie den Passkey und erstellen einen neuen.',
  regressedNotYou:
    'Entfernen Sie den Passkey jetzt und beenden Sie alle anderen Sitzungen. Mit diesem Versuch kam niemand hinein.',
  see: 'Ihre Passkeys ansehen',
}
