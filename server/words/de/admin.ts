import type { Translated } from '#server/words/catalogue.ts'
import type { admin as english } from '#server/words/en/admin.ts'

export const admin: Translated<typeof english> = {
  title: 'Verwaltung',
  navigation: 'Verwaltung',
  pages: {
    overview: 'Übersicht',
    people: 'Personen',
    invitations: 'Einladungen',
    approvals: 'Freigaben',
    settings: 'Einstellungen',
    audit: 'Protokoll',
    mail: 'E-Mail',
    access: 'Zugriff',
    keys: 'Schlüssel',
  },
  closed: {
    passkeyOnly: {
      title: 'Melden Sie sich mit Ihrem Passkey an',
      what: 'Die Verwaltung öffnet sich nur in einer Sitzung, die mit einem Passkey begonnen hat. Diese hat anders begonnen.',
      how: 'Melden Sie sich ab und mit Ihrem Passkey wieder an. Sie kommen dann auf diese Seite zurück.',
      act: 'Ab- und wieder anmelden',
    },
    confirmation: {
      title: 'Bestätigen Sie, dass Sie es sind',
      what: 'Eine Stunde nach Ihrer letzten Bestätigung schließt sich die Verwaltung, damit ein offener Browser nicht genügt.',
      how: 'Bestätigen Sie mit einem Ihrer Passkeys.',
    },
    noPermission: {
      title: 'Ihre Rolle zeigt diese Seite nicht',
      what: 'Wenden Sie sich an jemanden mit der Rolle „Inhaber“, falls Sie sie brauchen.',
    },
  },
  gone: {
    title: 'Hier gibt es nichts',
    what: 'Vielleicht wurde es gelöscht, oder die Adresse enthält einen Tippfehler.',
    back: 'Zur Übersicht',
  },
  roles: { owner: 'Inhaber', admin: 'Verwaltung', helper: 'Hilfe', auditor: 'Prüfung' },
}
