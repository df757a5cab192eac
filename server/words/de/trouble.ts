import type { Translated } from '#server/words/catalogue.ts'
import type { trouble as english } from '#server/words/en/trouble.ts'

export const trouble: Translated<typeof english> = {
  title: 'Da ist etwas schiefgegangen',
  ours: 'Das ist unser Fehler, nicht Ihrer. Nichts wurde verändert. Bitte versuchen Sie es gleich noch einmal.',
  reference: 'Kennung für den Betreiber:',
  again: 'Noch einmal versuchen',
  home: 'Zur Startseite',
}
