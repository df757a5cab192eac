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
  operator: 'Der Betreiber dieser Seite',
  gone: 'Person {id} (gelöscht)',
  acts: {
    first_owner_made: '{who} hat {whom} die erste Rolle „Inhaber“ gegeben',
    person_suspended: '{who} hat {whom} gesperrt',
    person_unsuspended: '{who} hat die Sperre von {whom} aufgehoben',
    sessions_ended: '{who} hat die Sitzungen von {whom} beendet',
    recovery_cancelled: '{who} hat die Wiederherstellung von {whom} abgebrochen',
    role_granted: '{who} hat {whom} die Rolle „{role}“ gegeben',
    role_removed: '{who} hat {whom} die Rolle „{role}“ genommen',
    roles_confirmed: '{who} hat die Rollen von {whom} bestätigt',
    letters_retried: '{who} hat abgelehnte E-Mails noch einmal senden lassen',
    sign_up_changed: '{who} hat geändert, wer ein Konto anlegen darf',
    invited: '{who} hat eine Einladung erstellt',
    invitation_revoked: '{who} hat eine Einladung zurückgezogen',
    person_approved: '{who} hat {whom} freigegeben',
    person_declined: '{who} hat {whom} abgelehnt',
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
