import type { Translated } from '#server/words/catalogue.ts'
import type { faults as english } from '#server/words/en/faults.ts'

export const faults: Translated<typeof english> = {
  already:
    'Auf diesem Gerät gibt es schon einen Passkey für Ihr Konto. Sie können sich damit anmelden. Für einen weiteren wählen Sie ein Telefon, einen Sicherheitsschlüssel oder ein anderes Gerät.',
  notUsed:
    'Es wurde kein Passkey verwendet. Versuchen Sie es noch einmal oder nehmen Sie einen anderen Weg: Vielleicht liegt der Passkey auf einem anderen Gerät.',
  notCreated:
    'Es wurde kein Passkey erstellt. Versuchen Sie es noch einmal, oder wählen Sie im Fenster Ihres Browsers einen anderen Ort dafür.',
  unsupported:
    'Dieser Browser oder dieses Gerät kann den nötigen Passkey nicht erstellen: einen, der nach Fingerabdruck, Gesicht oder Bildschirmsperre fragt.',
  wrongPlace: 'Passkeys funktionieren nur unter der eigenen Adresse dieser Seite. Bitte prüfen Sie die Adresszeile.',
  failed: 'Ihr Gerät konnte gerade keinen Passkey verwenden. Bitte versuchen Sie es noch einmal.',
  cookies:
    'Ihr Browser blockiert Cookies für diese Seite. Wir brauchen eines, um Ihren Browser zwischen zwei Schritten wiederzuerkennen. Erlauben Sie Cookies für diese Seite und beginnen Sie noch einmal.',
  unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  unknown: 'Da ist etwas schiefgegangen. Bitte versuchen Sie es noch einmal.',
  tooManyTries:
    'Zu viele Versuche. Sie können es in {unit, select, second {{count, plural, one {# Sekunde} other {# Sekunden}}} minute {{count, plural, one {# Minute} other {# Minuten}}} other {{count, plural, one {# Stunde} other {# Stunden}}}} noch einmal versuchen.',
}
