import type { Translated } from '#server/words/catalogue.ts'
import type { fallbacks as english } from '#server/words/en/fallbacks.ts'

export const fallbacks: Translated<typeof english> = {
  title: 'Ersatzzugänge',
  about:
    'Benutzen Sie diese Zugänge, wenn Sie keinen Passkey dabeihaben. Ein Code gilt nur zusammen mit Ihrem Postfach oder Ihrem Passwort, also öffnet nichts hiervon Ihr Konto allein.',
  on: 'An',
  off: 'Aus',
  suspended: 'Gesperrt',
  back: 'Zurück',
  next: 'Weiter',
  young: 'Neu: Das lässt Sie schon hinein; etwas entfernen oder ändern können Sie damit <time></time>.',
  youngCodes: 'Neu: Sie lassen Sie schon hinein; etwas entfernen oder ändern können Sie damit <time></time>.',
  othersEnd: 'Sie werden überall sonst abgemeldet. Hier bleiben Sie angemeldet.',
  codes: {
    kept: 'Ab jetzt gelten Ihre neuen Backup-Codes.',
    title: 'Backup-Codes',
    left: '{count, plural, =0 {Keine} other {Noch #}}',
    about:
      'Zehn Codes für die Schublade oder den Tresor, falls Sie alle Geräte verlieren. Jeder gilt einmal, zusammen mit Ihrem Postfach oder Ihrem Passwort.',
    made: 'Erstellt <time></time>.',
    few: 'Nur noch {count, number} übrig. Erstellen Sie neue, solange Sie das noch können.',
    make: 'Backup-Codes erstellen',
    makeNew: 'Neue Codes erstellen',
  },
  newCodes: {
    title: 'Neue Backup-Codes erstellen?',
    old: '{count, plural, one {Mit dem Code, den Sie noch haben, können Sie sich nicht mehr anmelden.} other {Mit den # Codes, die Sie noch haben, können Sie sich nicht mehr anmelden.}}',
    once: 'Wir zeigen die zehn neuen Codes nur dieses eine Mal. Drucken oder speichern Sie sie gleich.',
    told: 'Wir schreiben Ihnen eine E-Mail zu den neuen Codes.',
    keep: 'Alte behalten',
    make: 'Zehn neue erstellen',
  },
  app: {
    title: 'Authenticator-App',
    about:
      'Eine App auf Ihrem Telefon, etwa Aegis, 2FAS oder Google Authenticator. Sie zeigt alle 30 Sekunden einen neuen sechsstelligen Code und funktioniert auch ohne Netz.',
    since: 'Eingeschaltet <time></time>.',
    suspended:
      'Gesperrt <time></time>: Jemand hat 100 falsche Codes nacheinander eingegeben. Vorerst gilt kein Code aus dieser App. Melden Sie sich einmal mit einem Passkey an, dann gilt sie wieder. Wenn Sie keinen Passkey haben, ersetzen Sie die App.',
    setUp: 'App einrichten',
    replace: 'App ersetzen',
    turnOff: 'App ausschalten',
  },
  setUpApp: {
    done: 'Ihre Authenticator-App ist eingeschaltet.',
    title: 'Authenticator-App einrichten',
    replaceTitle: 'Authenticator-App ersetzen',
    replaces:
      'Die bisherige App gilt, bis Sie den ersten Code der neuen eingegeben haben. Dann gelten die alten Codes nicht mehr, und Sie werden überall sonst abgemeldet.',
    anew: 'Das hat mehr als fünf Minuten gedauert. Löschen Sie den Eintrag, den Sie gerade in der App angelegt haben, und fügen Sie diesen neuen hinzu.',
    scan: 'Öffnen Sie die App auf Ihrem Telefon, fügen Sie dort ein Konto hinzu und scannen Sie diesen QR-Code:',
    scanElsewhere: 'Oder scannen Sie diesen QR-Code mit der App auf einem anderen Gerät:',
    picture: 'QR-Code, der den Schlüssel darunter in eine Authenticator-App überträgt',
    openHere: 'Auf diesem Gerät öffnen',
    typeKey: 'Oder geben Sie diesen Schlüssel ein',
    key: 'Den Schlüssel',
    typeCode: 'Geben Sie jetzt die sechs Ziffern aus der App ein. Damit schalten Sie sie ein.',
    code: 'Code aus der App',
    turnOn: 'App einschalten',
  },
  turnOffApp: {
    done: 'Ihre Authenticator-App ist ausgeschaltet.',
    title: 'Authenticator-App ausschalten?',
    codes: 'Die Codes aus der App gelten ab sofort nicht mehr.',
    password: 'Auch Ihr Passwort wird entfernt, denn ein Passwort genügt hier nie allein.',
    others: 'Ihre Backup-Codes und Passkeys bleiben, wie sie sind.',
    keep: 'Eingeschaltet lassen',
    confirm: 'Ausschalten',
  },
  password: {
    title: 'Passwort',
    about:
      'Für einen Rechner, auf dem keiner Ihrer Passkeys ist. Sie brauchen immer auch einen Code, aus Ihrer Authenticator-App oder einen Ihrer Backup-Codes.',
    since: 'Festgelegt <time></time>.',
    needsApp:
      'Sie können eines festlegen, sobald Ihre Authenticator-App eingeschaltet ist. Ein Passwort allein könnte erraten oder auf einer gefälschten Seite eingegeben werden.',
    set: 'Passwort festlegen',
    change: 'Passwort ändern',
    remove: 'Passwort entfernen',
  },
  newPassword: {
    done: 'Ihr Passwort ist gespeichert.',
    title: 'Passwort festlegen',
    changeTitle: 'Passwort ändern',
    sets: 'Sie werden überall sonst abgemeldet. Hier bleiben Sie angemeldet, und wir schreiben Ihnen eine E-Mail dazu.',
    changes:
      'Das alte Passwort gilt ab sofort nicht mehr, und Sie werden überall sonst abgemeldet. Hier bleiben Sie angemeldet, und wir schreiben Ihnen eine E-Mail dazu.',
    label: 'Neues Passwort',
    strength: 'Stärke',
    score:
      '{score, plural, =0 {Sehr leicht zu erraten} =1 {Leicht zu erraten} =2 {Nicht schlecht} =3 {Gut} other {Sehr gut}}',
    least: 'Mindestens 12 Zeichen. Vier oder fünf Wörter hintereinander sind leicht zu merken und schwer zu erraten.',
    save: 'Passwort speichern',
  },
  removePassword: {
    done: 'Ihr Passwort wurde entfernt.',
    title: 'Passwort entfernen?',
    signIn: 'Ab sofort können Sie sich nicht mehr damit anmelden.',
    others: 'Ihre Passkeys, Ihre Authenticator-App und Ihre Backup-Codes bleiben.',
    keep: 'Behalten',
    confirm: 'Passwort entfernen',
  },
}
