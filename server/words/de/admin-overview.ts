import type { Translated } from '#server/words/catalogue.ts'
import type { adminOverview as english } from '#server/words/en/admin-overview.ts'

export const adminOverview: Translated<typeof english> = {
  title: 'Übersicht',
  about: 'Was gerade geschieht und was sich jemand ansehen sollte.',
  people: 'Personen',
  countedSlowly: 'Alle zehn Minuten gezählt',
  counted: 'Jede Minute gezählt',
  signIns: 'Anmeldungen in 24 Stunden',
  number: '{count, number}{more, select, yes {+} other {}}',
  recoveries: 'Laufende Wiederherstellungen',
  ready:
    '{count, plural, =0 {Noch keine kann abgeschlossen werden} one {# kann jetzt abgeschlossen werden} other {# können jetzt abgeschlossen werden}}',
  mail: 'Wartende E-Mails',
  failing: '{count, plural, =0 {Keine wurde abgelehnt} one {# wurde schon abgelehnt} other {# wurden schon abgelehnt}}',
  lights: {
    title: 'Zustand',
    good: 'In Ordnung:',
    bad: 'Bitte ansehen:',
    database: { title: 'Datenbank', good: 'Sie antwortet.', bad: 'Sie antwortet nicht.' },
    mail: {
      title: 'E-Mail',
      good: 'E-Mails gehen hinaus.',
      bad: '{waits, plural, =0 {} one {# E-Mail wurde abgelehnt und wird noch einmal versucht. } other {# E-Mails wurden abgelehnt und werden noch einmal versucht. }}{lost, plural, =0 {} one {# wurde in den letzten drei Tagen aufgegeben.} other {# wurden in den letzten drei Tagen aufgegeben.}}',
      stays: 'Es ist kein Mailserver eingestellt: E-Mails bleiben auf diesem Server, und niemand bekommt einen Code.',
    },
    owners: {
      title: 'Inhaber',
      good: 'Mindestens zwei Personen haben die Rolle „Inhaber“ und können sich anmelden.',
      bad: '{count, plural, =0 {Niemand mit der Rolle „Inhaber“ kann sich anmelden. Wer diese Seite betreibt, kann sie auf der Kommandozeile vergeben.} one {Nur eine Person hat die Rolle „Inhaber“. Geben Sie sie noch jemandem: Nach einer Wiederherstellung gelten Rollen erst, wenn sie jemand anderes bestätigt.} other {In Ordnung.}}',
    },
    recoveries: {
      title: 'Wiederherstellungen',
      good: 'Zurzeit kann keine abgeschlossen werden.',
      bad: '{count, plural, one {# Wiederherstellung kann jetzt abgeschlossen werden.} other {# Wiederherstellungen können jetzt abgeschlossen werden.}} Alle, die es angeht, wissen davon. Brechen Sie eine nur ab, wenn ihr Inhaber Sie darum bittet.',
    },
  },
  version: 'Latchkey {version}',
  backup: 'Sicherungen entstehen auf der Kommandozeile, und diese Seite sieht sie nicht.',
}
