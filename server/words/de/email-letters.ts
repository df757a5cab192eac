import type { Translated } from '#server/words/catalogue.ts'
import type { emailLetters as english } from '#server/words/en/email-letters.ts'

export const emailLetters: Translated<typeof english> = {
  'email-added':
    'Die Adresse {address} gehört jetzt zu Ihrem Konto bei {product}. Sie bekommt ab sofort E-Mails wie diese. In zehn Tagen kann sie das Konto wiederherstellen.',
  'email-removed':
    'Die Adresse {address} gehört nicht mehr zu Ihrem Konto bei {product}. Sie bekommt keine E-Mails mehr und bringt Sie nicht mehr zurück ins Konto.',
  'email-promoted':
    'Die Adresse {address} ist jetzt die Hauptadresse Ihres Kontos bei {product}. Die Hauptadresse kann eine Wiederherstellung abbrechen, die eine andere Adresse begonnen hat.',
  'email-restored': 'Die Adresse {address} gehört wieder zu Ihrem Konto bei {product}. Sie ist, was sie vorher war.',
  see: 'Adressen ansehen',
  notYou:
    'Melden Sie sich mit einem Passkey oder Code an, den Sie schon vorher hatten. Nehmen Sie die Änderung auf der Seite Ihres Kontos zurück, melden Sie sich überall sonst ab und sehen Sie Ihre Passkeys durch. Sie haben sieben Tage.',
  notYouHint: 'Wenn Sie sich nicht mehr anmelden können, stellen Sie das Konto wieder her: {page}.',
}
