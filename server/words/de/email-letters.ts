import type { Translated } from '#server/words/catalogue.ts'
import type { emailLetters as english } from '#server/words/en/email-letters.ts'

export const emailLetters: Translated<typeof english> = {
  'email-added':
    'Die Adresse {address} wurde zu Ihrem Konto bei {product} hinzugefügt. Sie bekommt sofort E-Mails wie diese. Sie kann Ihnen erst nach mindestens 24 Stunden zurück ins Konto helfen.',
  'email-removed':
    'Die Adresse {address} wurde aus Ihrem Konto bei {product} entfernt. Sie bekommt keine E-Mails mehr und kann Ihnen nicht mehr zurück ins Konto helfen.',
  'email-promoted': 'Die Adresse {address} ist jetzt die Hauptadresse Ihres Kontos bei {product}.',
  'email-restored':
    'Eine Adressänderung in Ihrem Konto bei {product} wurde rückgängig gemacht. {address} ist wieder, was sie vorher war. Alle Sitzungen wurden beendet, melden Sie sich also neu an.',
  see: 'Ihre Adressen ansehen',
  notYou:
    'Melden Sie sich mit Ihrem Passkey an, prüfen Sie Ihre Adressen und melden Sie sich überall sonst ab. Die Adresse, die vorher da war, hat eine E-Mail mit einem Link bekommen, der die Änderung rückgängig macht.',
  undo: 'Diese Änderung rückgängig machen',
  undoNotYou:
    'Machen Sie die Änderung mit dem Link oben rückgängig. Der Link gilt 7 Tage, bis {end}. Das Öffnen der Seite allein verändert nichts: Sie geben dort das Wort UNDO ein.',
  undoEnds:
    'Das beendet alle Sitzungen des Kontos. Wer die Änderung gemacht hat, wird also abgemeldet. Melden Sie sich dann an und prüfen Sie Ihre Passkeys.',
}
