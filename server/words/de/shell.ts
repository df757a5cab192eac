import type { Translated } from '#server/words/catalogue.ts'
import type { shell as english } from '#server/words/en/shell.ts'

export const shell: Translated<typeof english> = {
  more: 'Mehr',
  menu: 'Ihr Konto',
  language: 'Sprache',
  administration: 'Verwaltung',
  account: 'Ihr Konto',
  signOut: 'Abmelden',
  ended: {
    title: 'Sie sind abgemeldet',
    what: 'Diese Sitzung ist zu Ende: Sie ist abgelaufen oder wurde auf einem anderen Gerät beendet. Was Sie hier eingegeben haben, bleibt stehen. Melden Sie sich in einem neuen Tab an und kommen Sie dann hierher zurück.',
    signIn: 'In einem neuen Tab anmelden',
  },
}
