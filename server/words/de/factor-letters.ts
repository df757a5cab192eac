import type { Translated } from '#server/words/catalogue.ts'
import type { factorLetters as english } from '#server/words/en/factor-letters.ts'

export const factorLetters: Translated<typeof english> = {
  'totp-on':
    'Für Ihr Konto bei {product} wurde eine Authenticator-App eingeschaltet. Ihre Codes helfen Ihnen jetzt hinein, wenn Sie Ihren Passkey nicht dabeihaben.',
  'totp-off':
    'Die Authenticator-App für Ihr Konto bei {product} wurde ausgeschaltet. Ihre Codes gelten nicht mehr. Falls es ein Passwort gab, wurde es auch entfernt.',
  'totp-suspended':
    'Jemand hat für Ihr Konto bei {product} 100 falsche Codes nacheinander eingegeben. Wir haben Ihre Authenticator-App gesperrt, damit niemand einen Code erraten kann: Vorerst nehmen wir keine Codes aus ihr an.',
  'totp-suspendedHint':
    'Entfernt wurde nichts. Ihre Passkeys, Ihre Backup-Codes und Ihr Passwort sind, wie sie waren. Um die App wieder zu benutzen, melden Sie sich einmal mit einem Passkey an. Wenn Sie keinen Passkey haben, melden Sie sich mit einem Backup-Code an und ersetzen Sie die App.',
  'totp-suspendedNotYou':
    'Die Person, die diese Codes eingegeben hat, hatte schon Ihr Passwort, einen Code aus Ihrem Postfach oder eine offene Sitzung von Ihnen. Melden Sie sich mit Ihrem Passkey an, ändern Sie Ihr Passwort hier und das Ihres Postfachs, und melden Sie sich überall sonst ab.',
  'totp-revived':
    'Die Authenticator-App Ihres Kontos bei {product} war nach zu vielen falschen Codes gesperrt. Jetzt hat sich jemand mit einem Passkey angemeldet, also gelten ihre Codes wieder.',
  'totp-revivedNotYou':
    'Jemand hat einen Ihrer Passkeys. Melden Sie sich mit einem anderen Passkey an, entfernen Sie den, dem Sie nicht trauen, und richten Sie Authenticator-App und Backup-Codes neu ein.',
  'backup-codes-made': 'Für Ihr Konto bei {product} wurden neue Backup-Codes erstellt.',
  older: 'Alle älteren gelten nicht mehr. Sie können sie wegwerfen.',
  'backup-code-used': 'Ein Backup-Code Ihres Kontos bei {product} wurde benutzt.',
  left: '{remaining, plural, =0 {Es war der letzte. Erstellen Sie bald neue Backup-Codes.} one {Einer ist übrig. Erstellen Sie bald neue Backup-Codes.} other {# sind übrig.}}',
  'password-set':
    'Für Ihr Konto bei {product} wurde ein Passwort festgelegt. Es gilt nur zusammen mit einem Code aus Ihrer Authenticator-App oder einem Backup-Code.',
  'password-removed': 'Das Passwort Ihres Kontos bei {product} wurde entfernt. Ihre Passkeys gelten wie zuvor.',
  see: 'Ihre Ersatzzugänge ansehen',
  notYou:
    'Melden Sie sich mit Ihrem Passkey an und melden Sie sich überall sonst ab. Richten Sie dann Authenticator-App und Backup-Codes neu ein.',
}
