import type { Translated } from '#server/words/catalogue.ts'
import type { data as english } from '#server/words/en/data.ts'

export const data: Translated<typeof english> = {
  title: 'Ihre Daten',
  intro: 'Was wir über Sie wissen, gehört Ihnen: zum Ändern, zum Mitnehmen und zum Löschen.',
  yourName: 'Ihr Name',
  name: 'Name',
  nameHint: 'Steht bei Ihren Passkeys, wo Ihr Passwortmanager es erfährt. Lassen Sie ihn leer, um {email} zu heißen.',
  saveName: 'Namen speichern',
  nameGone: 'Gespeichert. Jetzt steht Ihre Adresse für Sie.',
  nameSaved: 'Gespeichert. Sie heißen jetzt „{name}“.',
  copy: 'Eine Kopie von allem',
  copyHint: 'Ihr Name und Ihre Adressen, die öffentlichen Hälften Ihrer Passkeys, Ihre Geräte, welche E-Mails Sie bekamen und der ganze Verlauf Ihres Kontos, als Datei. Nichts darin öffnet Ihr Konto.',
  verify: 'Jeder kann offline prüfen, dass der Verlauf vollständig ist: <code>npm run verify-activity -- {file}</code> im Quelltext dieses Produkts tut es.',
  download: 'Meine Daten herunterladen',
  downloaded: 'Gespeichert als {file}.',
  delete: 'Das Konto löschen',
  deleteHint: 'Das Konto verschwindet nach sieben Tagen, mit allem, was aufbewahrt wurde. Bis dahin erhält es eine Anmeldung.',
  deleteOpen: 'Konto löschen …',
  deleteTitle: 'Ihr Konto löschen?',
  signedOut: 'Sie werden sofort überall abgemeldet.',
  sevenDays: 'Sieben Tage lang geschieht sonst nichts: Eine Anmeldung erhält das Konto.',
  allGoes: 'Dann verschwindet alles, endgültig: Passkeys, Codes, Adressen und Verlauf. Niemand kann es zurückholen.',
  letters: 'Jede Adresse bekommt jetzt eine E-Mail und eine am Ende.',
  keep: 'Konto behalten',
  deleteNow: 'Mein Konto löschen',
}
