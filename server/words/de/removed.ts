import type { Translated } from '#server/words/catalogue.ts'
import type { removed as english } from '#server/words/en/removed.ts'

export const removed: Translated<typeof english> = {
  title: 'In den letzten Tagen entfernt',
  about:
    'Was zehn Tage lang zu Ihrem Konto gehört hat, bleibt noch sieben Tage aufgehoben. Wenn es jemand anderes hat, entfernen Sie es endgültig.',
  kind: {
    totp: 'Authenticator-App',
    backup_codes: 'Backup-Codes',
    password: 'Passwort',
  },
  when: 'Entfernt <time></time>. Aufgehoben bis <until></until>.',
  byRecovery: 'Von der Wiederherstellung entfernt <time></time>. Aufgehoben bis <until></until>.',
  takesBack: 'Wer das hat, kann damit bis dahin das Konto zurückholen.',
  final: 'Damit kann niemand das Konto zurückholen.',
  actions: 'Aktionen für {name} (entfernt)',
  bringBack: {
    button: 'Zurückholen',
    label: '{name} zurückholen',
    done: '{name} ist wieder da.',
  },
  forGood: {
    button: 'Endgültig entfernen',
    label: 'Endgültig entfernen: {name}',
    title: '„{name}“ endgültig entfernen?',
    why: 'Tun Sie das, wenn jemand anderes den Zugang hat: Dann kann niemand mehr damit das Konto zurückholen.',
    two: 'Dafür braucht es zwei Nachweise: einen Code aus einem Ihrer Postfächer und einen Ihrer anderen Zugänge.',
    undo: 'Sie selbst können ihn noch sieben Tage lang zurückholen.',
    address: 'Den Code senden an',
    none: 'Keine Ihrer Adressen ist alt genug. Eine Adresse muss zehn Tage lang zum Konto gehört haben.',
    send: 'Code senden',
    checkMailbox: 'Sehen Sie in dieses Postfach',
    sentTo:
      'Wir haben einen Code mit {digits, number} Ziffern an <b>{address}</b> gesendet. Er gilt zehn Minuten und nur in diesem Tab.',
    code: 'Code aus der E-Mail',
    over: 'Dieser Code ist abgelaufen oder wurde schon benutzt. Lassen Sie sich einen neuen senden.',
    back: 'Zurück',
    confirm: 'Endgültig entfernen',
    done: '{name} ist endgültig entfernt. Wir haben alle Ihre Adressen benachrichtigt.',
  },
}
