import type { Translated } from '#server/words/catalogue.ts'
import type { account as english } from '#server/words/en/account.ts'

export const account: Translated<typeof english> = {
  title: 'Ihr Konto',
  joined: '<b>{email}</b>, angelegt <time></time>',
  edit: 'Bearbeiten',
  editLabel: 'Namen und Bild bearbeiten',
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
  shortcuts: {
    title: 'Tastenkürzel',
    help: 'Diese Liste',
    on: 'Tastenkürzel sind in diesem Browser eingeschaltet',
  },
  borrowed: {
    label: 'Das Ende dieser Sitzung',
    until: 'Endet um <time></time> Uhr',
    signOut: 'Jetzt abmelden',
  },
  fine: 'In Ordnung:',
  couldBeBetter: 'Könnte besser sein:',
  helpsMost: 'Was jetzt am meisten hilft',
  safety: {
    done: '{done} von {of} erledigt',
    complete: 'Ihr Konto geht nicht leicht verloren',
    nothingMissing: 'Was auch immer Sie verlieren: Sie kommen sofort wieder hinein.',
    recovering: 'Entscheiden Sie zuerst über die Wiederherstellung',
    decideFirst: 'Jemand möchte dieses Konto wiederherstellen. Wenn Sie das nicht waren, brechen Sie es oben ab.',
  },
  lost: {
    title: 'Wenn Sie etwas verlieren',
    device: 'Dieses Gerät',
    phone: 'Ihr Telefon',
    mailbox: 'Ihr Postfach',
    left: '{count, plural, one {Noch # Zugang} other {Noch # Zugänge}}',
    noSpare: 'Noch keine Ersatzadresse',
    onlyWait: 'Erst nach 24 Stunden',
    nothing: 'Kein Weg zurück',
    rehearse: 'Proben',
    rehearsed: 'Zuletzt geprobt: <time></time>.',
    remains: 'funktioniert weiterhin',
    gone: 'geht mit verloren',
  },
  way: {
    synced_passkey: 'Synchronisierter Passkey',
    passkey: 'Passkey',
    app: 'Authenticator-App',
    codes: 'Backup-Codes',
    password: 'Passwort',
    wait: 'Postfach, nach 24 Stunden',
  },
  step: {
    backup_codes: 'Backup-Codes erstellen',
    totp: 'App einrichten',
    passkey: 'Passkey hinzufügen',
    copied_passkey: 'Passkeys prüfen',
    email: 'Adresse hinzufügen',
  },
  offer: {
    title: 'Melden Sie sich nächstes Mal schneller an',
    text: 'Erstellen Sie einen Passkey auf diesem Gerät. Dann genügt Ihr Fingerabdruck, Ihr Gesicht oder Ihre Bildschirmsperre.',
    create: 'Passkey erstellen',
    notNow: 'Jetzt nicht',
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
