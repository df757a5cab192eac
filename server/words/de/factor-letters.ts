import type { Translated } from '#server/words/catalogue.ts'
import type { factorLetters as english } from '#server/words/en/factor-letters.ts'

export const factorLetters: Translated<typeof english> = {
  'totp-on':
    'Für Ihr Konto bei {product} wurde eine Authenticator-App eingerichtet. Ihre Codes helfen Ihnen jetzt hinein, wenn Ihr Passkey nicht zur Hand ist.',
  'totp-off':
    'Die Authenticator-App für Ihr Konto bei {product} wurde abgeschaltet. Ihre Codes gelten nicht mehr. Falls es ein Passwort gab, ging es mit ihr.',
  'totp-disabled':
    'Jemand hat für Ihr Konto bei {product} 100 falsche Codes nacheinander eingegeben. Wir nehmen keine Codes aus Ihrer Authenticator-App mehr an, bevor einer erraten werden konnte.',
  'totp-disabledHint':
    'Ihre Passkeys gelten wie zuvor. Um die App wieder zu benutzen, melden Sie sich mit einem Passkey an und richten sie neu ein.',
  'backup-codes-made':
    'Für Ihr Konto bei {product} wurden neue Backup-Codes erstellt. Alle älteren gelten nicht mehr: Werfen Sie sie weg.',
  'backup-code-used': 'Ein Backup-Code Ihres Kontos bei {product} wurde benutzt.',
  left: '{remaining, plural, =0 {Es war der letzte. Erstellen Sie bald neue Backup-Codes.} one {Einer ist übrig. Erstellen Sie bald neue Backup-Codes.} other {# sind übrig.}}',
  'password-set':
    'Für Ihr Konto bei {product} wurde ein Passwort gesetzt. Es gilt nur zusammen mit einem Code aus Ihrer Authenticator-App oder einem Backup-Code.',
  'password-removed': 'Das Passwort Ihres Kontos bei {product} wurde entfernt. Ihre Passkeys gelten wie zuvor.',
  see: 'Ihre anderen Zugänge ansehen',
  notYou:
    'Melden Sie sich mit Ihrem Passkey an, beenden Sie alle anderen Sitzungen und richten Sie Authenticator-App und Backup-Codes neu ein.',
}
