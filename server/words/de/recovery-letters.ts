import type { Translated } from '#server/words/catalogue.ts'
import type { recoveryLetters as english } from '#server/words/en/recovery-letters.ts'

export const recoveryLetters: Translated<typeof english> = {
  started:
    'Jemand, der Ihre E-Mails lesen kann, möchte ohne einen Passkey oder Code von Ihnen zurück in Ihr Konto bei {product}.',
  startedWait:
    'Niemand kommt hinein, bevor die Wartezeit vorbei ist, frühestens am {readyAt}. Bis dahin bleibt alles, wie es ist, und Ihre Passkeys gelten weiter.',
  startedYou: 'Wenn Sie das waren, ist jetzt nichts zu tun: Wir schreiben Ihnen wieder, wenn es so weit ist.',
  waiting: 'Die Wiederherstellung Ihres Kontos bei {product} wartet noch. Vor {readyAt} kommt niemand hinein.',
  waitingYou: 'Wenn Sie sie begonnen haben, ist jetzt nichts zu tun: Wir schreiben Ihnen wieder, wenn es so weit ist.',
  ready:
    'Die Wartezeit ist vorbei: Sie können jetzt zurück in Ihr Konto bei {product}. Dafür haben Sie 72 Stunden, bis {closesAt}.',
  readyHow:
    'Gehen Sie zurück zu {page}, lassen Sie sich dort einen neuen Code schicken und erstellen Sie einen neuen Passkey.',
  readyReplaces:
    'Der neue Passkey ersetzt alles, womit man bisher in das Konto kam: Passkeys, Authenticator-App, Backup-Codes und Passwort. Alle Sitzungen enden.',
  cancelled:
    'Die Wiederherstellung Ihres Kontos bei {product} wurde gestoppt. Niemand kam hinein, nichts wurde verändert, und die Links aus ihren E-Mails sind tot.',
  cancelledNotYou:
    'Wenn Sie sich weiterhin nicht anmelden können, beginnen Sie noch einmal unter {page}. Wer sie gestoppt hat, hatte eine der E-Mails oder ist in Ihrem Konto angemeldet.',
  completed:
    'Ihr Konto bei {product} wurde wiederhergestellt: Es hat einen neuen Passkey und neue Backup-Codes. Alles, womit man bisher hineinkam, wurde entfernt, und alle anderen Sitzungen sind beendet.',
  completedHold:
    'In den nächsten 72 Stunden lassen sich seine Adressen nicht ändern, und es kann nicht gelöscht werden.',
  completedNotYou:
    'Ändern Sie zuerst das Passwort Ihres Postfachs. Holen Sie sich dann das Konto unter {page} zurück: Ihre Adressen gehören noch dazu.',
  stop: 'Stoppen Sie sie mit dem Link oben. Das Öffnen der Seite allein verändert nichts: Sie tippen dort das Wort CANCEL. Anmelden müssen Sie sich dafür nicht.',
  stillTime:
    'Noch ist Zeit. Stoppen Sie sie mit dem Link oben. Das Öffnen der Seite allein verändert nichts: Sie tippen dort das Wort CANCEL. Anmelden müssen Sie sich dafür nicht.',
  mailbox: 'Wer sie begonnen hat, kann Ihre E-Mails lesen: Ändern Sie auch das Passwort Ihres Postfachs.',
  link: 'Diese Wiederherstellung stoppen',
}
