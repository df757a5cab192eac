import type { Translated } from '#server/words/catalogue.ts'
import type { emailLetters as english } from '#server/words/en/email-letters.ts'

export const emailLetters: Translated<typeof english> = {
  'email-added':
    'Die Adresse {address} kam zu Ihrem Konto bei {product} hinzu. Sie bekommt sofort E-Mails wie diese und hilft Ihnen erst nach einer Wartezeit von mindestens 24 Stunden zurück ins Konto.',
  'email-removed':
    'Die Adresse {address} wurde aus Ihrem Konto bei {product} entfernt. Sie bekommt keine E-Mails mehr und hilft nicht mehr zurück ins Konto.',
  'email-promoted': 'Die Adresse {address} ist jetzt die Hauptadresse Ihres Kontos bei {product}.',
  'email-restored':
    'Eine Adressänderung in Ihrem Konto bei {product} wurde zurückgenommen: {address} ist wieder, was sie vorher war. Alle Sitzungen sind beendet, melden Sie sich also neu an.',
  see: 'Ihre Adressen ansehen',
  notYou:
    'Melden Sie sich mit Ihrem Passkey an, prüfen Sie Ihre Adressen und beenden Sie alle anderen Sitzungen. Die Adresse, die vorher da war, hat eine E-Mail, die die Änderung zurücknimmt.',
  undo: 'Diese Änderung zurücknehmen',
  undoNotYou:
    'Nehmen Sie die Änderung mit dem Link oben zurück. Er gilt 7 Tage, bis {end}. Das Öffnen der Seite allein verändert nichts: Sie tippen dort das Wort UNDO.',
  undoEnds:
    'Das beendet alle Sitzungen des Kontos; wer die Änderung gemacht hat, ist also draußen. Melden Sie sich dann an und prüfen Sie Ihre Passkeys.',
}
