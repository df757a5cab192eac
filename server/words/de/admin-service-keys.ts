import type { Translated } from '#server/words/catalogue.ts'
import type { adminServiceKeys as english } from '#server/words/en/admin-service-keys.ts'

export const adminServiceKeys: Translated<typeof english> = {
  title: 'Dienstschlüssel',
  about: 'Ein Programm einer App fragt mit seinem Schlüssel, was Personen dürfen. Sonst öffnet ein Schlüssel nichts.',
  none: 'Kein Programm hat einen Schlüssel.',
  forApp: 'Für die App {app}',
  made: 'Erstellt <time></time>',
  ends: 'Endet <time></time>',
  make: {
    button: 'Neuer Dienstschlüssel',
    title: 'Neuer Dienstschlüssel',
    name: 'Name',
    nameHint: 'Wofür er ist, zum Beispiel das Programm, das ihn benutzt.',
    confirm: 'Schlüssel erstellen',
  },
  shown: {
    title: 'Der Dienstschlüssel ist erstellt',
    once: 'Bewahren Sie ihn jetzt dort auf, wo ihn das Programm der App {app} liest. Er wird nur dieses eine Mal angezeigt.',
    what: 'den Dienstschlüssel',
    done: 'Ich habe ihn aufbewahrt',
  },
  revoke: {
    button: 'Widerrufen',
    label: 'Dienstschlüssel „{name}“ widerrufen',
    title: '„{name}“ widerrufen?',
    means: 'Programme, die ihn benutzen, werden dann abgewiesen. Er lässt sich nicht zurückholen.',
    told: 'Alle anderen mit der Rolle „Inhaber“ bekommen eine E-Mail.',
    confirm: 'Schlüssel widerrufen',
    done: '„{name}“ ist widerrufen.',
  },
}
