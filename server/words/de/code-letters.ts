import type { Translated } from '#server/words/catalogue.ts'
import type { codeLetters as english } from '#server/words/en/code-letters.ts'

export const codeLetters: Translated<typeof english> = {
  type: {
    'sign-up-code':
      'Tippen Sie diesen Code in den Tab, in dem Sie begonnen haben, um Ihr Konto bei {product} anzulegen. Er gilt 10 Minuten und nur in diesem Browser.',
    'recovery-code':
      'Tippen Sie diesen Code in den Tab, in dem Sie begonnen haben, um zurück in Ihr Konto bei {product} zu kommen. Er gilt 10 Minuten und nur in diesem Browser.',
    'email-code':
      'Tippen Sie diesen Code in den Tab, in dem Sie begonnen haben, um diese Adresse zu Ihrem Konto bei {product} hinzuzufügen. Er gilt 10 Minuten und nur in diesem Browser.',
  },
  neverAsked: 'Niemand von {product} wird Sie je danach fragen: nicht am Telefon, nicht per E-Mail, nicht im Chat.',
  notYou: {
    'sign-up-code':
      'Vielleicht hat sich jemand bei der eigenen Adresse vertippt. Sie können diese E-Mail ignorieren: Ohne den Code entsteht kein Konto.',
    'recovery-code':
      'Jemand hat Ihre Adresse auf unserer Seite eingegeben. Ohne diesen Code kommt er nicht weiter, Sie können diese E-Mail also ignorieren. Sagen Sie den Code niemandem: Wer danach fragt, will in Ihr Konto.',
    'email-code':
      'Vielleicht hat sich jemand bei der eigenen Adresse vertippt. Sie können diese E-Mail ignorieren: Ohne den Code wird die Adresse nicht hinzugefügt.',
  },
}
