import type { Translated } from '#server/words/catalogue.ts'
import type { factorLetters as english } from '#server/words/en/factor-letters.ts'

export const factorLetters: Translated<typeof english> = {
  'totp-on':
    'Für Ihr Konto bei {product} wurde eine Authenticator-App eingeschaltet. Ihre Codes helfen Ihnen jetzt hinein, wenn Sie Ihren Passkey nicht dabeihaben.',
  'totp-off':
    'Die Authenticator-App für Ihr Konto bei {product} wurde ausgeschaltet. Ihre Codes gelten nicht mehr. Falls es ein Passwort gab, wurde es auch entfernt.',
  'totp-disabled':
    'Jemand hat für Ihr Konto bei {product} 100 falsche Codes nacheinander eingegeben. Wir nehmen keine Codes aus Ihrer Authenticator-App mehr an, damit niemand einen erraten kann.',
  'totp-disabledHint':
    'Ihre Passkeys gelten wie zuvor. Um die App wieder zu benutzen, melden Sie sich mit einem Passkey an und richten Sie die App neu ein.',
  'backup-codes-made':
    'Für Ihr Konto bei {product} wurden neue Backup-Codes erstellt. Alle älteren gelten nicht mehr. Sie können sie wegwerfen.',
  'backup-code-used': 'Ein Backup-Code Ihres Kontos bei {product} wurde benutzt.',
  left: '{remaining, plural, =0 {Es war der letzte. Erstellen Sie bald neue Backup-Codes.} one {Einer ist übrig. Erstellen Sie bald neue Backup-Codes.} other {# sind übrig.}}',
  'password-set':
    'Für Ihr Konto bei {product} wurde ein Passwort festgelegt. Es gilt nur zusammen mit einem Code aus Ihrer Authenticator-App oder einem Backup-Code.',
  'password-removed': 'Das Passwort Ihres Kontos bei {product} wurde entfernt. Ihre Passkeys gelten wie zuvor.',
  see: 'Ihre Ersatzzugänge ansehen',
  notYou:
    'Melden Sie sich mit Ihrem Passkey an und melden Sie sich überall sonst ab. Richten Sie dann Authenticator-App und Backup-Codes neu ein.',
}
