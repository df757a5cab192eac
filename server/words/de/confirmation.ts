import type { Translated } from '#server/words/catalogue.ts'
import type { confirmation as english } from '#server/words/en/confirmation.ts'

export const confirmation: Translated<typeof english> = {
  title: 'Bestätigen, dass Sie es sind',
  byPasskey:
    'Dieser Schritt betrifft die Sicherheit Ihres Kontos. Bestätigen Sie mit einem Ihrer Passkeys. Das gilt dann zehn Minuten.',
  byCode: 'Dieser Schritt betrifft die Sicherheit Ihres Kontos. Ihre Bestätigung gilt zehn Minuten.',
  byBackupCode:
    'Dieser Schritt betrifft die Sicherheit Ihres Kontos. Ihre Bestätigung gilt zehn Minuten und verbraucht einen Backup-Code.',
  confirm: 'Bestätigen',
  confirmPasskey: 'Mit Passkey bestätigen',
  ratherCode: 'Lieber einen Code verwenden',
  ratherPasskey: 'Lieber einen Passkey verwenden',
  cannot:
    'In dieser Sitzung können Sie nicht bestätigen. Alle Ihre Passkeys und Codes wurden erst nach ihrem Beginn erstellt. Wer diese Sitzung benutzt, könnte sie also selbst erstellt haben.',
  cannotHint:
    'Melden Sie sich ab und mit Ihrem Passkey wieder an, oder mit Ihrem Passwort, wenn Sie eines haben. Das zählt als Bestätigung und bringt Sie hierher zurück.',
  signInAgain: 'Ab- und wieder anmelden',
  appCode: 'Code aus Ihrer Authenticator-App',
  appCodeHint: 'Sechs Ziffern, die alle 30 Sekunden wechseln.',
  backupCode: 'Backup-Code',
  backupCodeHint: 'Einer der zehn, die Sie gesichert haben. Jeder gilt einmal.',
  anyCode: 'Code aus Ihrer App oder ein Backup-Code',
  anyCodeHint: 'Sechs Ziffern aus Ihrer Authenticator-App oder einer der Backup-Codes, die Sie gesichert haben.',
}
