import type { Translated } from '#server/words/catalogue.ts'
import type { places as english } from '#server/words/en/places.ts'

export const places: Translated<typeof english> = {
  home: 'Zur Startseite',
  goodbye: {
    title: 'Auf Wiedersehen',
    intro: 'Sie sind überall abgemeldet. Ihr Konto und alles darin wird in sieben Tagen gelöscht.',
    undo: 'Haben Sie es sich anders überlegt, oder waren Sie das nicht? Melden Sie sich innerhalb dieser sieben Tage an, und das Konto bleibt, wie es war.',
    keep: 'Anmelden und das Konto behalten',
  },
  signedOut: {
    title: 'Sie sind abgemeldet',
    intro:
      'In diesem Tab ist nichts von Ihrem Konto übrig. Um sich wieder anzumelden, brauchen Sie Ihren Passkey oder einen Ihrer Ersatzzugänge.',
    others: 'Andere Geräte bleiben angemeldet. Sie finden sie in Ihrem Konto unter „Geräte“.',
    again: 'Wieder anmelden',
  },
  notFound: {
    page: 'Seite nicht gefunden',
    title: 'Seite nicht gefunden',
    intro:
      'Unter dieser Adresse gibt es keine Seite. Vielleicht enthält die Adresse einen Tippfehler, oder die Seite ist umgezogen.',
  },
  mailbox: {
    title: 'Postfach',
    intro:
      'Dieser Server läuft auf Ihrem eigenen Rechner und verschickt keine E-Mails. Die E-Mails, die er verschickt hätte, liegen hier, die neueste zuerst.',
    list: 'E-Mails, die neueste zuerst',
    empty: 'Noch keine E-Mails',
    emptyHint:
      'Legen Sie ein Konto an, und der Code dafür kommt hier an. Diese Seite sieht von selbst nach neuen E-Mails.',
    to: 'An {to}',
    theCode: 'Den Code',
    openLink: 'Link öffnen',
    read: 'E-Mail lesen',
    frame: 'E-Mail: {subject}',
  },
}
