import type { Translated } from '#server/words/catalogue.ts'
import type { rehearsal as english } from '#server/words/en/rehearsal.ts'

export const rehearsal: Translated<typeof english> = {
  title: 'Den Verlust dieses Geräts proben',
  about:
    'Stellen Sie sich vor, dieses Gerät ist jetzt weg. Unten steht, was Sie dann bräuchten. Nichts wird verbraucht und nichts geändert; wir schreiben nur auf, wann Sie geprobt haben.',
  remaining: 'Was weiterhin funktionieren würde',
  mailbox: {
    title: 'Können Sie Ihr Postfach lesen?',
    about:
      'Wir senden einen Code an {email}. Lesen Sie ihn auf einem anderen Gerät, wenn Sie können. Der Code öffnet nichts.',
    send: 'Code senden',
    sentTo: 'Wir haben einen Code an <b>{email}</b> gesendet.',
    sentLater: 'Wir senden einen Code an <b>{email}</b>.',
    code: 'Code aus der E-Mail',
    check: 'Code prüfen',
    over: 'Der Code ist abgelaufen. Senden Sie einen neuen.',
    done: 'Sie können Ihr Postfach lesen.',
  },
  codes: {
    title: 'Haben Sie Ihre Backup-Codes?',
    about:
      'Holen Sie sie von dort, wo Sie sie aufbewahren, und geben Sie einen ein. Wir sehen uns nur seine Form an, er bleibt also unbenutzt.',
    none: 'Sie haben keine Backup-Codes. Erstellen Sie welche, und bewahren Sie sie nicht auf diesem Gerät auf.',
    create: 'Backup-Codes erstellen',
    code: 'Ein Backup-Code',
    check: 'Form prüfen',
    fits: 'Das hat die Form eines Backup-Codes. Er wurde nicht verglichen und nicht benutzt.',
    no: 'Das hat nicht die Form eines Backup-Codes: fünfmal vier Buchstaben oder Ziffern. Suchen Sie das richtige Blatt.',
  },
  app: {
    title: 'Ist Ihre Authenticator-App auf einem anderen Gerät?',
    about: 'Öffnen Sie sie dort und suchen Sie {product}. Ist die App nur auf diesem Gerät, wäre sie auch weg.',
    yes: 'Ja, sie ist da',
    done: 'Ihre App würde weiterhin funktionieren.',
    none: 'Sie haben keine Authenticator-App. Mit ihr und Ihrem Postfach kommen Sie sofort hinein.',
    setUp: 'App einrichten',
  },
  done: {
    title: 'Geprobt',
    about: 'Sie kennen den Weg zurück. Proben Sie in einem halben Jahr wieder, oder wenn Sie Ihr Telefon wechseln.',
    back: 'Zurück zur Übersicht',
  },
  last: 'Zuletzt geprobt haben Sie <time></time>.',
}
