import type { Translated } from '#server/words/catalogue.ts'
import type { confirmation as english } from '#server/words/en/confirmation.ts'

export const confirmation: Translated<typeof english> = {
  title: 'Bestätigen, dass Sie es sind',
  byPasskey:
    'Dieser Schritt betrifft die Sicherheit Ihres Kontos. Bestätigen Sie mit einem Ihrer Passkeys. Das gilt dann zehn Minuten.',
  byCode: 'Dieser Schritt betrifft die Sicherheit Ihres Kontos. Ihre Bestätigung gilt zehn Minuten.',
  byBackupCode:
    'Dieser Schritt betrifft die Sicherheit Ihres Kontos. Ihre Bestätigung gilt zehn Minuten und verbraucht einen Backup-Code.',
  acts: {
    remove_passkey: 'Sie entfernen einen Passkey.',
    remove_app: 'Sie schalten die Authenticator-App aus.',
    remove_password: 'Sie entfernen das Passwort.',
    replace_app: 'Sie ersetzen die Authenticator-App.',
    replace_backup_codes: 'Sie ersetzen die Backup-Codes.',
    replace_password: 'Sie ändern das Passwort.',
    remove_email: 'Sie entfernen eine Adresse.',
    promote_email: 'Sie wählen eine andere Hauptadresse.',
    bring_back_email: 'Sie holen eine Adresse zurück.',
    bring_back_way_in: 'Sie holen einen Zugang zurück.',
    remove_for_good: 'Sie entfernen einen Zugang endgültig.',
    delete_account: 'Sie löschen das Konto.',
    cancel_recovery: 'Sie brechen eine Wiederherstellung ab.',
    suspend_person: 'Sie sperren eine Person.',
    unsuspend_person: 'Sie heben die Sperre einer Person auf.',
    end_sessions_of: 'Sie beenden die Sitzungen einer Person.',
    cancel_recovery_of: 'Sie brechen die Wiederherstellung einer Person ab.',
    grant_role: 'Sie geben einer Person eine Rolle.',
    remove_role: 'Sie nehmen einer Person eine Rolle.',
    confirm_roles: 'Sie bestätigen die Rollen einer Person.',
<<<<<<< HEAD
    become_owner: 'Sie werden Inhaber dieser Seite.',
    put_group: 'Sie ändern eine Gruppe.',
    remove_group: 'Sie entfernen eine Gruppe.',
    put_member: 'Sie nehmen eine Person in eine Gruppe auf.',
    remove_member: 'Sie nehmen eine Person aus einer Gruppe.',
    put_app_role: 'Sie ändern eine Rolle in einer App.',
    remove_app_role: 'Sie entfernen eine Rolle aus einer App.',
    give_app_role: 'Sie vergeben eine Rolle in einer App.',
    take_app_role: 'Sie nehmen eine Rolle in einer App zurück.',
    put_policy: 'Sie ändern eine Richtlinie.',
    remove_policy: 'Sie entfernen eine Richtlinie.',
    make_service_key: 'Sie erstellen einen Dienstschlüssel.',
    revoke_service_key: 'Sie widerrufen einen Dienstschlüssel.',
=======
    retry_letters: 'Sie senden die abgelehnten E-Mails noch einmal.',
>>>>>>> wt-b
    change_settings: 'Sie ändern, wer ein Konto anlegen darf.',
    invite: 'Sie erstellen eine Einladung.',
    revoke_invitation: 'Sie ziehen eine Einladung zurück.',
    approve_person: 'Sie geben ein Konto frei.',
    decline_person: 'Sie lehnen ein Konto ab. Es wird dabei gelöscht.',
<<<<<<< HEAD
    retry_letters: 'Sie senden die abgelehnten E-Mails noch einmal.',
=======
>>>>>>> wt-b
  },
  touchByPasskey:
    'Bestätigen Sie das mit einem Passkey, der seit zehn Tagen oder seit dem Anlegen zum Konto gehört. Das gilt nur für diesen Schritt.',
  touchByCode:
    'Bestätigen Sie das mit einem Code aus einer App, die seit zehn Tagen zum Konto gehört. Das gilt nur für diesen Schritt.',
  touchByBackupCode:
    'Bestätigen Sie das mit einem Code, der seit zehn Tagen zum Konto gehört. Das gilt nur für diesen Schritt, und ein Backup-Code ist danach verbraucht.',
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
