import type { Translated } from '#server/words/catalogue.ts'
import type { codeLetters as english } from '#server/words/en/code-letters.ts'

export const codeLetters: Translated<typeof english> = {
  type: {
    'sign-up-code':
      'Geben Sie diesen Code ein, um Ihr Konto bei {product} anzulegen. Benutzen Sie den Tab, in dem Sie begonnen haben. Der Code gilt 10 Minuten und nur in diesem Browser.',
    'recovery-code':
      'Geben Sie diesen Code ein, um zurück in Ihr Konto bei {product} zu kommen. Benutzen Sie den Tab, in dem Sie begonnen haben. Der Code gilt 10 Minuten und nur in diesem Browser.',
    'email-code':
      'Geben Sie diesen Code ein, um diese Adresse zu Ihrem Konto bei {product} hinzuzufügen. Benutzen Sie den Tab, in dem Sie begonnen haben. Der Code gilt 10 Minuten und nur in diesem Browser.',
    'removal-code':
      'Geben Sie diesen Code ein, um einen Zugang zu Ihrem Konto bei {product} endgültig zu entfernen. Benutzen Sie den Tab, in dem Sie begonnen haben. Der Code gilt 10 Minuten und nur in diesem Browser.',
    'rehearsal-code':
      'Geben Sie diesen Code ein, um den Verlust eines Geräts zu proben. Verwenden Sie den Tab, in dem Sie begonnen haben. Er öffnet nichts und gilt 10 Minuten.',
  },
  long: 'Für diese Adresse wurden viele Codes angefordert. Darum hat dieser Code zwölf Ziffern, und eine E-Mail beantwortet mehrere Anforderungen. Unten steht die erste davon.',
  neverAsked:
    'Niemand von {product} wird Sie je nach diesem Code fragen: nicht am Telefon, nicht per E-Mail, nicht im Chat.',
  notYou: {
    'sign-up-code':
      'Vielleicht hat sich jemand bei der eigenen Adresse vertippt. Sie können diese E-Mail ignorieren. Ohne den Code wird kein Konto angelegt.',
    'recovery-code':
      'Jemand hat Ihre Adresse auf unserer Seite eingegeben. Ohne diesen Code geht es dort nicht weiter, Sie können diese E-Mail also ignorieren. Sagen Sie den Code niemandem. Wer danach fragt, will in Ihr Konto.',
    'email-code':
      'Vielleicht hat sich jemand bei der eigenen Adresse vertippt. Sie können diese E-Mail ignorieren. Ohne den Code wird die Adresse nicht hinzugefügt.',
    'removal-code':
      'Jemand ist in Ihrem Konto angemeldet und will einen Ihrer Zugänge endgültig entfernen. Ohne diesen Code geht das nicht. Sagen Sie ihn niemandem. Melden Sie sich an, prüfen Sie Ihre Zugänge und melden Sie sich überall sonst ab.',
    'rehearsal-code':
      'Jemand ist in Ihrem Konto angemeldet und hat „Proben“ gedrückt. Der Code öffnet nichts. Wenn Sie das nicht waren, melden Sie sich an und melden Sie überall sonst ab.',
  },
}
