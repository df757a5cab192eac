import type { Translated } from '#server/words/catalogue.ts'
import type { adminLetters as english } from '#server/words/en/admin-letters.ts'

export const adminLetters: Translated<typeof english> = {
  acts: {
    suspended:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat Ihr Konto gesperrt.',
    unsuspended:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat die Sperre Ihres Kontos aufgehoben.',
    sessions_ended:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat alle Ihre Sitzungen beendet.',
    recovery_cancelled:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat die Wiederherstellung Ihres Kontos abgebrochen.',
    role_granted:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat Ihnen die Rolle „{role}“ gegeben.',
    role_removed:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat Ihnen die Rolle „{role}“ genommen.',
    roles_confirmed:
      '{by, select, operator {Der Betreiber von {product}} named {{admin} (Verwaltung von {product})} other {Die Verwaltung von {product}}} hat Ihre Rollen nach der Wiederherstellung Ihres Kontos bestätigt.',
  },
  means: {
    suspended:
      'Sie sind überall abgemeldet und können sich vorerst weder anmelden noch das Konto wiederherstellen. Eine laufende Wiederherstellung ist abgebrochen. Gelöscht ist nichts.',
    unsuspended: 'Sie können sich wieder anmelden, mit denselben Passkeys und Codes wie vorher.',
    sessions_ended: 'Melden Sie sich neu an, um weiterzumachen. Ihre Passkeys und Codes gelten wie vorher.',
    recovery_cancelled: 'Wer sie wollte, muss neu beginnen und neu warten.',
    role_granted:
      'Sie können jetzt sehen und tun, was diese Rolle erlaubt. Sie öffnet sich nur nach einer Anmeldung mit Ihrem Passkey.',
    role_removed: 'Ihr Konto selbst bleibt, wie es ist.',
    roles_confirmed: 'Sie gelten wieder.',
  },
  access: {
    groupGiven: '{by} hat Sie in die Gruppe „{name}“ aufgenommen.',
    groupTaken: '{by} hat Sie aus der Gruppe „{name}“ genommen.',
    roleGiven: '{by} hat Ihnen die Rolle „{name}“ in der App „{app}“ gegeben.',
    roleTaken: '{by} hat Ihnen die Rolle „{name}“ in der App „{app}“ genommen.',
  },
  by: {
    operator: 'Der Betreiber von {product}',
    named: '{admin} (Verwaltung von {product})',
    admin: 'Die Verwaltung von {product}',
  },
  accessMeans: {
    given: 'Apps, die {product} nutzen, können Ihnen jetzt mehr erlauben.',
    taken: 'Apps, die {product} nutzen, können Ihnen jetzt weniger erlauben. Ihr Konto selbst bleibt, wie es ist.',
  },
  rules: {
    group: '{by} hat die Gruppe „{name}“ geändert.',
    role: '{by} hat die Rolle „{name}“ in der App „{app}“ geändert.',
    policy: '{by} hat die Richtlinie „{name}“ der App „{app}“ geändert.',
    key: '{by} hat den Dienstschlüssel „{name}“ der App „{app}“ erstellt oder widerrufen.',
  },
  reason: 'Grund',
  until: 'Bis',
  question: 'Fragen Sie die Verwaltung dieser Seite danach. In Ihrem Namen anmelden kann sie sich nicht.',
  changes: {
    granted: '{address} hat bei {product} jetzt die Rolle „{role}“.',
    removed: '{address} hat bei {product} die Rolle „{role}“ nicht mehr.',
    suspended:
      '{address} hat das Konto bei {product} mit einem Postfach wiederhergestellt. Die Rollen gelten erst wieder, wenn jemand mit der Rolle „Inhaber“ sie bestätigt.',
    confirmed: 'Die Rollen von {address} bei {product} wurden nach einer Wiederherstellung bestätigt.',
  },
  owners: 'Sie bekommen diesen Brief, weil Sie die Rolle „Inhaber“ haben.',
  ownersNotYou: 'Wenn Sie das nicht erwartet haben, fragen Sie die anderen mit dieser Rolle.',
}
