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
  lastUsed: 'Zuletzt benutzt',
  password: 'Mit Passwort anmelden',
  passwordHint: 'Sie brauchen außerdem einen Code aus Ihrer App oder einen Backup-Code.',
  takeBack: {
    recovery: {
      title: 'Dieses Konto wurde wiederhergestellt',
      what: 'Jemand hat es am <time></time> per E-Mail wiederhergestellt. Seitdem gelten Ihre früheren Zugänge nicht mehr.',
    },
    removed: {
      title: 'Dieser Zugang wurde aus dem Konto entfernt',
      what: 'Jemand, der angemeldet war, hat ihn am <time></time> entfernt. Seitdem meldet er niemanden mehr an.',
    },
    notYou: 'Wenn Sie das nicht waren, holen Sie das Konto zurück. Das geht bis zum <time></time>.',
    gone: 'Alles, was seitdem dazugekommen ist, geht: neue Passkeys, Codes und Adressen.',
    back: 'Was seitdem entfernt wurde, gilt wieder: Passkeys, App, Backup-Codes und Passwort.',
    sessions: 'Alle anderen werden abgemeldet. Wir schreiben an alle Adressen.',
    address:
      'Danach sehen Sie Ihre Adressen: Liest jemand anderes eine davon mit, fügen Sie eine andere hinzu und entfernen Sie diese.',
    act: 'Konto zurückholen',
    keep: 'Das war ich',
    keepHint: 'Dann melden Sie sich mit einem anderen Zugang an.',
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
