import type { Translated } from '#server/words/catalogue.ts'
import type { accountLetters as english } from '#server/words/en/account-letters.ts'

export const accountLetters: Translated<typeof english> = {
  exists:
    'Jemand wollte mit dieser Adresse ein Konto bei {product} anlegen. Sie haben damit schon eines, also braucht es kein neues.',
  existsHint:
    'Wenn Sie das waren, melden Sie sich mit Ihrem Passkey an. Wenn Sie ihn nicht mehr benutzen können, gibt es andere Wege zurück.',
  cannot: 'Ich kann meinen Passkey nicht benutzen',
  existsNotYou:
    'Sie können diese E-Mail ignorieren. Nichts wurde verändert, und wer es auch war, hat nicht erfahren, dass Sie ein Konto haben.',
  deletion: 'Ihr Konto bei {product} wird am {deleteAt} endgültig gelöscht.',
  deletionHint: 'Wenn Sie es sich anders überlegen, melden Sie sich vorher an: Das allein erhält das Konto.',
  keep: 'Anmelden und behalten',
  deletionNotYou:
    'Melden Sie sich jetzt an, das erhält das Konto. Beenden Sie dann alle anderen Sitzungen und entfernen Sie Passkeys, die Sie nicht kennen.',
  kept: 'Jemand hat sich in Ihrem Konto bei {product} angemeldet, deshalb wird es nicht gelöscht. Alles ist, wie es war.',
  keptNotYou:
    'Melden Sie sich an, beenden Sie alle anderen Sitzungen und entfernen Sie Passkeys, die Sie nicht kennen.',
  deleted:
    'Ihr Konto bei {product} wurde gelöscht, mit Passkeys, Codes, Adressen und Verlauf. Dies ist die letzte E-Mail an Sie.',
  deletedHint:
    'Ein Passkey für {product} liegt vielleicht noch auf Ihren Geräten. Er öffnet nichts mehr, und Sie können ihn dort löschen.',
}
