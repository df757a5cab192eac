import type { Translated } from '#server/words/catalogue.ts'
import type { data as english } from '#server/words/en/data.ts'

export const data: Translated<typeof english> = {
  title: 'Ihre Daten',
  intro: 'Was wir über Sie wissen, gehört Ihnen: Sie können es ändern, mitnehmen und löschen lassen.',
  yourName: 'Ihr Name',
  name: 'Name',
  nameHint: 'Er steht bei Ihren Passkeys, wenn Ihr Passwortmanager das kann. Bleibt das Feld leer, steht dort {email}.',
  saveName: 'Namen speichern',
  nameGone: 'Gespeichert. Statt eines Namens steht dort jetzt Ihre Adresse.',
  nameSaved: 'Gespeichert. Ihr Name ist jetzt „{name}“.',
  copy: 'Eine Kopie von allem',
  copyHint:
    'Ihr Name und Ihre Adressen, die öffentlichen Hälften Ihrer Passkeys, Ihre Geräte, welche E-Mails Sie von uns bekommen haben und der ganze Verlauf Ihres Kontos, als Datei. Nichts darin öffnet Ihr Konto.',
  verify:
    'Ob der Verlauf vollständig ist, kann jeder offline prüfen: mit <code>npm run verify-activity -- {file}</code> im Quelltext dieses Produkts.',
  download: 'Meine Daten herunterladen',
  downloaded: 'Gespeichert als {file}.',
  delete: 'Konto löschen',
  deleteHint:
    'Nach sieben Tagen wird das Konto gelöscht, mit allem, was dazu gespeichert ist. Wenn Sie sich vorher anmelden, bleibt es.',
  deleteOpen: 'Konto löschen …',
  deleteTitle: 'Ihr Konto löschen?',
  signedOut: 'Sie werden sofort überall abgemeldet.',
  sevenDays: 'Sieben Tage lang passiert sonst nichts: Wenn Sie sich einmal anmelden, bleibt das Konto.',
  allGoes: 'Dann wird alles endgültig gelöscht: Passkeys, Codes, Adressen und Verlauf. Niemand kann es zurückholen.',
  letters: 'Jede Adresse bekommt jetzt eine E-Mail und am Ende noch eine.',
  keep: 'Konto behalten',
  deleteNow: 'Mein Konto löschen',
}
