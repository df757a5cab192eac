import type { Translated } from '#server/words/catalogue.ts'
import type { account as english } from '#server/words/en/account.ts'

export const account: Translated<typeof english> = {
  title: 'Ihr Konto',
  joined: '<b>{email}</b>, angelegt <time></time>',
  navigation: 'Konto',
  pages: {
    overview: 'Übersicht',
    passkeys: 'Passkeys',
    fallbacks: 'Ersatzzugänge',
    emails: 'Adressen',
    sessions: 'Geräte',
    activity: 'Aktivität',
    data: 'Ihre Daten',
  },
  menu: 'Ihr Konto',
  language: 'Sprache',
  signOut: 'Abmelden',
  ended: {
    title: 'Sie sind abgemeldet',
    what: 'Diese Sitzung ist zu Ende: Sie ist abgelaufen oder wurde auf einem anderen Gerät beendet. Was Sie hier eingegeben haben, bleibt stehen. Melden Sie sich in einem neuen Tab an und kommen Sie dann hierher zurück.',
    signIn: 'In einem neuen Tab anmelden',
  },
  lose: 'Wenn etwas verloren geht',
  loseList: 'Was passiert, wenn etwas verloren geht',
  fine: 'In Ordnung:',
  couldBeBetter: 'Könnte besser sein:',
  helpsMost: 'Was jetzt am meisten hilft',
  step: {
    backup_codes: 'Backup-Codes erstellen',
    totp: 'App einrichten',
    passkey: 'Passkey hinzufügen',
    copied_passkey: 'Passkeys prüfen',
    email: 'Adresse hinzufügen',
  },
  passkeys: 'Passkeys',
  passkeyCount: '{count, plural, one {# Passkey} other {# Passkeys}}',
  devices: 'Geräte',
  sessionCount: '{count, plural, one {# Sitzung} other {# Sitzungen}}',
  lately: 'Letzte Aktivitäten',
  latelyList: 'Letzte Aktivitäten, die neueste zuerst',
  allActivity: 'Alle Aktivitäten',
  young: {
    title: 'Noch kann nichts entfernt werden',
    until:
      'Ihre Zugänge sind neu. Hinzufügen können Sie jetzt schon etwas; entfernen und ersetzen können Sie ab <time></time>.',
  },
  recovery: {
    label: 'Wiederherstellung dieses Kontos',
    title: 'Jemand möchte dieses Konto wiederherstellen',
    stop: 'Wiederherstellung abbrechen',
    requested: 'Die Wartezeit beginnt, sobald die erste E-Mail unterwegs ist.',
    waiting:
      'Ab <time></time> kann die Wiederherstellung abgeschlossen werden. Dann werden alle Ihre Passkeys und Codes ersetzt.',
    ready:
      'Die Wartezeit ist vorbei. Bis <time></time> kann die Wiederherstellung abgeschlossen werden. Dann werden alle Ihre Passkeys und Codes ersetzt.',
    notYou:
      'Wenn Sie das nicht waren, brechen Sie die Wiederherstellung ab. Sie bestätigen das mit Ihrem Passkey oder einem Code, und an Ihrem Konto ändert sich nichts.',
    stoppedTitle: 'Die Wiederherstellung wurde abgebrochen',
    stopped:
      'Niemand kam ins Konto. Falls nicht Sie darum gebeten haben, ändern Sie auch das Passwort Ihres Postfachs. Jemand kann Ihre E-Mails lesen.',
  },
}
