import type { Translated } from '#server/words/catalogue.ts'
import type { invited as english } from '#server/words/en/invited.ts'

export const invited: Translated<typeof english> = {
  title: 'Sie sind eingeladen',
  reading: 'Die Einladung wird gelesen …',
  who: '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} lädt Sie ein, hier ein Konto anzulegen.',
  until: 'Die Einladung gilt bis <time></time>.',
  signIn: 'Anmelden',
  dead: {
    missing: {
      title: 'Öffnen Sie Ihre Einladung noch einmal',
      what: 'Wenn diese Seite neu geladen wird, braucht sie den Link der Einladung noch einmal. Öffnen Sie ihn aus der E-Mail, oder dort, wo Sie ihn bekommen haben.',
    },
    wrong: {
      title: 'Dieser Link ist nicht vollständig',
      what: 'Öffnen Sie ihn aus der E-Mail, oder kopieren Sie den ganzen Link. Wenn er dann noch nicht geht, bitten Sie um eine neue Einladung.',
    },
    used: {
      title: 'Diese Einladung wurde schon benutzt',
      what: 'Wenn Sie das waren, melden Sie sich an. Sonst bitten Sie um eine neue Einladung.',
    },
    expired: {
      title: 'Diese Einladung ist abgelaufen',
      what: 'Bitten Sie um eine neue. Wenn Sie schon ein Konto haben, melden Sie sich an.',
    },
    revoked: {
      title: 'Diese Einladung wurde zurückgezogen',
      what: 'Fragen Sie die Person, die Sie eingeladen hat. Wenn Sie schon ein Konto haben, melden Sie sich an.',
    },
  },
}
