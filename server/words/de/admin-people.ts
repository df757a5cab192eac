import type { Translated } from '#server/words/catalogue.ts'
import type { adminPeople as english } from '#server/words/en/admin-people.ts'

export const adminPeople: Translated<typeof english> = {
  title: 'Personen',
  about: 'Alle, die ein Konto haben, die neuesten zuerst.',
  list: 'Personen',
  unnamed: 'Kein Name',
  newest: 'Neueste',
  older: 'Ältere',
  states: {
    awaiting: 'Wartet auf Freigabe',
    suspended: 'Gesperrt',
    deleting: 'Wird gelöscht',
    roles_suspended: 'Rollen ruhen',
    active: 'Aktiv',
  },
  search: {
    label: 'Nach Adresse suchen',
    hint: 'Der Anfang irgendeiner Adresse einer Person, mindestens zwei Zeichen.',
    button: 'Suchen',
    found:
      '{count, plural, =0 {Niemand gefunden} one {# Person gefunden} other {# Personen gefunden}}{more, select, yes {, und es gibt weitere} other {}}',
    none: 'Niemand gefunden',
    noneHint: 'Keine Adresse beginnt so. Die Suche sieht nicht in die Mitte von Adressen.',
    all: 'Alle anzeigen',
    more: 'Mehr anzeigen',
  },
}
