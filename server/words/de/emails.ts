import type { Translated } from '#server/words/catalogue.ts'
import type { emails as english } from '#server/words/en/emails.ts'

export const emails: Translated<typeof english> = {
  title: 'Adressen',
  about:
    'An alle schreiben wir, wenn es um die Sicherheit Ihres Kontos geht, und jede kann Ihnen wieder hineinhelfen. Haben Sie am besten zwei: Dann schadet es nicht, wenn ein Postfach verloren geht.',
  list: 'Ihre Adressen',
  primary: 'Hauptadresse',
  added: 'Hinzugefügt <time></time>',
  waiting: 'Bekommt schon unsere E-Mails; kann Ihr Konto <time></time> wiederherstellen',
  only: 'Ihre Passkeys tragen diese Adresse. Sie bleibt, solange sie Ihre einzige ist.',
  carried: 'Ihre Passkeys tragen diese Adresse. Um sie zu entfernen, machen Sie zuerst eine andere zur Hauptadresse.',
  add: {
    button: 'Adresse hinzufügen',
    first: 'Zuerst schicken wir einen Code dorthin, um sicher zu sein, dass das Postfach Ihnen gehört.',
    told: 'Ihre anderen Adressen erfahren davon; von dort lässt es sich 7 Tage lang rückgängig machen.',
    wait: 'Die neue Adresse bekommt unsere E-Mails sofort, kann Ihr Konto aber frühestens nach 24 Stunden wiederherstellen.',
    send: 'Code senden',
    checkMailbox: 'Sehen Sie in dieses Postfach',
    sentTo: 'Wir haben sechs Ziffern an <b>{email}</b> geschickt. Sie gelten zehn Minuten, hier in diesem Tab.',
    code: 'Code aus der E-Mail',
    over: 'Dieser Code ist abgelaufen oder wurde schon benutzt. Senden Sie einen neuen.',
    back: 'Zurück',
    confirm: 'Diese Adresse hinzufügen',
    done: '{email} ist hinzugefügt. Wir haben es allen Ihren Adressen gesagt.',
  },
  actions: 'Was mit {address} geschehen soll',
  promote: {
    done: '{address} ist jetzt Ihre Hauptadresse.',
    button: 'Zur Hauptadresse',
    label: 'Zur Hauptadresse machen: {address}',
    title: 'Zur Hauptadresse machen?',
    name: '<b>{address}</b> wird der Name Ihres Kontos. Passwortmanager, die das können, zeigen die Adresse dann bei Ihren Passkeys.',
    stays:
      'Die bisherige Hauptadresse bleibt. Sie erfährt davon; von dort lässt es sich 7 Tage lang rückgängig machen.',
    keep: 'So lassen',
    confirm: 'Zur Hauptadresse machen',
  },
  remove: {
    done: '{address} ist entfernt und bekommt eine letzte E-Mail.',
    button: 'Entfernen',
    label: '{address} entfernen',
    title: 'Adresse entfernen?',
    last: '<b>{address}</b> bekommt eine letzte E-Mail. Von dort lässt es sich 7 Tage lang rückgängig machen.',
    after: 'Danach kann sie Ihnen nicht mehr ins Konto helfen und bekommt keine E-Mails mehr von uns.',
    keep: 'Behalten',
    confirm: 'Diese Adresse entfernen',
  },
}
