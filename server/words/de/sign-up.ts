import type { Translated } from '#server/words/catalogue.ts'
import type { signUp as english } from '#server/words/en/sign-up.ts'

export const signUp: Translated<typeof english> = {
  title: 'Konto anlegen',
  steps: {
    address: 'Adresse',
    code: 'Code',
    passkey: 'Passkey',
  },
  intro: 'Zuerst prüfen wir, dass dieses Postfach Ihnen gehört. Ein Passwort brauchen Sie nicht.',
  emailHint: 'Wir schreiben dorthin, wenn es um die Sicherheit Ihres Kontos geht, und um Sie wieder hineinzulassen.',
  sendCode: 'Code zusenden',
  haveAccount: 'Schon ein Konto? <link>Anmelden</link>',
  codeOver: 'Dieser Code ist abgelaufen oder wurde schon benutzt. Lassen Sie sich einen neuen schicken.',
  checkMail: 'Sehen Sie in Ihrem Postfach nach',
  sentTo:
    'Wir haben einen sechsstelligen Code an <b>{email}</b> geschickt. Er gilt zehn Minuten und nur in diesem Tab.',
  sentLater: 'Wir schicken einen zwölfstelligen Code an <b>{email}</b>. Er gilt zehn Minuten und nur in diesem Tab.',
  code: 'Code aus der E-Mail',
  mailbox: 'Dieser Server verschickt keine E-Mails. Seine E-Mails liegen in <link>seinem eigenen Postfach</link>.',
  newTab: '(neuer Tab)',
  passkeyTitle: 'Erstellen Sie Ihren Passkey',
  yours: '<b>{email}</b> gehört Ihnen. Erstellen Sie jetzt den Passkey, mit dem Sie sich anmelden.',
  kept: 'Ihr Gerät oder Ihr Passwortmanager speichert ihn.',
  neverLeaves: 'Fingerabdruck und Gesicht verlassen das Gerät nie.',
  moreLater: 'Sie können später weitere Passkeys hinzufügen.',
  create: 'Passkey erstellen',
  passkeyOver: 'Das hat mehr als fünf Minuten gedauert. Lassen Sie sich einen neuen Code schicken, um weiterzumachen.',
  doneTitle: 'Geschafft',
  doneIntro:
    'Ihr Konto ist angelegt, und Sie sind angemeldet. Sorgen Sie jetzt dafür, dass Sie es nicht verlieren. Das geht auch später in Ihrem Konto.',
  done: 'Erledigt:',
  toDo: 'Offen:',
  firstPasskey: 'Ihr erster Passkey',
  codes: 'Backup-Codes',
  codesNote: 'Zehn Codes für die Schublade oder den Tresor, falls Sie alle Geräte verlieren.',
  makeCodes: 'Backup-Codes erstellen',
  secondPasskey: 'Einen zweiten Passkey hinzufügen',
  secondPasskeyNote: 'Auf einem anderen Gerät oder einem Sicherheitsschlüssel, falls Sie dieses Gerät verlieren.',
  app: 'Eine Authenticator-App einrichten',
  appNote: 'Für einen Rechner, der Ihnen nicht gehört.',
  toAccount: 'Zu Ihrem Konto',
}
