import type { Translated } from '#server/words/catalogue.ts'
import type { signIn as english } from '#server/words/en/sign-in.ts'

export const signIn: Translated<typeof english> = {
  title: 'Anmelden',
  welcome: 'Willkommen zurück.',
  newHere: 'Neu hier? <link>Konto anlegen</link>',
  emailHint: 'Ihr Browser bietet Ihren Passkey vielleicht gleich hier an. Sie müssen nichts eintippen.',
  button: 'Mit Passkey anmelden',
  checking: 'Ihr Passkey wird geprüft …',
  cannot: 'Ich kann meinen Passkey nicht benutzen',
  cannotHint: 'Ein Code per E-Mail, und was von da aus möglich ist.',
  otherWays: 'Andere Wege',
  password: 'Mit Passwort anmelden',
  passwordHint: 'Dazu ein Code aus Ihrer App oder ein Backup-Code.',
  byPassword: {
    title: 'Mit Passwort anmelden',
    intro: 'Wenn Sie eines gesetzt haben. Danach kommt ein Code aus Ihrer App oder ein Backup-Code.',
    havePasskey: 'Sie haben Ihren Passkey? <link>Damit anmelden</link>',
    password: 'Passwort',
    over: 'Das hat zu lange gedauert, oder das Passwort wurde inzwischen geändert. Bitte beginnen Sie neu.',
    codeTitle: 'Noch ein Code',
    codeIntro: 'Das Passwort für <b>{email}</b> stimmt. Ein Passwort allein öffnet hier nichts.',
  },
}
