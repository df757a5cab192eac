import type { Translated } from '#server/words/catalogue.ts'
import type { confirmation as english } from '#server/words/en/confirmation.ts'

export const confirmation: Translated<typeof english> = {
  title: 'Bestätigen, dass Sie es sind',
  byPasskey:
    'Dieser Schritt ist wichtig für die Sicherheit Ihres Kontos. Bestätigen Sie mit einem Ihrer Passkeys; das gilt dann zehn Minuten.',
  byCode: 'Dieser Schritt ist wichtig für die Sicherheit Ihres Kontos. Die Bestätigung gilt zehn Minuten.',
  byBackupCode:
    'Dieser Schritt ist wichtig für die Sicherheit Ihres Kontos. Die Bestätigung gilt zehn Minuten; ein Backup-Code wird dabei verbraucht.',
  confirm: 'Bestätigen',
  confirmPasskey: 'Mit Passkey bestätigen',
  ratherCode: 'Lieber einen Code verwenden',
  ratherPasskey: 'Lieber einen Passkey verwenden',
  cannot:
    'Diese Sitzung lässt sich nicht bestätigen: Alle Ihre Passkeys und Codes sind jünger als sie und könnten von jedem stammen, der sie in der Hand hat.',
  cannotHint:
    'Melden Sie sich ab und mit Ihrem Passkey wieder an, oder mit Ihrem Passwort, wenn Sie eines haben. Das zählt und bringt Sie hierher zurück.',
  signInAgain: 'Ab- und wieder anmelden',
  appCode: 'Code aus Ihrer Authenticator-App',
  appCodeHint: 'Sechs Ziffern, die jede halbe Minute wechseln.',
  backupCode: 'Backup-Code',
  backupCodeHint: 'Einer der zehn, die Sie gesichert haben. Jeder gilt einmal.',
  anyCode: 'Code aus Ihrer App oder ein Backup-Code',
  anyCodeHint: 'Sechs Ziffern aus Ihrer Authenticator-App oder einer der Backup-Codes, die Sie gesichert haben.',
}
