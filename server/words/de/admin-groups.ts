import type { Translated } from '#server/words/catalogue.ts'
import type { adminGroups as english } from '#server/words/en/admin-groups.ts'

export const adminGroups: Translated<typeof english> = {
  title: 'Gruppen',
  about: 'Personen, die zusammengehören. Eine Gruppe gibt allen in ihr Rollen in Apps.',
  none: 'Noch keine Gruppen',
  noneHow: 'Legen Sie eine für ein Team oder eine Abteilung an, und geben Sie ihr Rollen in Apps.',
  count: '{count, plural, =0 {Keine Mitglieder} one {# Mitglied} other {# Mitglieder}}',
  countMany: 'Mindestens 1.000 Mitglieder',
  people:
    '{count, plural, =0 {Niemand ist namentlich Mitglied.} one {Eine Person ist namentlich Mitglied.} other {# Personen sind namentlich Mitglied.}}',
  peopleMany: 'Mindestens 1.000 Personen sind namentlich Mitglied.',
  domains: 'Auch alle mit einer Hauptadresse bei {domains}',
  make: { button: 'Neue Gruppe', title: 'Neue Gruppe', confirm: 'Gruppe anlegen', done: '„{name}“ ist angelegt.' },
  change: { button: 'Ändern', title: '„{name}“ ändern' },
  domainsLabel: 'Domains',
  domainsHint:
    'Freiwillig. Alle mit einer Hauptadresse dort gehören zur Gruppe. Wie example.com, mit Kommas dazwischen.',
  members: 'Mitglieder',
  noMembers: 'Niemand ist namentlich Mitglied.',
  add: 'Eine Person aufnehmen',
  roles: 'Rollen, die sie gibt',
  noRoles: 'Sie gibt noch keine Rolle.',
  noRolesAtAll: 'Es gibt noch keine App-Rolle. Legen Sie zuerst eine an.',
  inApp: 'In der App {app}',
  remove: {
    section: 'Entfernen',
    means: 'Alle in der Gruppe verlieren, was sie ihnen gibt.',
    button: 'Gruppe entfernen',
    title: '„{name}“ entfernen?',
    lose: 'Sie verlieren: {roles}.',
    loseNothing: 'Sie gibt keine Rolle, also verliert niemand eine.',
    domains: 'Niemand gehört mehr über die Domains dazu: {domains}.',
    confirm: 'Gruppe entfernen',
    done: '„{name}“ ist entfernt.',
  },
}
