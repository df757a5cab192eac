import type { Translated } from '#server/words/catalogue.ts'
import type { adminAudit as english } from '#server/words/en/admin-audit.ts'

export const adminAudit: Translated<typeof english> = {
  title: 'Protokoll',
  about:
    'Alles, was in der Verwaltung getan wurde, das Neueste zuerst. Nichts davon lässt sich unbemerkt entfernen oder ändern.',
  aboutOne: 'Was die Verwaltung mit dem Konto von {whom} getan hat, das Neueste zuerst.',
  list: 'Was in der Verwaltung getan wurde, das Neueste zuerst',
  none: 'Hier ist nichts',
  noneHint: 'Noch hat niemand etwas getan, oder es gibt nichts Älteres.',
  everybody: 'Für alle',
  newest: 'Neueste',
  older: 'Ältere',
  operator: 'Wer diese Seite betreibt',
  gone: 'eine gelöschte Person ({id})',
  acts: {
    first_owner_made: 'Erster Inhaber ist {whom}, durch: {who}',
    person_suspended: '{whom} wurde gesperrt, durch: {who}',
    person_unsuspended: 'Die Sperre von {whom} wurde aufgehoben, durch: {who}',
    sessions_ended: 'Die Sitzungen von {whom} wurden beendet, durch: {who}',
    recovery_cancelled: 'Die Wiederherstellung von {whom} wurde abgebrochen, durch: {who}',
    role_granted: '{whom} hat die Rolle „{role}“ bekommen, durch: {who}',
    role_removed: '{whom} hat die Rolle „{role}“ verloren, durch: {who}',
    roles_confirmed: 'Die Rollen von {whom} wurden bestätigt, durch: {who}',
    letters_retried: 'Abgelehnte E-Mails wurden noch einmal gesendet, durch: {who}',
    unheard: 'Etwas, das diese Seite noch nicht kennt: {act}',
  },
  reason: 'Grund: {reason}',
  number: 'Eintrag {seq, number}',
  here: 'Auf der Kommandozeile',
  person: 'Diese Person öffnen',
  export: {
    title: 'Zum Mitnehmen',
    verify:
      'Jeder Eintrag ist mit dem vorigen verkettet. Laden Sie alle herunter: <code>npx latchkey verify-activity {file}</code> findet einen Eintrag, der fehlt oder geändert wurde, auf jedem Rechner und ohne diesen Server. Bewahren Sie ältere Downloads auf: Nur sie zeigen, ob die ganze Kette neu geschrieben wurde.',
    button: 'Als JSON herunterladen',
    done: 'Gespeichert als {file}.',
  },
}
