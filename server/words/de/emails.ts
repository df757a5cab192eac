import type { Translated } from '#server/words/catalogue.ts'
import type { emails as english } from '#server/words/en/emails.ts'

export const emails: Translated<typeof english> = {
  title: 'Adressen',
  about:
    'Wir schreiben an alle, wenn es um die Sicherheit Ihres Kontos geht, und jede kann Ihnen wieder hineinhelfen. Am besten haben Sie zwei, falls Sie ein Postfach verlieren.',
  list: 'Ihre Adressen',
  primary: 'Hauptadresse',
  added: 'Hinzugefügt <time></time>',
  waiting: 'Bekommt schon unsere E-Mails; kann Ihr Konto <time></time> wiederherstellen',
  only: 'Ihre Passkeys zeigen diese Adresse. Sie können sie nicht entfernen, solange sie Ihre einzige ist.',
  carried:
    'Ihre Passkeys zeigen diese Adresse, und sie kann eine Wiederherstellung abbrechen, die eine andere Adresse beginnt. Darum sollte es Ihr sicherstes Postfach sein. Um sie zu entfernen, machen Sie zuerst eine andere zur Hauptadresse.',
  add: {
    button: 'Adresse hinzufügen',
    first: 'Zuerst schicken wir einen Code dorthin, um zu prüfen, dass das Postfach Ihnen gehört.',
    told: 'Wir schreiben an Ihre anderen Adressen.',
    wait: 'Die neue Adresse bekommt unsere E-Mails sofort, kann Ihr Konto aber erst nach zehn Tagen wiederherstellen, damit ein Dieb keine hinzufügen und gleich nutzen kann.',
    send: 'Code senden',
    checkMailbox: 'Sehen Sie in diesem Postfach nach',
    sentTo:
      'Wir haben einen sechsstelligen Code an <b>{email}</b> geschickt. Er gilt zehn Minuten und nur in diesem Tab.',
    sentLater: 'Wir schicken einen zwölfstelligen Code an <b>{email}</b>. Er gilt zehn Minuten und nur in diesem Tab.',
    code: 'Code aus der E-Mail',
    over: 'Dieser Code ist abgelaufen oder wurde schon benutzt. Lassen Sie sich einen neuen schicken.',
    back: 'Zurück',
    confirm: 'Diese Adresse hinzufügen',
    done: '{email} wurde hinzugefügt. Wir haben es allen Ihren Adressen mitgeteilt.',
  },
  actions: 'Aktionen für {address}',
  promote: {
    done: '{address} ist jetzt Ihre Hauptadresse.',
    button: 'Zur Hauptadresse',
    label: 'Zur Hauptadresse machen: {address}',
    title: 'Zur Hauptadresse machen?',
    name: '<b>{address}</b> wird der Name Ihres Kontos. Passwortmanager, die das unterstützen, zeigen die Adresse dann bei Ihren Passkeys.',
    stays:
      'Sie kann eine Wiederherstellung abbrechen, die eine andere Adresse begonnen hat. Es sollte also Ihr sicherstes Postfach sein. Die bisherige Hauptadresse bleibt im Konto.',
    keep: 'So lassen',
    confirm: 'Zur Hauptadresse machen',
  },
  remove: {
    done: '{address} wurde entfernt und bekommt eine letzte E-Mail.',
    button: 'Entfernen',
    label: '{address} entfernen',
    title: 'Adresse entfernen?',
    last: '<b>{address}</b> bekommt eine letzte E-Mail. Sie bringt Sie danach nicht mehr ins Konto zurück.',
    after: 'Sieben Tage lang können Sie sie hier zurückholen. Wer ihr Postfach liest, kann das nicht.',
    keep: 'Behalten',
    confirm: 'Diese Adresse entfernen',
  },
  removed: {
    list: 'In den letzten sieben Tagen entfernt',
    when: 'Entfernt <time></time>',
    button: 'Zurückholen',
    label: '{address} zurückholen',
    done: '{address} ist wieder da.',
  },
  letters: {
    title: 'Welche E-Mails Sie bekommen',
    always:
      'Allen Ihren Adressen schreiben wir immer, wenn etwas beeinflusst, wer in Ihr Konto kommt: Anmeldungen in einem neuen Browser, Zugänge, Adressen, Wiederherstellung, Löschung und Versuche, die nach einem Angriff aussehen. Das kann niemand abschalten.',
    some: 'Diese informieren Sie nur. Wenn Sie eine abschalten, steht sie trotzdem in Ihrer Aktivität. Wir schreiben allen Ihren Adressen, dass Sie das geändert haben.',
    of: {
      'data-exported': 'Meine Daten wurden heruntergeladen',
      'totp-revived': 'Meine Authenticator-App gilt wieder, nachdem sie gesperrt war',
    },
    save: 'Auswahl speichern',
    done: 'Ihre Auswahl der E-Mails wurde gespeichert. Wir haben es allen Ihren Adressen mitgeteilt.',
  },
}
