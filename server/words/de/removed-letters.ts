import type { Translated } from '#server/words/catalogue.ts'
import type { removedLetters as english } from '#server/words/en/removed-letters.ts'

export const removedLetters: Translated<typeof english> = {
  kept: 'Was entfernt oder ersetzt wurde, bleibt sieben Tage aufgehoben. Bis {until} können Sie es auf der Seite Ihres Kontos zurückholen.',
  takesBack:
    'Bis dahin kann auch, wer es hat, damit das Konto zurückholen. Wenn es jemand anderes hat, entfernen Sie es dort endgültig.',
  'way-in-brought-back':
    '{way, select, passkey {Der Passkey „{name}“} totp {Die Authenticator-App} backup_codes {Die Backup-Codes} other {Das Passwort}} {way, select, backup_codes {gehören} other {gehört}} wieder zu Ihrem Konto bei {product}. {way, select, passkey {Man kann sich wieder damit anmelden.} other {Was an die Stelle getreten war, gilt nicht mehr.}}',
  'way-in-removed-for-good':
    '{way, select, passkey {Mit dem Passkey „{name}“} totp {Mit der entfernten Authenticator-App} backup_codes {Mit den entfernten Backup-Codes} other {Mit dem entfernten Passwort}} kann niemand mehr Ihr Konto bei {product} zurückholen. Jemand hat das mit einem anderen Zugang und einem Code aus einem Ihrer Postfächer bestätigt.',
  stillBack:
    'Bis {until} können Sie den Zugang auf der Seite Ihres Kontos mit jedem anderen zurückholen, der alt genug ist.',
  takeBackByPasskey:
    'Melden Sie sich trotzdem mit diesem Passkey an: Wir fragen dann, ob Sie das Konto zurückholen wollen. Alle anderen werden abgemeldet, und was sie hinzugefügt haben, geht. Wenn Sie ihn nicht mehr haben, melden Sie sich mit einem anderen an, holen Sie zurück, was Ihnen gehört, und melden Sie sich überall sonst ab.',
  takeBackByCode:
    'Gehen Sie zu {page}, weisen Sie Ihr Postfach nach und geben Sie einen der alten Codes ein: Wir fragen dann, ob Sie das Konto zurückholen wollen. Oder melden Sie sich mit Ihrem Passkey an, holen Sie zurück, was Ihnen gehört, und melden Sie sich überall sonst ab.',
  see: 'Ihre Zugänge ansehen',
  notYou:
    'Jemand hat einen Ihrer Zugänge. Melden Sie sich mit einem eigenen an, holen Sie zurück, was Ihnen gehört, entfernen Sie, was Sie nicht kennen, und melden Sie sich überall sonst ab.',
}
