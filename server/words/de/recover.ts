import type { Translated } from '#server/words/catalogue.ts'
import type { recover as english } from '#server/words/en/recover.ts'

export const recover: Translated<typeof english> = {
  title: 'Ich kann meinen Passkey nicht benutzen',
  steps: {
    address: 'Adresse',
    code: 'Code',
    way: 'Zurück ins Konto',
  },
  found: 'Passkey gefunden? <link>Anmelden</link>',
  otherAddress: 'Andere Adresse verwenden',
  welcome: 'Wir bringen Sie zurück ins Konto',
  freshTitle: 'Bitte einen neuen Code',
  intro: 'Wir schicken einen Code an Ihr Postfach. Danach zeigen wir Ihnen, was von hier aus möglich ist.',
  emailHint: 'Irgendeine Adresse, die zu Ihrem Konto gehört.',
  sendCode: 'Code zusenden',
  sendFresh: 'Neuen Code zusenden',
  over: 'Dieser Schritt ist abgelaufen, oder die Wiederherstellung wurde inzwischen gestoppt. Lassen Sie sich einen neuen Code schicken, um weiterzumachen.',
  checkMail: 'Sehen Sie in Ihr Postfach',
  sentTo:
    'Wenn <b>{email}</b> zu einem Konto gehört, sind sechs Ziffern dorthin unterwegs. Sie gelten zehn Minuten, hier in diesem Tab.',
  code: 'Code aus der E-Mail',
  resend: 'Neuen Code senden',
  sentAgain: 'Ein neuer Code ist unterwegs. Hier gilt nur der neueste.',
  codeTries: 'Zu viele Versuche mit diesem Code. Lassen Sie sich einen neuen schicken.',
  second: {
    title: 'Noch ein Code',
    intro: 'Das Postfach gehört Ihnen. Mit einem Code, den nur Sie haben, sind Sie sofort wieder im Konto.',
    signIn: 'Anmelden',
    lost: 'Die habe ich auch verloren',
    back: 'Zurück zur Wiederherstellung',
    lostHint: 'Dann heißt es {hours, number} Stunden warten. Die Zeit beginnt erst, wenn Sie es sagen.',
  },
  explain: {
    title: 'Es gibt eine Wartezeit von {hours, number} Stunden',
    intro:
      'Für Sie spricht jetzt nur Ihr Postfach, und das können vielleicht auch andere lesen. Deshalb warten wir und sagen es allen, die Nein sagen könnten.',
    now: 'Sofort',
    nowText:
      'Wir schreiben an jede Adresse des Kontos. Wer dort angemeldet ist, sieht einen Hinweis. Jeder von ihnen kann das hier stoppen.',
    meanwhile: 'Währenddessen',
    meanwhileText: 'Nichts ändert sich. Wenn Ihr Passkey oder ein Code auftaucht, gilt er weiterhin.',
    after: 'Nach {hours, number} Stunden',
    afterText:
      'Wir schreiben noch einmal. Sie kommen hierher zurück, bekommen einen neuen Code und erstellen einen neuen Passkey. Dafür haben Sie 72 Stunden.',
    end: 'Danach',
    endText:
      'Ihr neuer Passkey ersetzt alles andere: Ältere Passkeys, Authenticator-App, Backup-Codes und Passwort werden entfernt, und alle Sitzungen enden.',
    start: '{hours, number} Stunden Wartezeit beginnen',
  },
  codeAfterAll: 'Ich habe doch einen Code',
  sending: 'Die erste E-Mail wird verschickt',
  sendingHint:
    'Die Zeit läuft, sobald unsere E-Mail unterwegs ist. Bitte lassen Sie diese Seite noch einen Moment offen.',
  waiting: {
    title: 'Die Wartezeit läuft',
    toGo: 'noch zu warten',
    goOn: 'Weiter geht es am',
    comeBack: 'Kommen Sie dann auf diese Seite zurück. Bis dahin können Sie sie schließen; wir schreiben Ihnen auch.',
    freshCode: 'Sie bekommen einen neuen Code und erstellen einen neuen Passkey. Dafür sind 72 Stunden Zeit.',
    turnsUp: 'Wenn Ihr Passkey vorher auftaucht, melden Sie sich einfach an und stoppen das hier.',
    blind: 'Um von hier aus zu sehen, ob sie noch läuft, oder um sie zu stoppen, brauchen wir einen neuen Code.',
    underMinute: 'unter 1 min',
  },
  runOut: 'Diese Wiederherstellung ist abgelaufen',
  runOutHint:
    'Ihre 72 Stunden sind vorbei, und nichts wurde verändert. Sie können mit einem neuen Code von vorn beginnen.',
  waitOver: 'Die Wartezeit ist vorbei',
  waitOverHint:
    'Damit sicher ist, dass Sie es noch sind, schicken wir noch einen Code an <b>{email}</b>. Dann erstellen Sie Ihren neuen Passkey.',
  ready: {
    title: 'Neuen Passkey erstellen',
    intro: 'Die Wartezeit ist vorbei. Ihr neuer Passkey tritt an die Stelle von allem, womit man in das Konto kam:',
    removed: 'Ältere Passkeys, Authenticator-App, Backup-Codes und Passwort werden entfernt.',
    sessions: 'Alle anderen Sitzungen enden.',
    codes: 'Sie bekommen sofort zehn neue Backup-Codes.',
    hold: '72 Stunden lang lassen sich keine Adressen ändern, und das Konto kann nicht gelöscht werden.',
    until: 'Dafür ist Zeit bis <time></time>.',
    make: 'Meinen neuen Passkey erstellen',
  },
  codes: {
    title: 'Sie sind wieder in Ihrem Konto',
    intro:
      'Ihr neuer Passkey gilt. Diese zehn Backup-Codes ersetzen die alten, und wir zeigen sie nur dieses eine Mal. Bewahren Sie sie getrennt von diesem Gerät auf; jeder gilt einmal.',
  },
  offer: {
    title: 'Sie sind angemeldet',
    yours:
      'Ist das Ihr eigenes Gerät? Dann erstellen Sie darauf einen Passkey, und beim nächsten Mal brauchen Sie keine Codes.',
    unable: 'Dieser Browser kann keinen Passkey aufbewahren. Fügen Sie bald einen von einem eigenen Gerät aus hinzu.',
    add: 'Auf diesem Gerät einen Passkey hinzufügen',
    notHere: 'Nicht auf diesem Rechner',
    toAccount: 'Zu Ihrem Konto',
    twelveHours:
      'Diese Sitzung endet nach 12 Stunden von selbst. Wenn der Rechner nicht Ihnen gehört, melden Sie sich ab, bevor Sie gehen.',
  },
  stop: {
    button: 'Diese Wiederherstellung stoppen',
    title: 'Diese Wiederherstellung stoppen?',
    stays: 'Das Konto bleibt, wie es ist. Wir sagen es allen seinen Adressen.',
    lost: 'Die bisherige Wartezeit verfällt: Eine neue Wiederherstellung wartet von vorn.',
    keep: 'Weiter warten',
    stop: 'Stoppen',
    stopped: 'Die Wiederherstellung wurde gestoppt',
    stoppedHint: 'Niemand kam ins Konto, und nichts wurde verändert. Wir haben es jeder Adresse des Kontos gesagt.',
    toSignIn: 'Zur Anmeldung',
    again: 'Von vorn beginnen',
  },
}
