import type { Translated } from '#server/words/catalogue.ts'
import type { accountLetters as english } from '#server/words/en/account-letters.ts'

export const accountLetters: Translated<typeof english> = {
  exists:
    'Jemand wollte mit dieser Adresse ein Konto bei {product} anlegen. Sie haben damit schon ein Konto und brauchen kein neues.',
  existsHint:
    'Wenn Sie das waren, melden Sie sich mit Ihrem Passkey an. Wenn Sie ihn nicht mehr benutzen können, gibt es andere Wege zurück ins Konto.',
  cannot: 'Ich kann meinen Passkey nicht benutzen',
  existsNotYou:
    'Sie können diese E-Mail ignorieren. Nichts wurde verändert, und die Person hat nicht erfahren, dass Sie ein Konto haben.',
  deletion: 'Ihr Konto bei {product} wird in sieben Tagen endgültig gelöscht, am {deleteAt}.',
  deletionHint: 'Wenn Sie es sich anders überlegen, melden Sie sich vorher an. Das genügt, damit das Konto bleibt.',
  keep: 'Anmelden und behalten',
  deletionNotYou:
    'Melden Sie sich jetzt an, damit das Konto bleibt. Melden Sie sich dann überall sonst ab und entfernen Sie Passkeys, die Sie nicht kennen.',
  kept: 'Jemand hat sich in Ihrem Konto bei {product} angemeldet, deshalb wird es nicht gelöscht. Alles ist, wie es war.',
  keptNotYou:
    'Melden Sie sich an. Melden Sie sich dann überall sonst ab und entfernen Sie Passkeys, die Sie nicht kennen.',
  deleted:
    'Ihr Konto bei {product} wurde gelöscht, mit Passkeys, Codes, Adressen und Verlauf. Das ist unsere letzte E-Mail an Sie.',
  deletedHint:
    'Auf Ihren Geräten ist vielleicht noch ein Passkey für {product}. Er gilt nicht mehr, und Sie können ihn dort löschen.',
  exported:
    'Eine Kopie von allem in Ihrem Konto bei {product} wurde heruntergeladen: Name, Adressen, Geräte und Verlauf. Nichts darin öffnet das Konto.',
  exportedNotYou:
    'Jemand nutzt eine Sitzung von Ihnen und konnte sich als Sie bestätigen. Melden Sie sich mit Ihrem Passkey an, melden Sie sich überall sonst ab und entfernen Sie Passkeys, die Sie nicht kennen.',
  chosen: 'Jemand hat geändert, welche E-Mails Ihr Konto bei {product} verschickt.',
  off: {
    'data-exported': 'Sie bekommen keine E-Mail mehr, wenn Ihre Daten heruntergeladen werden.',
    'totp-revived': 'Sie bekommen keine E-Mail mehr, wenn eine gesperrte Authenticator-App wieder gilt.',
  },
  loud: 'Sie bekommen wieder alle.',
  always: 'Alles, was beeinflusst, wer in Ihr Konto kommt, teilen wir weiterhin jeder Adresse mit.',
  choose: 'Ihre Auswahl ansehen',
  chosenNotYou:
    'Jemand nutzt eine Sitzung von Ihnen. Melden Sie sich mit Ihrem Passkey an, melden Sie sich überall sonst ab und sehen Sie sich Ihre Aktivität an. Schalten Sie diese E-Mails dann wieder ein.',
}
