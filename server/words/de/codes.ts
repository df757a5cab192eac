import type { Translated } from '#server/words/catalogue.ts'
import type { codes as english } from '#server/words/en/codes.ts'

export const codes: Translated<typeof english> = {
  title: 'Backup-Codes',
  what: 'Die Backup-Codes',
  shownOnce: 'Wir zeigen diese Codes nur dieses eine Mal. Drucken oder speichern Sie sie jetzt.',
  download: 'Herunterladen',
  file: 'backup-codes.txt',
  print: 'Drucken',
  saved: 'Ich habe sie gesichert',
  continue: 'Weiter',
  printedFor: 'Backup-Codes für {account}',
  printedHint: '{site}, {made}. Jeder Code gilt einmal. Wenn Sie Ihren Passkey verlieren, öffnen Sie {site}/recover',
  site: 'Seite: {site}',
  made: 'Erstellt: {made}',
  once: 'Jeder Code gilt einmal, zusammen mit Ihrem Postfach oder Ihrem Passwort.',
  where: 'Wenn Sie Ihren Passkey verlieren, öffnen Sie {site}/recover',
  keep: 'Bewahren Sie sie dort auf, wo nur Sie sie finden. Neue Codes ersetzen alle diese.',
}
