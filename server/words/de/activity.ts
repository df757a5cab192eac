import type { Translated } from '#server/words/catalogue.ts'
import type { activity as english } from '#server/words/en/activity.ts'

export const activity: Translated<typeof english> = {
  title: 'Aktivität',
  intro:
    'Alles, was die Sicherheit Ihres Kontos betraf. Jeder Eintrag ist mit dem vorigen verknüpft. So sehen Sie jede Änderung, wenn Sie Ihre heruntergeladene Kopie prüfen.',
  list: 'Aktivität, das Neueste zuerst',
  empty: 'Hier ist nichts',
  emptyHint: 'Es gibt nichts Älteres.',
  newest: 'Neueste',
  older: 'Ältere',
  means: {
    passkey: 'mit „{passkey}“',
    unnamed: 'mit einem Passkey',
    totp: 'mit der Authenticator-App',
    backup_code: 'mit einem Backup-Code',
    password: {
      alone: 'mit dem Passwort',
      totp: 'mit dem Passwort und der Authenticator-App',
      backup_code: 'mit dem Passwort und einem Backup-Code',
    },
    mailbox: {
      alone: 'mit einem Code aus dem Postfach',
      totp: 'mit einem Code aus dem Postfach und der Authenticator-App',
      backup_code: 'mit einem Code aus dem Postfach und einem Backup-Code',
    },
  },
  ways: {
    passkey: 'Passkey „{passkey}“',
    totp: 'Authenticator-App',
    backup_codes: 'Backup-Codes',
    password: 'Passwort',
  },
  repeated: '{sentence}, {count, number}-mal innerhalb einer Minute',
  events: {
    account_created: 'Konto angelegt{named, select, yes {, mit dem Passkey „{passkey}“} other {}}',
    account_renamed: 'Ihr Name wurde geändert',
    account_exported: 'Ihre Daten wurden heruntergeladen',
    account_deletion_started: 'Die Löschung des Kontos wurde angefordert',
    account_deletion_undone: 'Die Löschung wurde abgebrochen, das Konto bleibt',
    signed_in: 'Angemeldet {means}',
    sign_in_failed: 'Eine Anmeldung {means} wurde abgelehnt',
    signed_out: 'Abgemeldet',
    session_ended: 'Eine Sitzung wurde beendet',
    sessions_ended:
      '{by, select, operator {Der Betreiber dieser Seite hat Ihre Sitzungen beendet} limit {{sessions, plural, one {Die am längsten unbenutzte Sitzung wurde beendet: Es gibt höchstens hundert} other {Die # am längsten unbenutzten Sitzungen wurden beendet: Es gibt höchstens hundert}}} other {{sessions, plural, one {Eine andere Sitzung wurde beendet} other {# andere Sitzungen wurden beendet}}}}',
    session_ended_by_codes: 'Eine Sitzung wurde nach zehn falschen Codes beendet',
    confirmed: 'Sie haben {means} bestätigt, dass Sie es sind',
    confirmation_failed: 'Eine Bestätigung {means} wurde abgelehnt',
    code_wrong: 'Ein falscher Code aus der App oder ein falscher Backup-Code wurde eingegeben',
    passkey_added: '{named, select, yes {Passkey „{passkey}“ hinzugefügt} other {Passkey hinzugefügt}}',
    passkey_renamed:
      '{named, select, yes {Ein Passkey wurde in „{passkey}“ umbenannt} other {Ein Passkey wurde umbenannt}}',
    passkey_removed: '{named, select, yes {Passkey „{passkey}“ entfernt} other {Passkey entfernt}}',
    passkey_counter_regressed:
      'Der Zähler {named, select, yes {von „{passkey}“} other {eines Passkeys}} ist rückwärts gelaufen: Vielleicht hat ihn jemand kopiert',
    totp_on: 'Authenticator-App eingeschaltet',
    totp_replaced: 'Authenticator-App ersetzt',
    totp_off: 'Authenticator-App ausgeschaltet',
    totp_suspended: 'Authenticator-App nach 100 falschen Codes nacheinander gesperrt',
    totp_revived: 'Authenticator-App gilt nach einer Anmeldung mit einem Passkey wieder',
    totp_disabled: 'Authenticator-App nach zu vielen falschen Codes gesperrt',
    backup_codes_made:
      '{first, select, yes {Backup-Codes erstellt} other {Neue Backup-Codes erstellt; ältere gelten nicht mehr}}',
    backup_code_used:
      'Ein Backup-Code wurde benutzt; {remaining, plural, =0 {keiner ist mehr} one {noch einer ist} other {noch # sind}} übrig',
    password_set: 'Passwort festgelegt',
    password_changed: 'Passwort geändert',
    password_removed: 'Passwort entfernt',
    password_wrong: 'Ein falsches Passwort wurde eingegeben',
    recovery_requested: 'Eine Wiederherstellung wurde angefordert',
    recovery_started: 'Die Wartezeit einer Wiederherstellung hat begonnen',
    recovery_ready: 'Die Wartezeit einer Wiederherstellung ist vorbei',
    recovery_cancelled: 'Eine Wiederherstellung wurde abgebrochen',
    recovery_completed:
      'Das Konto wurde wiederhergestellt{named, select, yes {, mit dem neuen Passkey „{passkey}“} other {}}',
    recovery_closed: 'Eine Wiederherstellung endete, ohne abgeschlossen zu werden',
    account_taken_back: 'Das Konto wurde nach einer Wiederherstellung zurückgeholt',
    email_added: 'Adresse {address} hinzugefügt',
    email_removed: 'Adresse {address} entfernt',
    email_promoted: '{address} wurde zur Hauptadresse',
    email_brought_back: '{address} wurde zurückgeholt',
    way_in_brought_back: 'Zurückgeholt: {wayIn}',
    way_in_removed_for_good: 'Endgültig entfernt: {wayIn}',
    email_change_undone: 'Eine Änderung an {address} wurde rückgängig gemacht',
    unheard: 'Ein Ereignis, das diese Seite noch nicht kennt',
  },
}
