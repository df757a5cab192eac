import type { Translated } from '#server/words/catalogue.ts'
import type { data as english } from '#server/words/en/data.ts'

export const data: Translated<typeof english> = {
  title: 'Ihre Daten',
  intro: 'Was wir über Sie wissen, gehört Ihnen: Sie können es ändern, mitnehmen und löschen lassen.',
  you: 'Sie',
  picture: 'Bild',
  pictureHint:
    'Nur Sie sehen es: So unterscheiden Sie Ihre Konten leichter. Wir behalten die Mitte als kleines Quadrat.',
  pictureChoose: 'Bild auswählen',
  pictureChange: 'Bild ändern',
  pictureRemove: 'Entfernen',
  pictureSaved: 'Ihr Bild wurde gespeichert.',
  pictureGone: 'Ihr Bild wurde entfernt. Jetzt stehen dort Ihre Initialen.',
  pictureUnreadable: 'Diese Datei kann der Browser nicht anzeigen. Wählen Sie ein Bild als PNG, JPEG oder WebP.',
  name: 'Name',
  nameHint:
    'Er steht bei Ihren Passkeys, wenn Ihr Passwortmanager das unterstützt. Wenn das Feld leer bleibt, steht dort {email}.',
  saveName: 'Namen speichern',
  nameGone: 'Gespeichert. Jetzt steht dort Ihre Adresse.',
  nameSaved: 'Gespeichert. Ihr Name ist jetzt „{name}“.',
  copy: 'Eine Kopie von allem',
  copyHint:
    'Eine Datei mit Ihrem Namen, Ihrem Bild und Ihren Adressen, den öffentlichen Schlüsseln Ihrer Passkeys, Ihren Geräten, einer Liste der E-Mails von uns und dem ganzen Verlauf Ihres Kontos. Nichts darin öffnet Ihr Konto.',
  verify:
    'Jeder kann offline prüfen, dass der Verlauf unverändert ist: mit <code>npx latchkey verify-activity {file}</code> im Quelltext dieses Produkts.',
  download: 'Meine Daten herunterladen',
  downloaded: 'Gespeichert als {file}.',
  delete: 'Konto löschen',
  deleteHint:
    'Das Konto wird nach sieben Tagen gelöscht, mit allem, was wir speichern. Wenn Sie sich vorher anmelden, bleibt es.',
  deleteHeld:
    'Solange eine Wiederherstellung des Kontos läuft, kann es nicht gelöscht werden. Brechen Sie sie zuerst ab, oder warten Sie, bis sie vorbei ist.',
  deleteOpen: 'Konto löschen …',
  deleteTitle: 'Ihr Konto löschen?',
  signedOut: 'Sie werden sofort überall abgemeldet.',
  sevenDays: 'Sieben Tage lang passiert sonst nichts. Wenn Sie sich einmal anmelden, bleibt das Konto.',
  allGoes: 'Dann wird alles endgültig gelöscht: Passkeys, Codes, Adressen und Verlauf. Niemand kann es zurückholen.',
  letters: 'Jede Adresse bekommt jetzt eine E-Mail und am Ende noch eine.',
  keep: 'Konto behalten',
  deleteNow: 'Mein Konto löschen',
}
