import type { Translated } from '#server/words/catalogue.ts'
import type { signIn as english } from '#server/words/en/sign-in.ts'

export const signIn: Translated<typeof english> = {
  title: 'Anmelden',
  welcome: 'Willkommen zurück.',
  ended: 'Sie wurden abgemeldet: Ihre Sitzung ist zu Ende. Melden Sie sich an, um dort weiterzumachen.',
  toGoOn: 'Melden Sie sich an, um weiterzumachen.',
  newHere: 'Neu hier? <link>Konto anlegen</link>',
  emailHint: 'Ihr Browser bietet Ihren Passkey vielleicht hier an. Sie müssen nichts eintippen.',
  button: 'Mit Passkey anmelden',
  checking: 'Ihr Passkey wird geprüft …',
  cannot: 'Ich kann meinen Passkey nicht benutzen',
  cannotHint: 'Wir schicken Ihnen einen Code per E-Mail und zeigen Ihnen, was möglich ist.',
  otherWays: 'Andere Wege',
  password: 'Mit Passwort anmelden',
  passwordHint: 'Sie brauchen außerdem einen Code aus Ihrer App oder einen Backup-Code.',
  takeBack: {
    title: 'Dieses Konto wurde wiederhergestellt',
    what: 'Jemand hat es am <time></time> per E-Mail wiederhergestellt. Seitdem gelten Ihre früheren Zugänge nicht mehr.',
    notYou: 'Wenn Sie das nicht waren, holen Sie das Konto zurück. Das geht bis zum <time></time>.',
    gone: 'Alles, was seitdem dazugekommen ist, geht: der neue Passkey, Codes und Adressen.',
    back: 'Ihre früheren Passkeys, App, Backup-Codes und Ihr Passwort gelten wieder.',
    sessions: 'Alle anderen werden abgemeldet. Wir schreiben an alle Adressen.',
    act: 'Konto zurückholen',
    keep: 'Das war ich',
    keepHint: 'Dann melden Sie sich mit Ihrem neuen Passkey an.',
  },
  byPassword: {
    title: 'Mit Passwort anmelden',
    intro:
      'Das geht, wenn Sie ein Passwort festgelegt haben. Sie brauchen außerdem einen Code aus Ihrer App oder einen Backup-Code.',
    havePasskey: 'Sie haben Ihren Passkey? <link>Damit anmelden</link>',
    password: 'Passwort',
    over: 'Das hat zu lange gedauert, oder das Passwort wurde inzwischen geändert. Bitte beginnen Sie von vorn.',
    codeTitle: 'Noch ein Code',
    codeIntro:
      'Das Passwort für <b>{email}</b> stimmt. Ein Passwort allein genügt nicht, deshalb brauchen wir noch einen Code.',
  },
}
