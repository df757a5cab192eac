import type { Translated } from '#server/words/catalogue.ts'
import type { recover as english } from '#server/words/en/recover.ts'

export const recover: Translated<typeof english> = {
  title: 'Ich kann meinen Passkey nicht benutzen',
  steps: {
    address: 'Adresse',
    code: 'Code',
    way: 'Zugang',
  },
  found: 'Passkey gefunden? <link>Anmelden</link>',
  welcome: 'Wir bringen Sie zurück ins Konto',
  freshTitle: 'Bitte neuen Code anfordern',
  intro: 'Wir schicken einen Code an Ihr Postfach. Danach zeigen wir Ihnen, was möglich ist.',
  emailHint: 'Sie können jede Adresse Ihres Kontos verwenden.',
  sendCode: 'Code zusenden',
  sendFresh: 'Neuen Code zusenden',
  over: 'Dieser Schritt ist abgelaufen, oder die Wiederherstellung wurde abgebrochen. Lassen Sie sich einen neuen Code schicken, um weiterzumachen.',
  checkMail: 'Sehen Sie in Ihrem Postfach nach',
  sentTo:
    'Wenn <b>{email}</b> zu einem Konto gehört, haben wir einen sechsstelligen Code dorthin geschickt. Er gilt zehn Minuten und nur in diesem Tab.',
  sentLater:
    'Wenn <b>{email}</b> zu einem Konto gehört, schicken wir einen zwölfstelligen Code dorthin. Er gilt zehn Minuten und nur in diesem Tab.',
  code: 'Code aus der E-Mail',
  codeTries: 'Zu viele Versuche mit diesem Code. Lassen Sie sich einen neuen schicken.',
  when: {
    title: 'Was passiert, wenn …',
    passkey: {
      what: 'Sie haben noch einen anderen Passkey',
      todo: 'Melden Sie sich damit an und entfernen Sie den verlorenen. Wenn jemand anderes das Gerät hat, entfernen Sie ihn endgültig.',
    },
    code: {
      what: 'Sie haben Ihre Authenticator-App oder einen Backup-Code',
      todo: 'Zusammen mit Ihrem Postfach kommen Sie damit sofort hinein.',
    },
    mailbox: {
      what: 'Sie haben nur Ihr Postfach',
      todo: 'Sie warten. Wir schreiben allen, die das abbrechen können, und danach erstellen Sie einen neuen Passkey.',
    },
    started: {
      what: 'Jemand anderes hat eine Wiederherstellung begonnen',
      todo: 'Brechen Sie sie ab: mit Ihrem Passkey, mit einem Code oder mit dem Link in der E-Mail an Ihre Hauptadresse.',
    },
    completed: {
      what: 'Jemand anderes hat eine abgeschlossen',
      todo: 'Melden Sie sich innerhalb von sieben Tagen mit Ihrem alten Passkey an, oder hier mit Ihrem alten Code. Dann können Sie das Konto zurückholen.',
    },
    session: {
      what: 'Jemand anderes ist in Ihrem Konto angemeldet',
      todo: 'Melden Sie sich an, entfernen Sie, was Sie nicht hinzugefügt haben, und melden Sie sich überall sonst ab. Was die andere Person hinzugefügt hat, kann zehn Tage lang nichts wegnehmen.',
    },
  },
  second: {
    title: 'Noch ein Code',
    intro:
      'Das Postfach gehört Ihnen. Geben Sie einen Code ein, den nur Sie haben, und Sie sind sofort wieder im Konto.',
    signIn: 'Anmelden',
    lost: 'Die Codes habe ich auch verloren',
    back: 'Zurück zur Wiederherstellung',
    lostHint: 'Dann gibt es eine Wartezeit von {hours, number} Stunden. Sie beginnt erst, wenn Sie sie starten.',
  },
  explain: {
    title: 'Es gibt eine Wartezeit von {hours, number} Stunden',
    intro:
      'Ihr Postfach ist der einzige Nachweis, den wir haben, und vielleicht können es auch andere lesen. Deshalb warten wir und sagen es allen, die das hier verhindern können.',
    now: 'Sofort',
    nowText:
      'Wir schreiben an jede Adresse des Kontos. Wer dort angemeldet ist, sieht einen Hinweis. Die Hauptadresse und jeder mit einem Passkey oder Code kann die Wiederherstellung abbrechen.',
    meanwhile: 'Während der Wartezeit',
    meanwhileText: 'Nichts ändert sich. Wenn Sie Ihren Passkey oder einen Code finden, gilt er weiterhin.',
    after: 'Nach {hours, number} Stunden',
    afterText:
      'Wir schreiben noch einmal. Sie kommen hierher zurück, bekommen einen neuen Code und erstellen einen neuen Passkey. Dafür haben Sie 72 Stunden.',
    end: 'Danach',
    endText:
      'Ihr neuer Passkey ersetzt alles andere. Ältere Passkeys, Authenticator-App, Backup-Codes und Passwort gelten nicht mehr, und alle Sitzungen enden. Sieben Tage lang kann ein älterer Passkey das Konto zurückholen.',
    start: '{hours, number} Stunden Wartezeit starten',
  },
  codeAfterAll: 'Ich habe einen Code gefunden',
  sending: 'Die erste E-Mail wird verschickt',
  sendingHint:
    'Die Wartezeit beginnt, sobald unsere E-Mail unterwegs ist. Bitte lassen Sie diese Seite noch einen Moment offen.',
  waiting: {
    title: 'Die Wartezeit hat begonnen',
    toGo: 'noch zu warten',
    goOn: 'Sie können weitermachen ab',
    comeBack: 'Kommen Sie dann auf diese Seite zurück. Bis dahin können Sie sie schließen. Wir schreiben Ihnen auch.',
    freshCode: 'Sie bekommen einen neuen Code und erstellen einen neuen Passkey. Dafür haben Sie 72 Stunden.',
    turnsUp: 'Wenn Sie Ihren Passkey vorher finden, melden Sie sich an und brechen Sie die Wiederherstellung ab.',
    blind:
      'Wir brauchen einen neuen Code, bevor Sie hier sehen können, ob die Wiederherstellung noch läuft, oder sie abbrechen können.',
    underMinute: 'unter 1 min',
  },
  runOut: 'Diese Wiederherstellung ist abgelaufen',
  runOutHint:
    'Die 72 Stunden sind vorbei, und nichts wurde verändert. Sie können mit einem neuen Code von vorn beginnen.',
  waitOver: 'Die Wartezeit ist vorbei',
  waitOverHint:
    'Wir schicken noch einen Code an <b>{email}</b>, um sicher zu sein, dass Sie es noch sind. Dann erstellen Sie Ihren neuen Passkey.',
  ready: {
    title: 'Neuen Passkey erstellen',
    intro: 'Die Wartezeit ist vorbei. Wenn Sie Ihren neuen Passkey erstellen, passiert Folgendes:',
    removed: 'Ältere Passkeys, Authenticator-App, Backup-Codes und Passwort gelten nicht mehr.',
    sessions: 'Sie werden überall sonst abgemeldet.',
    codes: 'Sie bekommen sofort zehn neue Backup-Codes.',
    hold: 'Zehn Tage lang kann der neue Passkey nichts aus dem Konto entfernen. Sieben Tage lang kann ein älterer Passkey das Konto zurückholen.',
    until: 'Sie haben Zeit bis <time></time>.',
    make: 'Meinen neuen Passkey erstellen',
  },
  codes: {
    title: 'Sie sind wieder in Ihrem Konto',
    intro:
      'Ihr neuer Passkey funktioniert. Diese zehn Backup-Codes ersetzen die alten. Bewahren Sie sie getrennt von diesem Gerät auf. Jeder gilt einmal.',
  },
  offer: {
    title: 'Sie sind angemeldet',
    yours:
      'Ist das Ihr eigenes Gerät? Dann erstellen Sie darauf einen Passkey. Beim nächsten Mal brauchen Sie keine Codes.',
    unable: 'Dieser Browser kann keinen Passkey speichern. Fügen Sie bald einen von einem eigenen Gerät aus hinzu.',
    add: 'Auf diesem Gerät einen Passkey hinzufügen',
    notHere: 'Nicht auf diesem Rechner',
    toAccount: 'Zu Ihrem Konto',
    twelveHours:
      'Diese Sitzung endet nach 12 Stunden von selbst. Wenn der Rechner nicht Ihnen gehört, melden Sie sich ab, bevor Sie gehen.',
  },
  stop: {
    button: 'Wiederherstellung abbrechen',
    title: 'Wiederherstellung abbrechen?',
    stays: 'Das Konto bleibt, wie es ist. Wir teilen es allen seinen Adressen mit.',
    lost: 'Die bisherige Wartezeit verfällt. Eine neue Wiederherstellung wartet von vorn.',
    keep: 'Weiter warten',
    stop: 'Ja, abbrechen',
    stopped: 'Die Wiederherstellung wurde abgebrochen',
    stoppedHint: 'Niemand kam ins Konto, und nichts wurde verändert. Wir haben es jeder Adresse des Kontos mitgeteilt.',
    toSignIn: 'Zur Anmeldung',
    again: 'Von vorn beginnen',
  },
}
