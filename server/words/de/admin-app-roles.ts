import type { Translated } from '#server/words/catalogue.ts'
import type { adminAppRoles as english } from '#server/words/en/admin-app-roles.ts'

export const adminAppRoles: Translated<typeof english> = {
  title: 'App-Rollen',
  about:
    'Was Personen in einer App dürfen. Eine Rolle bekommen Gruppen oder einzelne Personen, und sie kann andere Rollen einschließen.',
  none: 'Noch keine Rollen',
  noneHow: 'Legen Sie eine für eine App an, mit den Berechtigungen, nach denen die App fragt.',
  permits: 'Erlaubt {permissions}',
  permitsNothing: 'Erlaubt selbst nichts',
  includes: 'Schließt {roles} ein',
  make: { button: 'Neue Rolle', title: 'Neue App-Rolle', confirm: 'Rolle anlegen', done: '„{name}“ ist angelegt.' },
  change: { button: 'Ändern', title: '„{name}“ ändern' },
  permissions: 'Berechtigungen',
  permissionsHint: 'Wie approve:invoices, oder approve:* für alle einer Art. Mit Kommas dazwischen.',
  includesLabel: 'Schließt ein',
  includesHint: 'Freiwillig. Schlüssel von Rollen derselben App, mit Kommas dazwischen.',
  groups: 'Gruppen, die sie haben',
  noGroups: 'Keine Gruppe hat sie.',
  people: 'Personen, die sie selbst haben',
  noPeople: 'Niemand hat sie selbst.',
  give: 'Einer Person geben',
  noGroupsAtAll: 'Es gibt noch keine Gruppe.',
  remove: {
    section: 'Entfernen',
    means: 'Alle, die die Rolle haben, verlieren sie.',
    button: 'Rolle entfernen',
    title: '„{name}“ entfernen?',
    groups:
      '{count, plural, =0 {Keine Gruppe hat sie.} one {Alle in einer Gruppe verlieren sie: {names}.} other {Alle in # Gruppen verlieren sie: {names}.}}',
    people:
      '{count, plural, =0 {Niemand hat sie selbst.} one {Eine Person verliert sie.} other {# Personen verlieren sie.}}',
    peopleMany: 'Mehr als {count, number} Personen verlieren sie.',
    confirm: 'Rolle entfernen',
    done: '„{name}“ ist entfernt.',
  },
}
