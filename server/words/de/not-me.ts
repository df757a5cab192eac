import type { Translated } from '#server/words/catalogue.ts'
import type { notMe as english } from '#server/words/en/not-me.ts'

export const notMe: Translated<typeof english> = {
  title: 'Das war ich nicht',
  back: 'Zurück zur Aktivität',
  session: 'Es geht um die Sitzung auf <b>{device}</b> von {ip}.',
  end: {
    title: 'Sitzung beenden',
    live: 'Sie ist noch angemeldet. Wenn Sie sie beenden, ist beim nächsten Klick dort Schluss.',
    over: 'Sie ist beendet. Mit ihr ist niemand mehr angemeldet.',
    here: 'Das ist die Sitzung, in der Sie gerade sind. Wenn jemand anderes diesen Browser benutzt hat, melden Sie überall sonst ab und dann hier.',
  },
  did: {
    title: 'Was dort geschah',
    list: 'Was in dieser Sitzung geschah, das Neueste zuerst',
    nothing: 'Nichts, was hier verzeichnet ist.',
    older: 'In der Aktivität steht noch mehr.',
  },
  close: {
    title: 'Schließen, was offen sein könnte',
    passkey: 'Seitdem kam der Passkey „{name}“ dazu. Entfernen Sie ihn, wenn er nicht Ihrer ist.',
    noPasskey: 'Seitdem kam kein Passkey dazu.',
    address: 'Seitdem kam die Adresse {address} dazu. Entfernen Sie sie, wenn sie nicht Ihre ist.',
    noAddress: 'Seitdem kam keine Adresse dazu.',
    removed: 'Seitdem wurde etwas entfernt. Sieben Tage lang können Sie es zurückholen.',
    codes: 'Erstellen Sie neue Backup-Codes, damit alte Kopien wertlos sind.',
    password: 'Ändern Sie Ihr Passwort.',
    mailbox: 'Ändern Sie das Passwort Ihres Postfachs. Ein Code daraus wurde verwendet.',
    look: 'Passkeys ansehen',
    lookAddresses: 'Adressen ansehen',
    toFallbacks: 'Ersatzzugänge',
  },
  failed: {
    title: 'Niemand kam hinein',
    about:
      'Das wurde abgelehnt. An Ihrem Konto hat sich nichts geändert, und es gibt nichts zu beenden. Jemand kennt Ihre Adresse oder hat sich vertippt.',
    often: 'Wenn das oft geschieht, prüfen Sie, ob Sie ein Passwort brauchen: Ein Passkey lässt sich nicht erraten.',
  },
  administered: {
    title: 'Das war die Verwaltung',
    about:
      'Es kam von denen, die diese Seite betreiben, und aus keiner Ihrer Sitzungen. In Ihrem Namen anmelden können sie sich nicht, und sie sehen keinen Code und keinen Passkey von Ihnen.',
    ask: 'Fragen Sie dort nach dem Grund. Was die Verwaltung tut, wird gesondert festgehalten.',
  },
  recovery: {
    title: 'Jemand hat eine Wiederherstellung verlangt',
    live: 'Sie ist nicht vorbei. Brechen Sie sie im Hinweis oben auf dieser Seite ab: Dann ändert sich nichts an Ihrem Konto.',
    over: 'Sie ist vorbei, und es gibt nichts abzubrechen.',
    mailbox: 'Wenn Sie das nicht waren, kann jemand Ihre E-Mails lesen. Ändern Sie das Passwort Ihres Postfachs.',
  },
  unknown: {
    title: 'Nichts zu beenden',
    about: 'Diesen Eintrag gibt es nicht, oder zu ihm gehört keine Sitzung.',
  },
}
