import type { Translated } from '#server/words/catalogue.ts'
import type { recoveryLetters as english } from '#server/words/en/recovery-letters.ts'

export const recoveryLetters: Translated<typeof english> = {
  started:
    'Jemand, der die Post an {address} lesen kann, möchte ohne einen Passkey oder Code von Ihnen zurück in Ihr Konto bei {product}.',
  startedWait:
    'Niemand kommt hinein, bevor die Wartezeit vorbei ist: frühestens in {hours, plural, one {# Stunde} other {# Stunden}}, am {readyAt}. Bis dahin ändert sich nichts, und Ihre Passkeys gelten weiter.',
  startedYou: 'Wenn Sie das waren, müssen Sie jetzt nichts tun. Wir schreiben Ihnen wieder, wenn es so weit ist.',
  waiting:
    'Die Wiederherstellung Ihres Kontos bei {product} über {address} wartet noch. Vor {readyAt}, {hours, plural, one {# Stunde} other {# Stunden}} nach dem Beginn, kommt niemand hinein.',
  waitingYou:
    'Wenn Sie sie begonnen haben, müssen Sie jetzt nichts tun. Wir schreiben Ihnen wieder, wenn es so weit ist.',
  ready:
    'Die Wartezeit ist vorbei. Mit {address} können Sie jetzt zurück in Ihr Konto bei {product}. Dafür haben Sie 72 Stunden, bis {closesAt}.',
  readyOther:
    'Die Wartezeit ist vorbei. Wer {address} lesen kann, kann jetzt in Ihr Konto bei {product}. Dafür bleiben 72 Stunden, bis {closesAt}.',
  readyHow: 'Lassen Sie sich über den Link unten einen neuen Code schicken und erstellen Sie einen neuen Passkey.',
  goOn: 'Zurück in mein Konto',
  readyReplaces:
    'Der neue Passkey ersetzt alle bisherigen Wege, sich anzumelden: Passkeys, Authenticator-App, Backup-Codes und Passwort. Alle Sitzungen enden.',
  cancelled:
    'Die Wiederherstellung Ihres Kontos bei {product} wurde abgebrochen. Niemand kam hinein, nichts wurde verändert, und die Links aus den E-Mails dazu gelten nicht mehr.',
  cancelledNotYou:
    'Wenn Sie sich weiterhin nicht anmelden können, beginnen Sie noch einmal unter {page}. Wer sie abgebrochen hat, hatte eine der E-Mails oder ist in Ihrem Konto angemeldet.',
  completed:
    'Ihr Konto bei {product} wurde wiederhergestellt. Es hat einen neuen Passkey und neue Backup-Codes. Kein früherer Zugang gilt mehr, und alle anderen Sitzungen wurden beendet.',
  completedYou:
    'Wenn Sie es waren, müssen Sie nichts tun. Zehn Tage lang kann der neue Passkey nichts aus dem Konto entfernen.',
  completedNotYou:
    'Haben Sie noch einen Passkey oder Code von vorher? Melden Sie sich bis zum {until} damit an. Dann bekommen Sie das Konto zurück, wie es war.',
  completedNoPasskey:
    'Wenn nicht, ändern Sie zuerst das Passwort Ihres Postfachs und stellen Sie das Konto dann selbst wieder her: {page}.',
  takeBack: 'Konto zurückholen',
  takenBack: 'Jemand hat Ihr Konto bei {product} mit einem früheren Zugang zurückgeholt.',
  takenBackWhat:
    'Alles, was seit dem Entfernen dieses Zugangs dazugekommen war, ist weg, und was seitdem entfernt wurde, ist wieder da. Alle anderen Sitzungen wurden beendet.',
  takenBackNotYou:
    'Jemand hat einen Ihrer Passkeys oder Codes. Melden Sie sich an, entfernen Sie ihn und sehen Sie Ihre Sitzungen durch. Wenn das nicht geht: {page}.',
  stopByTouch:
    'Melden Sie sich mit einem Passkey, Ihrer Authenticator-App oder einem Backup-Code an und brechen Sie sie dort ab. Die Hauptadresse des Kontos kann das auch mit ihrer eigenen E-Mail.',
  stop: 'Brechen Sie sie mit dem Link oben ab. Das Öffnen der Seite allein verändert nichts: Sie geben dort das Wort CANCEL ein. Sie müssen sich dafür nicht anmelden.',
  stillTime:
    'Noch ist Zeit. Brechen Sie sie mit dem Link oben ab. Das Öffnen der Seite allein verändert nichts: Sie geben dort das Wort CANCEL ein. Sie müssen sich dafür nicht anmelden.',
  mailbox: 'Wer sie begonnen hat, kann Ihre E-Mails lesen. Ändern Sie auch das Passwort Ihres Postfachs.',
  toAccount: 'Anmelden und abbrechen',
  link: 'Diese Wiederherstellung abbrechen',
}
